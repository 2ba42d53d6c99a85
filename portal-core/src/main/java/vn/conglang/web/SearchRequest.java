package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.search.Search;
import vn.conglang.search.SearchQuery;

import org.springframework.web.util.UriUtils;

/**
 * What the address of a search asks for, and addresses that ask for something else.
 *
 * @param values what was given, by the name of the parameter; nothing empty
 * @param page from 0
 */
record SearchRequest(Map<String, String> values, int page) {

	static final String PATH = "/tim-kiem";

	static final String TEXT = "q";

	static final String TYPE = "loai";

	static final String CATEGORY = "chuyen-muc";

	static final String YEAR = "nam";

	static final String AREA = "huyen";

	static final String SITE = "trang-web";

	static final String GROUPED = "gop";

	static final List<String> OF_A_SITE = List.of(TEXT, TYPE, CATEGORY, YEAR);

	static final List<String> OF_THE_PROVINCE = List.of(TEXT, TYPE, CATEGORY, YEAR, AREA, SITE, GROUPED);

	private static final String BY_SITE = "trang";

	/** A year in which there is nothing. */
	private static final int NO_YEAR = -1;

	/**
	 * Reads an address. What is too long is cut, what is nonsense finds nothing.
	 * @param names of the parameters that are read
	 * @throws NotFoundException for a page number that cannot be
	 */
	static SearchRequest of(Map<String, String> parameters, List<String> names) {
		return new SearchRequest(values(parameters, names), PageNumber.parse(parameters.get("trang")));
	}

	/** Those of the parameters that are read and say something. */
	static Map<String, String> values(Map<String, String> parameters, List<String> names) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String name : names) {
			String value = clean(parameters.getOrDefault(name, ""));
			if (!value.isEmpty()) {
				values.put(name, value);
			}
		}
		return values;
	}

	/** On one line, and not longer than what is looked at. */
	static String clean(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		if (line.length() <= Search.LONGEST) {
			return line;
		}
		// half of a letter beyond the basic plane is none
		int end = Character.isHighSurrogate(line.charAt(Search.LONGEST - 1)) ? Search.LONGEST - 1 : Search.LONGEST;
		return line.substring(0, end).strip();
	}

	/** The name of a type in addresses, as in those of its entries. */
	static String name(EntryType type) {
		return type.list().substring(1);
	}

	/** The names of all types. */
	static List<String> types() {
		return Arrays.stream(EntryType.values()).map(SearchRequest::name).toList();
	}

	String text() {
		return get(TEXT);
	}

	boolean grouped() {
		return get(GROUPED).equals(BY_SITE);
	}

	/** The value of a parameter, empty where it is not there. */
	String get(String name) {
		return this.values.getOrDefault(name, "");
	}

	/** Whether it asks for a type that there is not. */
	boolean impossible() {
		return !get(TYPE).isEmpty() && type().isEmpty();
	}

	SearchQuery.Filter filter() {
		return new SearchQuery.Filter(type().orElse(null), filled(CATEGORY), year(), filled(AREA), filled(SITE));
	}

	private Optional<EntryType> type() {
		return Arrays.stream(EntryType.values()).filter((type) -> name(type).equals(get(TYPE))).findFirst();
	}

	private @Nullable Integer year() {
		String year = get(YEAR);
		if (year.isEmpty()) {
			return null;
		}
		return year.matches("[0-9]{4}") ? Integer.parseInt(year) : NO_YEAR;
	}

	private @Nullable String filled(String name) {
		return get(name).isEmpty() ? null : get(name);
	}

	/** Its address on its first page, from the root. */
	String address() {
		return address(PATH);
	}

	String address(String path) {
		StringBuilder address = new StringBuilder(path);
		this.values.forEach((name, value) -> address.append((address.length() == path.length()) ? '?' : '&')
			.append(name)
			.append('=')
			.append(UriUtils.encode(value, StandardCharsets.UTF_8)));
		return address.toString();
	}

	/** The same with another value, from the first page on. */
	SearchRequest with(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		changed.put(name, value);
		return new SearchRequest(changed, 0);
	}

	SearchRequest without(String name) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		changed.remove(name);
		return new SearchRequest(changed, 0);
	}

	/** Nothing but the words. */
	SearchRequest withoutFilters() {
		return new SearchRequest(Map.of(TEXT, text()), 0);
	}

	SearchRequest groupedBySite() {
		return without(SITE).with(GROUPED, BY_SITE);
	}

}
