package vn.conglang.upkeep;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.content.Holdings;
import vn.conglang.editorial.PublicBoard;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.upkeep.SectionState.Found;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the site at work and keeps how its mandatory sections and standing pages
 * stand. Looking costs some twenty small questions, so it is done when a site has
 * changed, and what was found is read from then on.
 */
@Service
class Survey {

	/** After which a site is looked at though nothing is known to have changed. */
	static final Duration LASTS = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final Rules rules;

	private final Holdings holdings;

	private final Looks looks;

	private final PublicBoard board;

	private final AttestationRepository attestations;

	private final PageReviewRepository pages;

	private final Clock clock;

	Survey(JdbcClient jdbc, Rules rules, Holdings holdings, Looks looks, PublicBoard board,
			AttestationRepository attestations, PageReviewRepository pages, Clock clock) {
		this.jdbc = jdbc;
		this.rules = rules;
		this.holdings = holdings;
		this.looks = looks;
		this.board = board;
		this.attestations = attestations;
		this.pages = pages;
		this.clock = clock;
	}

	/** By which rules it is looked today; what was found by others does not count. */
	String fingerprint() {
		LocalDate today = this.rules.today();
		return this.rules.checklist(today).map(Checklist::fingerprint).orElse("") + "/"
				+ this.rules.pages(today).map(RuleFiles.PageRule::months).orElse(0);
	}

	/** Looks at the site if it has changed since somebody looked, or nobody ever did. */
	@Transactional
	public void look() {
		Taken taken = take();
		Instant now = this.clock.instant();
		if (taken.version() != taken.surveyed() || !taken.rules().equals(fingerprint())
				|| taken.at().isBefore(now.minus(LASTS))) {
			note(taken.version(), now);
		}
	}

