package vn.conglang.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.Page;
import org.hibernate.query.SelectionQuery;
import vn.conglang.kernel.VietnameseText;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the site at work has published. */
@Service
@Transactional(readOnly = true)
public class PublishedEntries {

	private static final String TEASER = """
			select new vn.conglang.content.EntryTeaser(e.id, e.type, e.slug, r.title, r.summary, e.publishedAt,
				c.id, c.slug, c.name, r.cover)
			""";

	private static final String MEASURE = """
			select new vn.conglang.content.EntryMeasure(e.type, e.slug, r.title, e.publishedAt, r.words)
			""";

	private static final String SHOWN = """
			from Entry e join Revision r on r.id = e.publishedRevisionId left join Category c on c.id = e.categoryId
			where e.status = vn.conglang.content.EntryStatus.PUBLISHED
			""";

	private static final String LATEST_FIRST = " order by e.publishedAt desc, e.id desc";

	private static final String DOCUMENTS = SHOWN + """
			and e.type = vn.conglang.content.EntryType.LEGAL_DOCUMENT
			and (:text = '' or r.searchText like :pattern escape '\\' or e.id in (:found))
			and (:type = '' or function('jsonb_extract_path_text', r.fields, 'documentType') = :type)
			and (:issuer = '' or function('jsonb_extract_path_text', r.fields, 'issuer') = :issuer)
			and (:year = '' or left(function('jsonb_extract_path_text', r.fields, 'issued'), 4) = :year)
			""";

	private static final String CURRENT_ANNOUNCEMENTS = SHOWN + """
			and (e.type = vn.conglang.content.EntryType.ARTICLE and c.slug = 'thong-bao'
				or e.type = vn.conglang.content.EntryType.ANNOUNCEMENT
					and coalesce(function('jsonb_extract_path_text', r.fields, 'ends'), '9999') >= :today)
			""";

	private static final String PROCEDURES = SHOWN + """
			and e.type = vn.conglang.content.EntryType.PROCEDURE
			and (:field = '' or function('jsonb_extract_path_text', r.fields, 'field') = :field)
			""";

	private final EntityManager entities;

	PublishedEntries(EntityManager entities) {
		this.entities = entities;
	}

	/** The latest entries of some types, latest first. */
	public List<EntryTeaser> latest(Collection<EntryType> types, int limit) {
		return query(TEASER + SHOWN + " and e.type in (:types)" + LATEST_FIRST, EntryTeaser.class)
			.setParameter("types", types)
			.setMaxResults(limit)
			.getResultList();
	}

	/** The types of which anything is published. */
	public List<EntryType> types() {
		return query("""
				select distinct e.type from Entry e
				where e.status = vn.conglang.content.EntryStatus.PUBLISHED
				""", EntryType.class).getResultList();
	}

	/**
	 * One page of a type, latest first.
	 * @param page from 0
	 */
	public List<EntryTeaser> ofType(EntryType type, int page, int size) {
		return query(TEASER + SHOWN + " and e.type = :type" + LATEST_FIRST, EntryTeaser.class)
			.setParameter("type", type)
			.setPage(Page.page(size, page))
			.getResultList();
	}

	/** How many there are of a type. */
	public long countOfType(EntryType type) {
		return query("select count(*) " + SHOWN + " and e.type = :type", Long.class).setParameter("type", type)
			.getSingleResult();
	}

	/**
	 * Announcements that have not ended, and news of the category Thông báo; latest
	 * first.
	 * @param page from 0
	 */
	public List<EntryTeaser> announcements(LocalDate today, int page, int size) {
		return query(TEASER + CURRENT_ANNOUNCEMENTS + LATEST_FIRST, EntryTeaser.class)
			.setParameter("today", today.toString())
			.setPage(Page.page(size, page))
			.getResultList();
	}

	/** How many {@link #announcements} there are. */
	public long countAnnouncements(LocalDate today) {
		return query("select count(*) " + CURRENT_ANNOUNCEMENTS, Long.class).setParameter("today", today.toString())
			.getSingleResult();
	}

	/**
	 * One page of the procedures, in the order of their titles.
	 * @param field only those of this one, or empty for all
	 * @param page from 0
	 */
	public List<EntryTeaser> procedures(String field, int page, int size) {
		return query(TEASER + PROCEDURES + " order by r.title, e.id", EntryTeaser.class).setParameter("field", field)
			.setPage(Page.page(size, page))
			.getResultList();
	}

	/** How many {@link #procedures} there are. */
	public long countProcedures(String field) {
		return query("select count(*) " + PROCEDURES, Long.class).setParameter("field", field).getSingleResult();
	}

	/** The latest articles of every category, at most {@code perCategory} of each. */
	public List<EntryTeaser> latestOfEveryCategory(int perCategory) {
		return query(
				TEASER + """
						from (select f.id as id, row_number() over (partition by f.categoryId order by f.publishedAt desc, f.id desc)
								as place
							from Entry f where f.status = vn.conglang.content.EntryStatus.PUBLISHED
							and f.type = vn.conglang.content.EntryType.ARTICLE and f.categoryId is not null) ranked
						join Entry e on e.id = ranked.id join Revision r on r.id = e.publishedRevisionId
						join Category c on c.id = e.categoryId
						where ranked.place <= :most
						"""
						+ LATEST_FIRST,
				EntryTeaser.class)
			.setParameter("most", (long) perCategory)
			.getResultList();
	}

