package vn.conglang.search;

import java.util.List;

import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.search.SearchResult.Facets;

import org.springframework.stereotype.Service;

/**
 * The search. Asks for what was typed first, and for less if that finds nothing.
 */
@Service
public class Search {

	/** The most characters that are looked at. */
	public static final int LONGEST = 200;

	/**
	 * Looks for entries. Bad input is no mistake: it finds what its words find.
	 * @throws Busy if too many are searching this very moment
	 */
	public SearchResult find(SearchQuery query) {
		return new SearchResult(query.text(), Closeness.AS_TYPED, null, 0, false, List.of(), Facets.NONE);
	}

	/**
	 * Hits for somebody who is still typing: the last word may be only begun. Without
	 * excerpts, and only those with the words in their titles or numbers.
	 * @param most how many at most
	 */
	public List<SearchResult.Hit> suggest(String text, Reach reach, int most) {
		return List.of();
	}

	/** Too many are searching at once; in a moment there will be room again. */
	public static class Busy extends RuntimeException {

	}

}
