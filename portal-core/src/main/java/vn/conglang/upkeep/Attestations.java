package vn.conglang.upkeep;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the board of the site at work says of sections that the portal cannot see. */
@Service
class Attestations {

	static final int LONGEST_NOTE = 500;

	private static final int LONGEST_LINK = 500;

	private static final int SHOWN = 50;

	private final AttestationRepository attestations;

	private final Survey survey;

	private final Rules rules;

	private final UpkeepTexts texts;

	private final Clock clock;

	Attestations(AttestationRepository attestations, Survey survey, Rules rules, UpkeepTexts texts, Clock clock) {
		this.attestations = attestations;
		this.survey = survey;
		this.rules = rules;
		this.texts = texts;
		this.clock = clock;
	}

	/** All that was said, the latest first. */
	@Transactional(readOnly = true)
	public List<Attestation> history() {
		return this.attestations.history(Limit.of(SHOWN));
	}

	/**
	 * Says that a section is there.
	 * @return what has to be mended in the form, by field; empty when it was noted
	 */
	@Transactional
	public Map<String, String> attest(Site site, Checklist.Item item, Form form, User by) {
		int most = Objects.requireNonNull(item.attest());
		LocalDate today = this.rules.today();
		Map<String, String> problems = new LinkedHashMap<>();
		LocalDate on = day(form.on());
		LocalDate until = form.until().isEmpty() && on != null ? on.plusDays(most) : day(form.until());
		if (on == null || on.isAfter(today) || on.isBefore(today.minusDays(most))) {
			problems.put("ngay", this.texts.of("upkeep.attest.on.wrong", today.minusDays(most), today));
		}
		else if (until == null || until.isBefore(today) || until.isAfter(on.plusDays(most))) {
			problems.put("den", this.texts.of("upkeep.attest.until.wrong", today, on.plusDays(most)));
		}
		if (form.note().isEmpty() && form.link().isEmpty()) {
			problems.put("ghi-chu", this.texts.of("upkeep.attest.note.missing"));
		}
		if (form.note().length() > LONGEST_NOTE) {
			problems.put("ghi-chu", this.texts.of("upkeep.attest.note.long", LONGEST_NOTE));
		}
		if (!form.link().isEmpty() && !isLink(form.link())) {
			problems.put("lien-ket", this.texts.of("upkeep.attest.link.wrong"));
		}
		if (problems.isEmpty()) {
			add(site, item, on, until, form, by);
		}
		return problems;
	}

	/** Says that what was said of a section does not hold any more. */
	@Transactional
	public void takeBack(Site site, Checklist.Item item, User by) {
		boolean holds = this.attestations.latest()
			.stream()
			.map(Attestation::word)
			.anyMatch((word) -> word.item().equals(item.key()) && word.on() != null);
		if (holds) {
			add(site, item, null, null, Form.EMPTY, by);
		}
	}

	private void add(Site site, Checklist.Item item, @Nullable LocalDate on, @Nullable LocalDate until, Form form,
			User by) {
		this.survey.take();
		this.attestations.save(new Attestation(new Attestation.Word(item.key(), on, until, form.note(), form.link(),
				by.id(), by.displayName(), by.roleIn(site).orElse(Role.EDITOR)), this.clock.instant()));
		this.survey.lookAgain();
	}

	private static @Nullable LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** An address on the web, or one on the site itself. */
	private static boolean isLink(String text) {
		if (text.length() > LONGEST_LINK) {
			return false;
		}
		try {
			URI link = new URI(text);
			return (link.getHost() != null && List.of("https", "http").contains(String.valueOf(link.getScheme())))
					|| (link.getScheme() == null && link.getRawAuthority() == null && text.startsWith("/"));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** What somebody typed. */
	record Form(String on, String until, String note, String link) {

		static final Form EMPTY = new Form("", "", "", "");

		Form {
			on = on.strip();
			until = until.strip();
			note = note.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "").strip();
			link = link.strip();
		}

	}

}