	/**
	 * Looks at the site after something was changed that its version does not tell of, in
	 * the transaction that changed it. Whoever is looking meanwhile has finished.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lookAgain() {
		note(take().version(), this.clock.instant());
	}

	/**
	 * Others who want to look at this site wait from here on, so that nobody puts what
	 * they saw before over what was found later.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Taken take() {
		return lock().orElseGet(() -> {
			LocalDate today = this.rules.today();
			this.jdbc.sql("""
					INSERT INTO section_survey (site_id, version, rules, at, since)
					VALUES (:site, -1, '', :at, :since) ON CONFLICT (site_id) DO NOTHING""")
				.param("site", CurrentSite.require().value())
				.param("at", OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC))
				.param("since", this.holdings.begun().filter((day) -> day.isBefore(today)).orElse(today))
				.update();
			return lock().orElseThrow();
		});
	}

	private Optional<Taken> lock() {
		return this.jdbc
			.sql("""
					SELECT v.version AS surveyed, v.rules, v.at, s.version FROM section_survey v JOIN site s ON s.id = v.site_id
					WHERE v.site_id = :site FOR UPDATE OF v""")
			.param("site", CurrentSite.require().value())
			.query((row, number) -> new Taken(row.getLong("version"), row.getLong("surveyed"), row.getString("rules"),
					row.getObject("at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	private void note(long version, Instant now) {
		LocalDate today = this.rules.today();
		pages(this.rules.pages(today).orElse(null));
		this.rules.checklist(today).ifPresent((list) -> {
			Map<String, SectionState> states = states(list, today);
			states.forEach((item, state) -> keep(list, item, state));
			this.jdbc.sql("DELETE FROM section_state WHERE checklist <> :list OR item NOT IN (:items)")
				.param("list", list.key())
				.param("items", states.keySet())
				.update();
		});
		this.jdbc.sql("UPDATE section_survey SET version = :version, rules = :rules, at = :at WHERE site_id = :site")
			.param("version", version)
			.param("rules", fingerprint())
			.param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.param("site", CurrentSite.require().value())
			.update();
	}

	private void keep(Checklist list, String item, SectionState state) {
		this.jdbc
			.sql("""
					INSERT INTO section_state (site_id, checklist, item, found, current_until, last_on, number, entry_id, attested)
					VALUES (:site, :list, :item, :found, :until, :last, :number, :entry, :attested)
					ON CONFLICT (site_id, checklist, item) DO UPDATE
					SET found = excluded.found, current_until = excluded.current_until, last_on = excluded.last_on,
					    number = excluded.number, entry_id = excluded.entry_id, attested = excluded.attested
					WHERE (section_state.found, section_state.current_until, section_state.last_on, section_state.number,
					       section_state.entry_id, section_state.attested)
					    IS DISTINCT FROM (excluded.found, excluded.current_until, excluded.last_on, excluded.number,
					       excluded.entry_id, excluded.attested)""")
			.param("site", CurrentSite.require().value())
			.param("list", list.key())
			.param("item", item)
			.param("found", state.found().name())
			.param("until", state.currentUntil(), Types.DATE)
			.param("last", state.lastOn(), Types.DATE)
			.param("number", state.number())
			.param("entry", state.entry(), Types.BIGINT)
			.param("attested", state.attested())
			.update();
	}

	private Map<String, SectionState> states(Checklist list, LocalDate today) {
		Map<String, Attestation.Word> words = this.attestations.latest()
			.stream()
			.map(Attestation::word)
			.collect(Collectors.toMap(Attestation.Word::item, (word) -> word));
		Look.Office office = this.looks.inForce().office();
		Map<String, SectionState> states = new HashMap<>();
		for (Checklist.Item item : list.items()) {
			SectionState best = (item.attest() != null) ? attested(words.get(item.key())) : SectionState.MISSING;
			for (Way way : item.ways()) {
				best = best.better(look(way, office), today);
			}
			states.put(item.key(), best);
		}
		return states;
	}

	private static SectionState attested(Attestation.@Nullable Word word) {
		return (word != null && word.on() != null)
				? new SectionState(Found.PRESENT, word.until(), word.on(), 0, null, true) : SectionState.MISSING;
	}

	private SectionState look(Way way, Look.Office office) {
		return switch (way) {
			case Way.OfPage page ->
				this.holdings.page(page.slugs()).map((found) -> page(found, page.days())).orElse(SectionState.MISSING);
			case Way.OfCategory category -> entries(this.holdings.inCategories(category.slugs(), category.least()),
					category.least(), category.days());
			case Way.OfType type -> entries(this.holdings.ofType(type.type(), type.least()), type.least(), type.days());
			case Way.OfOffice part -> office(part.part(), office);
			case Way.OfPlatform platform -> plain(Found.PRESENT);
		};
	}

	private SectionState page(Holdings.Page page, @Nullable Integer days) {
		LocalDate on = page.on();
		if (!page.published() || on == null) {
			return new SectionState(Found.EMPTY, null, null, 0, page.id(), false);
		}
		// to have looked it through is as good as to have written it anew
		LocalDate reviewed = this.pages.findByEntryId(page.id()).map(PageReview::reviewedOn).orElse(null);
		LocalDate last = (reviewed != null && reviewed.isAfter(on)) ? reviewed : on;
		return new SectionState(Found.PRESENT, (days != null) ? last.plusDays(days) : null, last, 1, page.id(), false);
	}

	private static SectionState entries(Holdings.Held held, int least, @Nullable Integer days) {
		List<LocalDate> on = held.days();
		if (on.size() < least) {
			Found found = (held.begun() || !on.isEmpty()) ? Found.EMPTY : Found.MISSING;
			return new SectionState(found, null, on.isEmpty() ? null : on.getFirst(), on.size(), null, false);
		}
		return new SectionState(Found.PRESENT, (days != null) ? on.getLast().plusDays(days) : null, on.getFirst(),
				on.size(), null, false);
	}

	private SectionState office(Way.OfOffice.Part part, Look.Office office) {
		return switch (part) {
			case CONTACT -> {
				boolean reached = !office.phone().isBlank() || !office.email().isBlank();
				yield plain((reached && !office.address().isBlank()) ? Found.PRESENT
						: (reached || !office.address().isBlank()) ? Found.EMPTY : Found.MISSING);
			}
			case PEOPLE -> plain(office.units().stream().anyMatch((unit) -> !unit.people().isEmpty()) ? Found.PRESENT
					: office.units().isEmpty() ? Found.MISSING : Found.EMPTY);
			case BOARD -> plain(this.board.isShown() ? Found.PRESENT : Found.MISSING);
		};
	}

	private static SectionState plain(Found found) {
		return new SectionState(found, null, null, 0, null, false);
	}

	/** Follows the standing pages that citizens see. */
	private void pages(RuleFiles.@Nullable PageRule rule) {
		Map<Long, PageReview> known = this.pages.all()
			.stream()
			.collect(Collectors.toMap(PageReview::entryId, (review) -> review));
		if (rule != null) {
			for (Holdings.Standing page : this.holdings.standing()) {
				PageReview review = Optional.ofNullable(known.remove(page.id()))
					.orElseGet(() -> new PageReview(page.id()));
				review.follow(page, rule.months());
				this.pages.save(review);
			}
		}
		known.values().forEach(PageReview::rest);
	}

	/**
	 * The site, held so that nobody else looks at it.
	 *
	 * @param version of what citizens see now
	 * @param surveyed the version that somebody looked at last
	 * @param rules by which they looked
	 * @param at when they looked
	 */
	record Taken(long version, long surveyed, String rules, Instant at) {
	}

}
