package vn.conglang.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.search.Words.Word;

/**
 * A row of {@code search_document} on its way to Elasticsearch.
 *
 * @param version rises with every change of the row
 */
record ElasticDocument(long site, long entry, boolean draft, long version, long fingerprint, boolean shown,
		boolean desk, String type, @Nullable String category, LocalDate day, @Nullable LocalDate expires, String title,
		String number, String brief, String body) {

	/** Under which it is kept, among those with the same routing. */
	String id() {
		return id(this.entry, this.draft);
	}

	static String id(long entry, boolean draft) {
		return entry + (draft ? "-d" : "-p");
	}

	/** Documents of a site lie together. */
	String routing() {
		return Long.toString(this.site);
	}

	/** About how many bytes it is on the way, in both spellings. */
	int weight() {
		return 500 + 3 * (2 * (this.title.length() + this.number.length() + this.brief.length()) + this.body.length());
	}

	/** What Elasticsearch gets: words that are taken apart already. */
	Map<String, Object> fields(Synonyms synonyms) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("site", this.site);
		fields.put("entry", this.entry);
		fields.put("draft", this.draft);
		fields.put("desk", this.desk);
		fields.put("shown", this.shown);
		fields.put("fingerprint", this.fingerprint);
		if (this.shown || this.desk) {
			fields.put("type", this.type);
			if (this.category != null) {
				fields.put("category", this.category);
			}
			fields.put("year", this.day.getYear());
			fields.put("day", this.day.toString());
			if (this.expires != null) {
				fields.put("expires", this.expires.toString());
			}
			Part ofTitle = Part.of(this.title, synonyms);
			Part ofNumber = Part.of(this.number, synonyms);
			Part ofBrief = Part.of(this.brief, synonyms);
			put(fields, "title", List.of(ofTitle));
			put(fields, "number", List.of(ofNumber));
			put(fields, "head", List.of(ofTitle, ofNumber, ofBrief));
			put(fields, "text", List.of(ofTitle, ofNumber, ofBrief, Part.of(this.body, synonyms)));
		}
		return fields;
	}

	private static void put(Map<String, Object> fields, String name, List<Part> parts) {
		List<String> folded = new ArrayList<>();
		List<String> exact = new ArrayList<>();
		for (Part part : parts) {
			// values of a list stand so far apart that no phrase reaches from one into
			// the next
			folded.add(part.folded());
			exact.add(part.exact());
			folded.addAll(part.concepts());
		}
		fields.put(name, folded);
		fields.put(name + "_exact", exact);
	}

	private record Part(String folded, String exact, Collection<String> concepts) {

		static Part of(String text, Synonyms synonyms) {
			List<Word> words = Words.of(text);
			return new Part(words.stream().map(Word::folded).collect(Collectors.joining(" ")),
					words.stream().map(Word::exact).collect(Collectors.joining(" ")), synonyms.concepts(words));
		}

	}

}
