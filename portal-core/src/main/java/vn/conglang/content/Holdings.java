package vn.conglang.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the site at work holds, for those who look after its completeness: no texts, only
 * what is there and since when.
 */
@Service
@Transactional(readOnly = true)
public class Holdings {

	private static final String DAY = "greatest(e.publishedAt, coalesce(e.revisedAt, e.publishedAt))";

	private final EntityManager entities;

	Holdings(EntityManager entities) {
		this.entities = entities;
	}

	/** The latest published entries of a type, no more than are asked for. */
	public Held ofType(EntryType type, int most) {
		List<LocalDate> days = this.entities
			.createQuery("select e.publishedAt from Entry e where e.type = :type and e.status = :published"
					+ " order by e.publishedAt desc", Instant.class)
			.setParameter("type", type)
			.setParameter("published", EntryStatus.PUBLISHED)
			.setMaxResults(most)
			.getResultStream()
			.map(Holdings::day)
			.toList();
		boolean begun = !days.isEmpty() || !this.entities
			.createQuery("select e.id from Entry e where e.type = :type and e.status <> :withdrawn", Long.class)
			.setParameter("type", type)
			.setParameter("withdrawn", EntryStatus.WITHDRAWN)
			.setMaxResults(1)
			.getResultList()
			.isEmpty();
		return new Held(begun, days);
	}

	/**
	 * The latest published entries in any of the categories with these slugs, no more
	 * than are asked for.
	 */
	public Held inCategories(Collection<String> slugs, int most) {
		List<Long> ids = this.entities.createQuery("select c.id from Category c where c.slug in :slugs", Long.class)
			.setParameter("slugs", slugs)
			.getResultList();
		if (ids.isEmpty()) {
			return new Held(false, List.of());
		}
		return new Held(true,
				this.entities
					.createQuery("select e.publishedAt from Entry e where e.categoryId in :ids"
							+ " and e.status = :published order by e.publishedAt desc", Instant.class)
					.setParameter("ids", ids)
					.setParameter("published", EntryStatus.PUBLISHED)
					.setMaxResults(most)
					.getResultStream()
					.map(Holdings::day)
					.toList());
	}

	/**
	 * The page at one of these addresses, a published one before others, the first
	 * address before the next.
	 */
	public Optional<Page> page(List<String> slugs) {
		return this.entities
			.createQuery("select new vn.conglang.content.Holdings$Page(e.id, e.slug, e.status, " + DAY
					+ ") from Entry e where e.type = :type and e.slug in :slugs", Page.class)
			.setParameter("type", EntryType.PAGE)
			.setParameter("slugs", slugs)
			.getResultStream()
			.min((one, other) -> (one.published() != other.published()) ? (one.published() ? -1 : 1)
					: Integer.compare(slugs.indexOf(one.slug()), slugs.indexOf(other.slug())));
	}

	/** Published pages and procedures: what stands for years, and may become untrue. */
	public List<Standing> standing() {
		return this.entities
			.createQuery("select new vn.conglang.content.Holdings$Standing(e.id, r.title, " + DAY
					+ ", r.savedById, r.savedBy) from Entry e join Revision r on r.id = e.publishedRevisionId"
					+ " where e.type in :types order by r.title", Standing.class)
			.setParameter("types", List.of(EntryType.PAGE, EntryType.PROCEDURE))
			.getResultList();
	}

	/** When the first entry was begun, if there is any. */
	public Optional<LocalDate> begun() {
		return Optional
			.ofNullable(this.entities
				.createQuery("select min(least(e.createdAt, coalesce(e.publishedAt, e.createdAt)))" + " from Entry e",
						Instant.class)
				.getSingleResult())
			.map(Holdings::day);
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, VietnameseText.ZONE);
	}

	/**
	 * What there is of something.
	 *
	 * @param begun whether there is a place for it: the category, or a draft
	 * @param days on which what is published appeared, the latest first
	 */
	public record Held(boolean begun, List<LocalDate> days) {
	}

	/**
	 * A page.
	 *
	 * @param published whether citizens see it
	 * @param on when it appeared or was changed last; {@code null} where it never
	 * appeared
	 */
	public record Page(long id, String slug, boolean published, @Nullable LocalDate on) {

		Page(long id, String slug, EntryStatus status, @Nullable Instant at) {
			this(id, slug, status == EntryStatus.PUBLISHED, (at != null) ? day(at) : null);
		}

	}

	/**
	 * A published page or procedure.
	 *
	 * @param changedOn when what citizens see appeared or was changed last
	 * @param authorId account of who wrote what citizens see, if it was no program
	 */
	public record Standing(long id, String title, LocalDate changedOn, @Nullable Long authorId, String author) {

		Standing(long id, String title, Instant at, @Nullable Long authorId, String author) {
			this(id, title, day(at), authorId, author);
		}

	}

}
