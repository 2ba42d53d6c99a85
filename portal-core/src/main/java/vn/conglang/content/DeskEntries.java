package vn.conglang.content;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.Page;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads all entries of the site at work for the people who write them, drafts included.
 */
@Service
@Transactional(readOnly = true)
public class DeskEntries {

	private static final String ROWS = """
			select new vn.conglang.content.DeskEntries$Row(e.id, e.type, e.slug, e.status, r.title, c.name, r.savedBy,
				e.changedAt, e.publishedAt, e.progress, e.progressSince, e.waitsFor)
			""";

	private static final String MATCHING = """
			from Entry e join Revision r on r.id = e.latestRevisionId left join Category c on c.id = r.categoryId
			where (:status is null or e.status = :status) and (:progress is null or e.progress = :progress) and (:type is null or e.type = :type)
			and (:category is null or r.categoryId = :category)
			and (:text = '' or r.searchText like :pattern escape '\\')
			""";

	private final EntityManager entities;

	private final EntryRepository entries;

	private final RevisionRepository revisions;

	private final CategoryRepository categories;

	DeskEntries(EntityManager entities, EntryRepository entries, RevisionRepository revisions,
			CategoryRepository categories) {
		this.entities = entities;
		this.entries = entries;
		this.revisions = revisions;
		this.categories = categories;
	}

	/** Entries matching the filter, the latest changed first. */
	public List<Row> page(Filter filter, int page, int size) {
		return fill(query(ROWS + MATCHING + " order by e.changedAt desc, e.id desc", Row.class), filter)
			.setPage(Page.page(size, page))
			.getResultList();
	}

	/** How many match. */
	public long count(Filter filter) {
		return fill(query("select count(*) " + MATCHING, Long.class), filter).getSingleResult();
	}

	/** An entry with its latest revision, ready to be edited. */
	public Optional<Opened> open(long id) {
		return this.entries.findById(id)
			.flatMap((entry) -> Optional.ofNullable(entry.latestRevisionId())
				.flatMap(this.revisions::findById)
				.map((latest) -> new Opened(entry.id(), entry.type(), entry.slug(), entry.status(), latest.text(),
						latest.number(), latest.savedBy(), latest.createdAt(), entry.publishedAt(), latest.id(),
						entry.publishedRevisionId(), entry.progress(), entry.progressSince(), entry.waitsFor())));
	}

	/**
	 * Titles of entries, as their latest revisions have them; unknown ones are left out.
	 */
	public Map<Long, String> titles(Collection<Long> ids) {
		return this.entities
			.createQuery(
					"select e.id, r.title from Entry e join Revision r on r.id = e.latestRevisionId where e.id in :ids",
					Object[].class)
			.setParameter("ids", ids)
			.getResultStream()
			.collect(Collectors.toMap((row) -> (Long) row[0], (row) -> (String) row[1]));
	}

	/** The rows of these entries by their identity; unknown ones are left out. */
	public Map<Long, Row> rows(Collection<Long> ids) {
		return this.entities.createQuery(ROWS + """
				from Entry e join Revision r on r.id = e.latestRevisionId left join Category c on c.id = r.categoryId
				where e.id in :ids""", Row.class)
			.setParameter("ids", ids)
			.getResultStream()
			.collect(Collectors.toMap(Row::id, (row) -> row));
	}

	/** What the account saved last and nobody has sent on yet, the latest first. */
	public List<Row> unsent(long account, int most) {
		return this.entities.createQuery(ROWS + """
				from Entry e join Revision r on r.id = e.latestRevisionId left join Category c on c.id = r.categoryId
				where r.savedById = :account and e.progress = vn.conglang.content.Progress.WRITING
				order by e.changedAt desc, e.id desc""", Row.class)
			.setParameter("account", account)
			.setMaxResults(most)
			.getResultList();
	}

	/** All revisions of an entry without their texts, the latest first. */
	public List<Saved> revisions(long id) {
		return this.revisions.saves(id);
	}

	/** The latest revision of an entry without its text. */
	public Optional<Saved> latest(long id) {
		return this.revisions.latest(id);
	}

	/**
	 * The text of one revision.
	 * @param number from 1
	 */
	public Optional<EntryText> revision(long id, int number) {
		return this.revisions.findByEntryIdAndNumber(id, number).map(Revision::text);
	}

	/** Accounts that saved a revision newer than what is published, each once. */
	public List<Long> writersSincePublished(long id) {
		return this.revisions.writersSincePublished(id);
	}

	/** Whether an account has ever saved something here. */
	public boolean hasWritten(long account) {
		return this.revisions.existsBySavedById(account);
	}

	/** The latest revision as citizens would see it. */
	public Optional<PublishedEntry> preview(long id) {
		return this.entries.findById(id)
			.flatMap((entry) -> Optional.ofNullable(entry.latestRevisionId())
				.flatMap(this.revisions::findById)
				.map((latest) -> preview(entry, latest)));
	}

	private PublishedEntry preview(Entry entry, Revision latest) {
		EntryText text = latest.text();
		Long category = text.categoryId();
		Instant publishedAt = entry.publishedAt();
		EntryTeaser teaser = new EntryTeaser(entry.id(), entry.type(), entry.slug(), text.title(), text.summary(),
				(publishedAt != null) ? publishedAt : latest.createdAt(),
				(category != null) ? this.categories.findById(category).map(Category::info).orElse(null) : null,
				latest.cover());
		return new PublishedEntry(teaser, text.bodyHtml(), text.fields(), text.author(), null, latest.words());
	}

	private <T> SelectionQuery<T> query(String hql, Class<T> result) {
		return this.entities.unwrap(Session.class).createSelectionQuery(hql, result);
	}

	private static <T> SelectionQuery<T> fill(SelectionQuery<T> query, Filter filter) {
		String folded = VietnameseText.fold(filter.text());
		return query.setParameter("status", filter.status())
			.setParameter("progress", filter.progress())
			.setParameter("type", filter.type())
			.setParameter("category", filter.category())
			.setParameter("text", folded)
			.setParameter("pattern", LikePattern.containing(folded));
	}

	/**
	 * Which entries are asked for; {@code null} or empty stands for any.
	 *
	 * @param text found in title, summary or number, with or without diacritics
	 */
	public record Filter(@Nullable EntryStatus status, @Nullable Progress progress, @Nullable EntryType type,
			@Nullable Long category, String text) {
	}

	/**
	 * An entry in the list.
	 *
	 * @param progress where its latest text stands, since when, and for which stage it
	 * waits
	 */
	public record Row(Long id, EntryType type, String slug, EntryStatus status, String title, @Nullable String category,
			String savedBy, Instant changedAt, @Nullable Instant publishedAt, Progress progress, Instant progressSince,
			@Nullable String waitsFor) {
	}

	/**
	 * An entry opened for editing.
	 *
	 * @param number of the latest revision, from 1
	 * @param revisionId of the latest revision
	 * @param publishedRevisionId of what citizens see, if they see any
	 * @param progress where the latest text stands, since when, and for which stage it
	 * waits
	 */
	public record Opened(long id, EntryType type, String slug, EntryStatus status, EntryText text, int number,
			String savedBy, Instant savedAt, @Nullable Instant publishedAt, long revisionId,
			@Nullable Long publishedRevisionId, Progress progress, Instant progressSince, @Nullable String waitsFor) {
	}

	/**
	 * One save of an entry.
	 *
	 * @param number from 1
	 */
	public record Saved(long revisionId, int number, String savedBy, Instant savedAt, int words, int images) {
	}

}