	/**
	 * One page of a category, latest first.
	 * @param page from 0
	 */
	public List<EntryTeaser> inCategory(CategoryInfo category, int page, int size) {
		SelectionQuery<EntryTeaser> query = query(TEASER + SHOWN + " and e.categoryId = :category" + LATEST_FIRST,
				EntryTeaser.class)
			.setParameter("category", category.id());
		return query.setPage(Page.page(size, page)).getResultList();
	}

	/** How many entries a category has. */
	public long countInCategory(CategoryInfo category) {
		return query("select count(*) " + SHOWN + " and e.categoryId = :category", Long.class)
			.setParameter("category", category.id())
			.getSingleResult();
	}

	/** The entry at an address. */
	public Optional<PublishedEntry> find(EntryType type, String slug) {
		return query("""
				select new vn.conglang.content.PublishedEntry(
					new vn.conglang.content.EntryTeaser(e.id, e.type, e.slug, r.title, r.summary, e.publishedAt,
						c.id, c.slug, c.name, r.cover), r.body, r.fields, r.author, e.revisedAt, r.words)
				""" + SHOWN + " and e.type = :type and e.slug = :slug", PublishedEntry.class).setParameter("type", type)
			.setParameter("slug", slug)
			.getResultStream()
			.findFirst();
	}

	/** The entry at an address, without its text. */
	public Optional<EntryTeaser> teaser(EntryType type, String slug) {
		return query(TEASER + SHOWN + " and e.type = :type and e.slug = :slug", EntryTeaser.class)
			.setParameter("type", type)
			.setParameter("slug", slug)
			.getResultStream()
			.findFirst();
	}

	/** Entries of all types with one of the slugs. */
	public List<EntryMeasure> measures(Collection<String> slugs) {
		return slugs.isEmpty() ? List.of()
				: query(MEASURE + SHOWN + " and e.slug in (:slugs)", EntryMeasure.class).setParameter("slugs", slugs)
					.getResultList();
	}

	/** Entries of a type that appeared in the time from a moment to before another. */
	public List<EntryMeasure> measures(EntryType type, Instant from, Instant until) {
		return query(MEASURE + SHOWN + " and e.type = :type and e.publishedAt >= :from and e.publishedAt < :until",
				EntryMeasure.class)
			.setParameter("type", type)
			.setParameter("from", from)
			.setParameter("until", until)
			.getResultList();
	}

	/** Entries of all types that have these words, with or without diacritics. */
	public List<EntryTeaser> search(String words, int limit) {
		return query(TEASER + SHOWN + " and r.searchText like :pattern escape '\\'" + LATEST_FIRST, EntryTeaser.class)
			.setParameter("pattern", LikePattern.containing(VietnameseText.fold(words)))
			.setMaxResults(limit)
			.getResultList();
	}

	/** Whether there is an entry at an address. */
	public boolean exists(EntryType type, String slug) {
		return query("""
				select count(*) from Entry e
				where e.status = vn.conglang.content.EntryStatus.PUBLISHED and e.type = :type and e.slug = :slug
				""", Long.class).setParameter("type", type).setParameter("slug", slug).getSingleResult() > 0;
	}

	/** Legal documents, the latest issued first. */
	public List<DocumentTeaser> documents(DocumentQuery wanted, int page, int size) {
		SelectionQuery<DocumentTeaser> query = query(
				"select new vn.conglang.content.DocumentTeaser(e.slug, r.title, r.fields) " + DOCUMENTS
						+ """
								order by function('jsonb_extract_path_text', r.fields, 'issued') desc nulls last, e.publishedAt desc,
									e.id desc""",
				DocumentTeaser.class);
		return fill(query, wanted).setPage(Page.page(size, page)).getResultList();
	}

	/** How many legal documents there are of the wanted kind. */
	public long countDocuments(DocumentQuery wanted) {
		return fill(query("select count(*) " + DOCUMENTS, Long.class), wanted).getSingleResult();
	}

	/**
	 * The values that a field of the published entries of a type takes, in the order of
	 * the alphabet.
	 * @param field key of the field
	 */
	public List<String> values(EntryType type, String field) {
		return query("""
				select distinct function('jsonb_extract_path_text', r.fields, :field)
				""" + SHOWN + " and e.type = :type", String.class).setParameter("type", type)
			.setParameter("field", field)
			.getResultStream()
			.filter((value) -> value != null && !value.isEmpty())
			.sorted(VietnameseText.alphabetical())
			.toList();
	}

	private <T> SelectionQuery<T> query(String hql, Class<T> result) {
		return this.entities.unwrap(Session.class).createSelectionQuery(hql, result);
	}

	private static <T> SelectionQuery<T> fill(SelectionQuery<T> query, DocumentQuery wanted) {
		String folded = VietnameseText.fold(wanted.text());
		return query.setParameter("text", folded)
			.setParameter("pattern", LikePattern.containing(folded))
			.setParameter("found", wanted.found().isEmpty() ? List.of(0L) : wanted.found())
			.setParameter("type", wanted.type())
			.setParameter("issuer", wanted.issuer())
			.setParameter("year", wanted.year());
	}

}
