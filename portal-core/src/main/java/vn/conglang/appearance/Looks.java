package vn.conglang.appearance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;
import vn.conglang.site.SiteVersions;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The look of the site at work: what is in force, changing it and taking it back. */
@Service
public class Looks {

	private static final int SHOWN_CHANGES = 30;

	private final LookChangeRepository changes;

	private final LookPreview preview;

	private final Themes themes;

	private final SiteVersions versions;

	private final Clock clock;

	Looks(LookChangeRepository changes, LookPreview preview, Themes themes, SiteVersions versions, Clock clock) {
		this.changes = changes;
		this.preview = preview;
		this.themes = themes;
		this.versions = versions;
		this.clock = clock;
	}

	/** What is in force, or what is being tried on in this request. */
	@Transactional(readOnly = true)
	public Look current() {
		Look tried = this.preview.tried();
		return (tried != null) ? tried : inForce();
	}

	/** Whether {@link #current()} is a look that is being tried on. */
	public boolean isTrying() {
		return this.preview.tried() != null;
	}

	/** What citizens see. */
	@Transactional(readOnly = true)
	public Look inForce() {
		return this.changes.findFirstByOrderByIdDesc().map(LookChange::look).orElse(Look.USUAL);
	}

	/** The theme of a look. */
	public Theme theme(Site site, Look look) {
		String chosen = look.style().theme();
		return this.themes.get((chosen != null && this.themes.ids().contains(chosen)) ? chosen : site.theme());
	}

	/**
	 * Says whether a part is still as it was.
	 * @param part what is being worked on
	 * @return identity of its latest change, 0 for none: what {@link #change} is given
	 */
	@Transactional(readOnly = true)
	public long base(Look.Part part) {
		return this.changes.findFirstByPartOrderByIdDesc(part).map(LookChange::id).orElse(0L);
	}

	/** What changed a part last, {@code null} where nobody did. */
	@Transactional(readOnly = true)
	@Nullable LookChange latest(Look.Part part) {
		return this.changes.findFirstByPartOrderByIdDesc(part).orElse(null);
	}

	/**
	 * Puts one part of a look into force; the others stay as they are by now.
	 * @param wanted of which the part is taken
	 * @param base what {@link #base} said when the work began
	 * @return {@code false} when somebody else has changed that part meanwhile; then
	 * nothing is done
	 */
	@Transactional
	public boolean change(Look.Part part, Look wanted, long base, String by) {
		this.versions.raise();
		if (base(part) != base) {
			return false;
		}
		this.changes.save(new LookChange(part, part.put(inForce(), wanted), false, by, this.clock.instant()));
		return true;
	}

	/**
	 * Takes the latest change of a part back. Doing it twice brings it again.
	 * @return {@code false} when the part was never changed
	 */
	@Transactional
	public boolean undo(Look.Part part, String by) {
		this.versions.raise();
		@Nullable LookChange latest = this.changes.findFirstByPartOrderByIdDesc(part).orElse(null);
		if (latest == null) {
			return false;
		}
		Look before = this.changes.findFirstByIdLessThanOrderByIdDesc(latest.id())
			.map(LookChange::look)
			.orElse(Look.USUAL);
		this.changes.save(new LookChange(part, part.put(inForce(), before), true, by, this.clock.instant()));
		return true;
	}

	/**
	 * Takes the latest change of a part back, if it is the one that somebody has seen.
	 * @param base what {@link #base} said then
	 * @return {@code false} when the part was changed meanwhile, or never; then nothing
	 * is done
	 */
	@Transactional
	public boolean undo(Look.Part part, long base, String by) {
		this.versions.raise();
		return base(part) == base && undo(part, by);
	}

	/** What was changed, the latest first. */
	@Transactional(readOnly = true)
	public List<Change> history() {
		List<LookChange> latest = this.changes.findByOrderByIdDesc(Limit.of(SHOWN_CHANGES + 1));
		return IntStream.range(0, Math.min(latest.size(), SHOWN_CHANGES)).mapToObj((i) -> {
			LookChange change = latest.get(i);
			Look before = (i + 1 < latest.size()) ? latest.get(i + 1).look() : Look.USUAL;
			return new Change(change.part(), change.undo(), change.byName(), change.at(), before, change.look());
		}).toList();
	}

	/**
	 * What the site shows now and what it would show if any part were taken back: the
	 * looks whose pictures must not be lost. That in force first.
	 */
	@Transactional(readOnly = true)
	List<Look> needed() {
		List<Look> needed = new ArrayList<>(List.of(inForce()));
		for (Look.Part part : Look.Part.values()) {
			this.changes.findFirstByPartOrderByIdDesc(part)
				.flatMap((change) -> this.changes.findFirstByIdLessThanOrderByIdDesc(change.id()))
				.ifPresent((before) -> needed.add(part.put(Look.USUAL, before.look())));
		}
		return needed;
	}

	/**
	 * That a part was changed.
	 *
	 * @param undo whether an earlier change was taken back
	 * @param before the whole look before it
	 * @param after the whole look after it
	 */
	public record Change(Look.Part part, boolean undo, String by, Instant at, Look before, Look after) {
	}

}
