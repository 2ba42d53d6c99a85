package vn.conglang.upkeep;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.CheckedConfiguration;
import vn.conglang.site.CheckedYaml;
import vn.conglang.site.CheckedYaml.Mistake;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Reads {@code freshness.yaml} and the checklists and checks them: each against its
 * schema, all together for what a schema cannot see.
 */
@Component
class RuleFiles implements CheckedConfiguration {

	private static final String FRESHNESS = "freshness.yaml";

	private static final List<String> WAYS = List.of("page", "category", "type", "office", "platform");

	private final String location;

	RuleFiles(@Value("${portal.rules}") String location) {
		this.location = location;
	}

	@Override
	public String check() {
		Content content = read();
		return "rules of upkeep: %d of silence, %d checklists".formatted(content.silence().size(),
				content.checklists().size());
	}

	/**
	 * Reads all of it.
	 * @throws StartFailure a line per mistake: file, line, reason
	 */
	Content read() {
		List<Mistake> mistakes = new ArrayList<>();
		try {
			Freshness freshness = freshness(mistakes);
			List<Checklist> checklists = checklists(mistakes);
			if (mistakes.isEmpty()) {
				return new Content(freshness.silence(), freshness.reviews(), freshness.pages(), checklists);
			}
		}
		catch (IOException ex) {
			throw new StartFailure("The rules in " + this.location + " cannot be read: " + ex.getMessage(), ex);
		}
		throw new StartFailure("The rules in " + this.location + " have mistakes:\n" + CheckedYaml.told(mistakes));
	}

	private Freshness freshness(List<Mistake> mistakes) throws IOException {
		List<Resource> files = CheckedYaml.files(this.location, FRESHNESS);
		if (files.isEmpty()) {
			throw new StartFailure("There is no " + FRESHNESS + " in " + this.location + ". Check --portal.rules.");
		}
		JsonNode root = new CheckedYaml("tenant-config/rules/freshness-schema.json").read(files.getFirst(), FRESHNESS,
				mistakes);
		if (root == null) {
			return new Freshness(List.of(), List.of(), List.of());
		}
		Reading reading = new Reading(FRESHNESS, mistakes);
		Set<String> known = new HashSet<>();
		List<SilenceRule> silence = new ArrayList<>();
		for (JsonNode node : root.get("silence")) {
			SilenceRule rule = silence(node, reading);
			silence.add(rule);
			if (!known.add(rule.key() + " " + rule.from())) {
				reading.wrong(node.get("key"), "a second rule \"" + rule.key() + "\" that begins on " + rule.from());
			}
		}
		List<ReviewRule> reviews = new ArrayList<>();
		for (JsonNode node : root.path("reviews")) {
			reviews
				.add(new ReviewRule(reading.day(node, "from"), node.get("source").asString(), node.get("bad").asInt()));
			reading.once(node, known, "reviews");
		}
		List<PageRule> pages = new ArrayList<>();
		for (JsonNode node : root.path("pages")) {
			pages.add(
					new PageRule(reading.day(node, "from"), node.get("source").asString(), node.get("months").asInt()));
			reading.once(node, known, "pages");
		}
		return new Freshness(silence, reviews, pages);
	}

	private static SilenceRule silence(JsonNode node, Reading reading) {
		Set<EntryType> types = new LinkedHashSet<>();
		node.path("types").forEach((type) -> types.add(EntryType.ofOption(type.asString()).orElseThrow()));
		Set<String> categories = new LinkedHashSet<>();
		node.path("categories").forEach((category) -> categories.add(category.asString()));
		if (types.isEmpty() && categories.isEmpty()) {
			reading.wrong(node, "neither types nor categories are named");
		}
		int warn = node.get("warn").asInt();
		Integer bad = node.has("bad") ? node.get("bad").asInt() : null;
		if (bad != null && bad < warn) {
			reading.wrong(node.get("bad"), "bad (" + bad + ") is less than warn (" + warn + ")");
		}
		return new SilenceRule(node.get("key").asString(), node.get("title").asString(), node.get("new").asString(),
				reading.day(node, "from"), reading.until(node), node.get("source").asString(), Set.copyOf(types),
				Set.copyOf(categories), warn, bad);
	}

	private List<Checklist> checklists(List<Mistake> mistakes) throws IOException {
		CheckedYaml yaml = new CheckedYaml("tenant-config/rules/checklists/schema.json");
		Map<String, JsonNode> files = new LinkedHashMap<>();
		for (Resource file : CheckedYaml.files(this.location, "checklists/*.yaml")) {
			String name = "checklists/" + file.getFilename();
			JsonNode root = yaml.read(file, name, mistakes);
			if (root != null) {
				files.put(name, root);
			}
		}
		Map<String, List<Checklist.Item>> items = new HashMap<>();
		files.forEach((name, root) -> items.put(root.get("key").asString(), items(root, new Reading(name, mistakes))));
		Map<LocalDate, String> begins = new HashMap<>();
		List<Checklist> lists = new ArrayList<>();
		files.forEach((name, root) -> {
			Reading reading = new Reading(name, mistakes);
			String key = root.get("key").asString();
			if (!name.equals("checklists/" + key + ".yaml")) {
				reading.wrong(root.get("key"), "the list \"" + key + "\" belongs in the file " + key + ".yaml");
			}
			if (root.has("items") == root.has("items-of")) {
				reading.wrong(root, "either items or items-of is needed");
			}
			List<Checklist.Item> own = items.getOrDefault(root.path("items-of").asString(key), List.of());
			if (own.isEmpty() && root.has("items-of")) {
				reading.wrong(root.get("items-of"),
						"there is no list \"" + root.get("items-of").asString() + "\" with items of its own");
			}
			LocalDate from = reading.day(root, "from");
			String before = begins.put(from, key);
			if (before != null) {
				reading.wrong(root.get("from"), "the list \"" + before + "\" begins on the same day");
			}
			lists.add(new Checklist(key, root.get("title").asString(), from, reading.until(root),
					root.get("source").asString(), root.path("notice").asString(""), own));
		});
		return List.copyOf(lists);
	}

