package vn.conglang.editorial;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The page on which two texts become one: what only one of two people changed is taken,
 * where both did, the writer chooses.
 */
@Component
class MergePage {

	/**
	 * Names of what is chosen: {@code chon.title}, {@code chon.0} for a place in the
	 * body.
	 */
	private static final String CHOICE = "chon.";

	private static final String CATEGORY = "categoryId";

	private final DeskEntries entries;

	private final Categories categories;

	private final Texts texts;

	MergePage(DeskEntries entries, Categories categories, Texts texts) {
		this.entries = entries;
		this.categories = categories;
		this.texts = texts;
	}

	/**
	 * Shows both texts.
	 * @param base number of the revision both began with
	 * @param chosen what was chosen so far
	 */
	String show(Site site, DeskEntries.Opened latest, int base, EntryText mine, Map<String, String> chosen,
			Model model) {
		Three three = three(latest, latest.number(), base, mine);
		List<FieldPart> fields = new ArrayList<>();
		three.fields().forEach((name, field) -> {
			if (field.origin() != Merge.Origin.SAME) {
				String from = name.equals(CATEGORY) ? category(field.base()) : field.base();
				String theirs = name.equals(CATEGORY) ? category(field.theirs()) : field.theirs();
				String own = name.equals(CATEGORY) ? category(field.mine()) : field.mine();
				fields.add(new FieldPart(label(latest.type(), name), CHOICE + name, field.origin(),
						Comparison.text(from, theirs, true, true), Comparison.text(from, own, true, true),
						chosen.get(CHOICE + name)));
			}
		});
		List<BodyPart> body = new ArrayList<>();
		int asked = 0;
		for (Merge.Part part : three.body()) {
			String name = (part.origin() == Merge.Origin.BOTH) ? CHOICE + asked++ : "";
			body.add(new BodyPart(part.origin(), name, part.theirs().size(), lines(part.base(), part.theirs(), site),
					lines(part.base(), part.mine(), site), chosen.get(name)));
		}
		model.addAttribute("merge",
				new View(latest.id(), "/bien-tap/" + site.slug() + "/bai/" + latest.id(), latest.type(),
						latest.text().title(), base, latest.number(), latest.savedBy(), Texts.time(latest.savedAt()),
						mine, fields, body,
						(int) fields.stream().filter((field) -> field.origin() == Merge.Origin.BOTH).count() + asked));
		return "editorial/merge";
	}

	/**
	 * The text that was chosen.
	 * @param theirs number of the revision that the page showed
	 * @return nothing while a choice is missing
	 */
	Optional<EntryText> merged(DeskEntries.Opened entry, int theirs, int base, EntryText mine,
			Map<String, String> chosen) {
		Three three = three(entry, theirs, base, mine);
		long wanted = three.body().stream().filter((part) -> part.origin() == Merge.Origin.BOTH).count();
		List<Merge.Choice> choices = new ArrayList<>();
		for (int i = 0; i < wanted; i++) {
			choice(chosen.get(CHOICE + i)).ifPresent(choices::add);
		}
		Map<String, String> values = new LinkedHashMap<>();
		three.fields().forEach((name, field) -> {
			switch (field.origin()) {
				case SAME, THEIRS -> values.put(name, field.theirs());
				case MINE -> values.put(name, field.mine());
				case BOTH -> choice(chosen.get(CHOICE + name)).ifPresent(
						(choice) -> values.put(name, (choice == Merge.Choice.THEIRS) ? field.theirs() : field.mine()));
			}
		});
		if (choices.size() < wanted || values.size() < three.fields().size()) {
			return Optional.empty();
		}
		String category = values.getOrDefault(CATEGORY, "");
		Map<String, String> fields = new LinkedHashMap<>();
		entry.type()
			.fields()
			.forEach((field) -> fields.put(field.key(), values.getOrDefault("field." + field.key(), "")));
		return Optional.of(new EntryText(values.getOrDefault("title", ""), values.getOrDefault("summary", ""),
				Merge.html(three.body(), choices), category.isEmpty() ? null : Long.valueOf(category), fields,
				values.getOrDefault("author", "")));
	}

	private static Optional<Merge.Choice> choice(@Nullable String value) {
		for (Merge.Choice choice : Merge.Choice.values()) {
			if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
				return Optional.of(choice);
			}
		}
		return Optional.empty();
	}

	private Three three(DeskEntries.Opened entry, int number, int base, EntryText typed) {
		// without a common beginning everything that differs is asked about
		EntryText from = this.entries.revision(entry.id(), base)
			.orElseGet(() -> new EntryText("", "", "", null, Map.of(), ""));
		EntryText theirs = (number == entry.number()) ? entry.text()
				: this.entries.revision(entry.id(), number).orElseGet(entry::text);
		EntryText mine = typed.cleaned();
		Map<String, String> bases = values(entry.type(), from);
		Map<String, String> others = values(entry.type(), theirs);
		Map<String, String> own = values(entry.type(), mine);
		Map<String, Field> fields = new LinkedHashMap<>();
		bases.forEach((name, value) -> {
			String one = others.getOrDefault(name, "");
			String other = own.getOrDefault(name, "");
			fields.put(name, new Field(Merge.origin(value, one, other), value, one, other));
		});
		return new Three(fields, Merge.of(from.bodyHtml(), theirs.bodyHtml(), mine.bodyHtml()));
	}

	private static Map<String, String> values(EntryType type, EntryText text) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("title", text.title());
		values.put("summary", text.summary());
		type.fields()
			.forEach((field) -> values.put("field." + field.key(), text.fields().getOrDefault(field.key(), "")));
		Long category = text.categoryId();
		values.put(CATEGORY, (category != null) ? category.toString() : "");
		values.put("author", text.author());
		return values;
	}

	private String category(String id) {
		return this.categories.all()
			.stream()
			.filter((category) -> Long.toString(category.id()).equals(id))
			.map(CategoryInfo::name)
			.findFirst()
			.orElse("");
	}

	private String label(EntryType type, String name) {
		return switch (name) {
			case "title" -> this.texts.of((type == EntryType.LEGAL_DOCUMENT) ? "content.abstract" : "content.title");
			case CATEGORY -> this.texts.of("content.category");
			default -> this.texts.of("content." + name);
		};
	}

	/** How the stretch was changed. */
	private static String lines(List<HtmlBlocks.Block> base, List<HtmlBlocks.Block> now, Site site) {
		return Comparison.align(base, now)
			.stream()
			.map(Comparison::marked)
			.map((html) -> HistoryController.shown(html, site))
			.collect(Collectors.joining());
	}

	private record Field(Merge.Origin origin, String base, String theirs, String mine) {
	}

	private record Three(Map<String, Field> fields, List<Merge.Part> body) {
	}

	/**
	 * The page.
	 *
	 * @param base number of the revision both began with
	 * @param latest number of the revision the others saved
	 * @param by who saved it
	 * @param mine what the writer typed
	 * @param open how many choices are to be made
	 */
	record View(long id, String href, EntryType type, String title, int base, int latest, String by, LocalDateTime at,
			EntryText mine, List<FieldPart> fields, List<BodyPart> body, int open) {

		/** Whether the other's change touched another place only. */
		public boolean quiet() {
			return this.open == 0;
		}

	}

	/** A line of text that somebody changed, as HTML with the changes marked. */
	record FieldPart(String label, String name, Merge.Origin origin, String theirs, String mine,
			@Nullable String chosen) {
	}

	/** A stretch of the body, as HTML with the changes marked. */
	record BodyPart(Merge.Origin origin, String name, int blocks, String theirs, String mine, @Nullable String chosen) {
	}

}
