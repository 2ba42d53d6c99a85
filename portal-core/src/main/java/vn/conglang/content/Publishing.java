package vn.conglang.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.SiteVersions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The acts on entries: save, publish, withdraw. Each is one transaction in the site at
 * work, in which the entry, its revision, the facts of volume and the site's version
 * change together or not at all.
 */
@Service
public class Publishing {

	private static final int LONGEST_SLUG = 100;

	private final EntryRepository entries;

	private final RevisionRepository revisions;

	private final CategoryRepository categories;

	private final SiteLock lock;

	private final SiteVersions versions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Publishing(EntryRepository entries, RevisionRepository revisions, CategoryRepository categories, SiteLock lock,
			SiteVersions versions, ApplicationEventPublisher events, Clock clock) {
		this.entries = entries;
		this.revisions = revisions;
		this.categories = categories;
		this.lock = lock;
		this.versions = versions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Begins an entry with its first revision.
	 * @return its identity
	 * @throws Refused if the text cannot be saved
	 */
	@Transactional
	public long begin(EntryType type, EntryText text, User by) {
		return begin(type, text, by.displayName(), by.id(), null);
	}

	/** Like {@link #begin(EntryType, EntryText, User)}, for programs. */
	@Transactional
	public long begin(EntryType type, EntryText text, String savedBy) {
		return begin(type, text, savedBy, null, null);
	}

	long begin(EntryType type, EntryText text, String savedBy, @Nullable Long savedById, @Nullable String importKey) {
		check(text, text.problems(type));
		Entry entry = this.entries.save(new Entry(type, freeSlug(type, text.title()), importKey, now()));
		addRevision(entry, text, savedBy, savedById);
		return entry.id();
	}

	/**
	 * Begins an entry with a text taken over from a district or the province.
	 * @param offer identity of what was taken over
	 * @param savedBy name of who wrote it there
	 * @param savedById their account
	 * @return its identity
	 * @throws Refused if the text cannot be saved
	 */
	@Transactional
	public long beginShared(EntryText text, long offer, String savedBy, long savedById) {
		long id = begin(EntryType.ARTICLE, text, savedBy, savedById, null);
		entry(id).comesFrom(offer);
		return id;
	}

	/**
	 * Saves a correction of a text that was taken over, after whatever was saved last.
	 * @return the identity of the new revision
	 */
	@Transactional
	public long saveShared(long entryId, EntryText text, String savedBy, long savedById) {
		Entry entry = this.entries.lock(entryId).orElseThrow(NotFound::new);
		check(text, text.problems(entry.type()));
		return addRevision(entry, text, savedBy, savedById).id();
	}

	/**
	 * Saves a new revision. What citizens see stays as it is.
	 * @param base number of the revision that the writer began with
	 * @return the identity of the new revision
	 * @throws Refused if the text cannot be saved
	 * @throws ChangedMeanwhile if somebody else saved since
	 */
	@Transactional
	public long save(long entryId, int base, EntryText text, User by) {
		Entry entry = this.entries.lock(entryId).orElseThrow(NotFound::new);
		if (latest(entry).number() != base) {
			throw new ChangedMeanwhile(latest(entry).savedBy());
		}
		check(text, text.problems(entry.type()));
		if (entry.mayMove() && !latest(entry).text().title().equals(text.title())) {
			entry.move(freeSlug(entry.type(), text.title()));
		}
		return addRevision(entry, text, by.displayName(), by.id()).id();
	}

	/**
	 * Says where the latest text of an entry stands now.
	 * @param waitsFor name of the stage it waits for while in review
	 */
	@Transactional
	public void progress(long entryId, Progress progress, @Nullable String waitsFor) {
		entry(entryId).progress(progress, waitsFor, now());
	}

	/**
	 * Looks whether the latest text of an entry could be published.
	 * @throws Refused if something is missing, with the fields
	 */
	@Transactional(readOnly = true)
	public void requireComplete(long entryId) {
		Entry entry = entry(entryId);
		check(latest(entry).text(), problems(entry, latest(entry)));
	}

	/**
	 * Puts the latest revision before the citizens, from the next request on.
	 * @throws Refused if something is missing, with the fields
	 */
	@Transactional
	public void publish(long entryId) {
		Instant now = now();
		Entry entry = entry(entryId);
		publish(entry, latest(entry), now, now);
	}

	/**
	 * Like {@link #publish(long)}, with the very revision that was approved.
	 * @throws NotFound if the entry has no such revision
	 */
	@Transactional
	public void publishRevision(long entryId, long revisionId) {
		Instant now = now();
		Entry entry = entry(entryId);
		publish(entry,
				this.revisions.findById(revisionId)
					.filter((revision) -> revision.entryId() == entryId)
					.orElseThrow(NotFound::new),
				now, now);
	}

	/** Like {@link #publish(long)}, with the day and time that readers see. */
	@Transactional
	public void publish(long entryId, Instant at) {
		Entry entry = entry(entryId);
		publish(entry, latest(entry), at, now());
	}

	private void publish(Entry entry, Revision revision, Instant at, Instant now) {
		check(revision.text(), problems(entry, revision));
		boolean first = entry.mayMove();
		boolean appeared = entry.publish(revision, at, now);
		this.versions.raise();
		this.events.publishEvent(new EntryPublished(CurrentSite.require(), entry.id(), entry.type(), appeared, first,
				first ? at : now, work(entry, revision)));
	}

	/** Takes a published entry from the citizens' sight; does nothing with another. */
	@Transactional
	public void withdraw(long entryId) {
		Entry entry = entry(entryId);
		if (entry.status() != EntryStatus.PUBLISHED) {
			return;
		}
		Revision shown = this.revisions.findById(Objects.requireNonNull(entry.publishedRevisionId())).orElseThrow();
		Instant now = now();
		entry.withdraw(now);
		this.versions.raise();
		this.events
			.publishEvent(new EntryWithdrawn(CurrentSite.require(), entry.id(), entry.type(), now, work(entry, shown)));
	}

	private Revision addRevision(Entry entry, EntryText text, String savedBy, @Nullable Long savedById) {
		Revision revision = this.revisions.save(entry.revise(text, savedBy, savedById, now()));
		entry.revised(revision);
		this.events.publishEvent(new EntrySaved(CurrentSite.require(), entry.id()));
		return revision;
	}

	private static List<EntryText.Problem> problems(Entry entry, Revision revision) {
		List<EntryText.Problem> problems = new ArrayList<>(revision.text().problems(entry.type()));
		problems.addAll(revision.text().gaps(entry.type()));
		return problems;
	}

	private Entry entry(long id) {
		return this.entries.findById(id).orElseThrow(NotFound::new);
	}

	private Revision latest(Entry entry) {
		return this.revisions.findById(Objects.requireNonNull(entry.latestRevisionId())).orElseThrow();
	}

	private EntryWork work(Entry entry, Revision revision) {
		Long categoryId = revision.text().categoryId();
		CategoryInfo category = (categoryId != null)
				? this.categories.findById(categoryId).map(Category::info).orElse(null) : null;
		Revision begun = (revision.number() == 1) ? revision
				: this.revisions.findByEntryIdAndNumber(entry.id(), 1).orElseThrow();
		boolean byAccount = begun.savedById() != null;
		String byline = begun.text().author();
		return new EntryWork(revision.id(), (category != null) ? category.slug() : null,
				(category != null) ? category.name() : null, revision.words(), revision.images(), entry.isShared(),
				begun.savedById(), byAccount ? begun.savedBy() : (byline.isBlank() ? null : byline),
				byAccount ? entry.createdAt() : null);
	}

	private void check(EntryText text, List<EntryText.Problem> problems) {
		List<EntryText.Problem> all = new ArrayList<>(problems);
		Long category = text.categoryId();
		if (category != null && this.categories.findById(category).isEmpty()) {
			all.add(new EntryText.Problem("categoryId", "content.category.unknown"));
		}
		if (!all.isEmpty()) {
			throw new Refused(all);
		}
	}

	/**
	 * An address nobody has yet: the folded title, with a number behind it if need be.
	 */
	private String freeSlug(EntryType type, String title) {
		this.lock.take();
		String wanted = VietnameseText.slug(title, LONGEST_SLUG);
		List<String> taken = this.entries.slugsLike(type, wanted, wanted + "-%");
		String slug = wanted;
		for (int number = 2; taken.contains(slug); number++) {
			slug = wanted + "-" + number;
		}
		return slug;
	}

	private Instant now() {
		return this.clock.instant();
	}

	/** The site has no such entry. */
	public static class NotFound extends RuntimeException {

	}

	/** The act cannot be done; the problems say why and where. */
	public static class Refused extends RuntimeException {

		private final transient List<EntryText.Problem> problems;

		Refused(List<EntryText.Problem> problems) {
			super(problems.stream().map((problem) -> problem.field() + ": " + problem.message()).toList().toString());
			this.problems = List.copyOf(problems);
		}

		/** What is to be mended, at least one. */
		public List<EntryText.Problem> problems() {
			return this.problems;
		}

	}

	/** Somebody else saved the entry since it was opened. */
	public static class ChangedMeanwhile extends RuntimeException {

		private final String by;

		ChangedMeanwhile(String by) {
			this.by = by;
		}

		/** Who saved it. */
		public String by() {
			return this.by;
		}

	}

}
