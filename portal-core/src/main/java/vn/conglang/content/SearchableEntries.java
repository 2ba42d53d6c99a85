package vn.conglang.content;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the entries of the site at work with the texts by which they are to be found:
 * what citizens see, and what the board works at.
 */
@Service
public class SearchableEntries {

	private final EntityManager entities;

	private final CategoryRepository categories;

	SearchableEntries(EntityManager entities, CategoryRepository categories) {
		this.entities = entities;
		this.categories = categories;
	}

	/** The entries with these identities, as they are now; unknown ones are left out. */
	@Transactional(readOnly = true)
	public List<Searchable> byId(Collection<Long> ids) {
		List<Entry> entries = this.entities.createQuery("select e from Entry e where e.id in :ids", Entry.class)
			.setParameter("ids", ids)
			.getResultList();
		Map<Long, Revision> revisions = new HashMap<>();
		this.entities.createQuery("select r from Revision r where r.id in :ids", Revision.class)
			.setParameter("ids",
					entries.stream()
						.flatMap((entry) -> Stream.of(entry.publishedRevisionId(), entry.latestRevisionId()))
						.filter(Objects::nonNull)
						.collect(Collectors.toSet()))
			.getResultStream()
			.forEach((revision) -> revisions.put(revision.id(), revision));
		Map<Long, String> slugs = new HashMap<>();
		this.categories.findAllByOrderByPositionAscIdAsc()
			.forEach((category) -> slugs.put(category.id(), category.info().slug()));
		return entries.stream().map((entry) -> {
			Revision shown = revision(entry.publishedRevisionId(), revisions);
			Revision latest = revision(entry.latestRevisionId(), revisions);
			return new Searchable(entry.id(), entry.type(), entry.slug(), entry.publishedAt(), saved(shown, slugs),
					saved(latest, slugs));
		}).toList();
	}

	private static @Nullable Revision revision(@Nullable Long id, Map<Long, Revision> revisions) {
		return (id != null) ? Objects.requireNonNull(revisions.get(id)) : null;
	}

	private static @Nullable Saved saved(@Nullable Revision revision, Map<Long, String> slugs) {
		if (revision == null) {
			return null;
		}
		EntryText text = revision.text();
		return new Saved(revision.id(), text, (text.categoryId() != null) ? slugs.get(text.categoryId()) : null,
				revision.createdAt());
	}

	/**
	 * An entry with its texts.
	 *
	 * @param publishedAt day and time that readers see, once it was published
	 * @param shown what citizens see, if they see any of it
	 * @param latest what the board saved last
	 */
	public record Searchable(long id, EntryType type, String slug, @Nullable Instant publishedAt, @Nullable Saved shown,
			@Nullable Saved latest) {
	}

	/**
	 * One save.
	 *
	 * @param category slug, if it is in one
	 */
	public record Saved(long revisionId, EntryText text, @Nullable String category, Instant at) {
	}

}