	private static List<Checklist.Item> items(JsonNode root, Reading reading) {
		Set<String> known = new HashSet<>();
		List<Checklist.Item> items = new ArrayList<>();
		for (JsonNode node : root.path("items")) {
			String key = node.get("key").asString();
			if (!known.add(key)) {
				reading.wrong(node.get("key"), "a second item \"" + key + "\"");
			}
			List<Way> ways = new ArrayList<>();
			node.path("look").forEach((look) -> {
				Way way = way(look, reading);
				if (way != null) {
					ways.add(way);
				}
			});
			Integer attest = node.has("attest") ? node.get("attest").asInt() : null;
			if (!node.has("look") && attest == null) {
				reading.wrong(node, "\"" + key + "\" can neither be looked for nor attested");
			}
			items.add(new Checklist.Item(key, node.get("title").asString(), node.get("why").asString(),
					node.path("source").asString(root.get("source").asString()), node.path("grave").asBoolean(false),
					List.copyOf(ways), attest));
		}
		return List.copyOf(items);
	}

	private static @Nullable Way way(JsonNode look, Reading reading) {
		List<String> named = WAYS.stream().filter(look::has).toList();
		if (named.size() != 1) {
			reading.wrong(look, "exactly one of " + WAYS + " is needed");
			return null;
		}
		boolean counted = Set.of("category", "type").contains(named.getFirst());
		if (look.has("at-least") && !counted) {
			reading.wrong(look.get("at-least"), "at-least is of use with category and type only");
		}
		if (look.has("within-days") && !counted && !look.has("page")) {
			reading.wrong(look.get("within-days"), "within-days is of use with page, category and type only");
		}
		int least = look.path("at-least").asInt(1);
		Integer days = look.has("within-days") ? look.get("within-days").asInt() : null;
		JsonNode what = look.get(named.getFirst());
		return switch (named.getFirst()) {
			case "page" -> new Way.OfPage(texts(what), days);
			case "category" -> new Way.OfCategory(texts(what), least, days);
			case "type" -> new Way.OfType(EntryType.ofOption(what.asString()).orElseThrow(), least, days);
			case "office" -> new Way.OfOffice(Way.OfOffice.Part.valueOf(what.asString().toUpperCase(Locale.ROOT)));
			default -> new Way.OfPlatform(what.asString());
		};
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach((text) -> texts.add(text.asString()));
		return List.copyOf(texts);
	}

	/**
	 * All rules, of all times.
	 */
	record Content(List<SilenceRule> silence, List<ReviewRule> reviews, List<PageRule> pages,
			List<Checklist> checklists) {
	}

	private record Freshness(List<SilenceRule> silence, List<ReviewRule> reviews, List<PageRule> pages) {
	}

	/**
	 * How long a text may wait after its deadline.
	 *
	 * @param bad days after which the site needs help
	 */
	record ReviewRule(LocalDate from, String source, int bad) implements Dated {

		@Override
		public @Nullable LocalDate until() {
			return null;
		}

	}

	/** After how many months a standing page is looked through again. */
	record PageRule(LocalDate from, String source, int months) implements Dated {

		@Override
		public @Nullable LocalDate until() {
			return null;
		}

	}

	/** A file that is being read, and what is wrong so far. */
	private record Reading(String file, Collection<Mistake> mistakes) {

		void wrong(@Nullable JsonNode node, String reason) {
			this.mistakes.add(new Mistake(this.file, CheckedYaml.line(node), reason));
		}

		LocalDate day(JsonNode node, String field) {
			try {
				return LocalDate.parse(node.get(field).asString());
			}
			catch (DateTimeException ex) {
				wrong(node.get(field), "there is no day " + node.get(field).asString());
				return LocalDate.EPOCH;
			}
		}

		@Nullable LocalDate until(JsonNode node) {
			if (!node.has("until")) {
				return null;
			}
			LocalDate until = day(node, "until");
			if (until.isBefore(day(node, "from"))) {
				wrong(node.get("until"), "it ends before it begins");
			}
			return until;
		}

		void once(JsonNode node, Set<String> known, String kind) {
			if (!known.add(kind + " " + Objects.requireNonNull(node.get("from")).asString())) {
				wrong(node.get("from"), "a second rule of " + kind + " that begins on this day");
			}
		}

	}

}
