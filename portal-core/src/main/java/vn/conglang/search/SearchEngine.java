package vn.conglang.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What can carry out a {@link Plan}: PostgreSQL or Elasticsearch.
 */
interface SearchEngine {

	/**
	 * Carries out the plan.
	 * @throws EngineFailure if it cannot at the moment
	 */
	Found find(Plan plan, Bounds bounds, int from, int size);

	/**
	 * Among what is looked.
	 *
	 * @param site the site at work; none for the whole province
	 * @param desk whether in all that the newsroom may find, otherwise in what citizens
	 * may
	 * @param without sites that are left out
	 * @param type name of the type, or {@code null} for any
	 * @param category slug, or {@code null} for any
	 * @param year or {@code null} for any
	 * @param sites of these only, or {@code null} for any
	 * @param today by which it is judged what is recent and what has expired
	 * @param facets whether they are wanted
	 */
	record Bounds(@Nullable Long site, boolean desk, Collection<Long> without, @Nullable String type,
			@Nullable String category, @Nullable Integer year, @Nullable Collection<Long> sites, LocalDate today,
			boolean facets) {

		Bounds withoutFacets() {
			return new Bounds(this.site, this.desk, this.without, this.type, this.category, this.year, this.sites,
					this.today, false);
		}

	}

	/**
	 * What was found.
	 *
	 * @param total how many there are, or at how many was looked
	 * @param more whether there are more than that; then counts are too low, too
	 * @param refs those of the page, the best first
	 * @param types hits by name of type, whatever type is asked for
	 * @param categories hits by slug, whatever category is asked for
	 * @param years hits by year, whatever year is asked for
	 * @param sites hits by site, whatever sites are asked for; only for the whole
	 * province
	 */
	record Found(long total, boolean more, List<Ref> refs, Map<String, Long> types, Map<String, Long> categories,
			Map<Integer, Long> years, Map<Long, Long> sites) {
	}

	/** Which row of {@code search_document}. */
	record Ref(long site, long entry, boolean draft) {
	}

	/** The engine does not answer, or not as it should. */
	class EngineFailure extends RuntimeException {

		EngineFailure(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

}
