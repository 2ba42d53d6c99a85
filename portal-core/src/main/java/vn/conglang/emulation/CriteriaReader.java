package vn.conglang.emulation;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.CheckedYaml;

import org.springframework.core.io.Resource;

/**
 * Reads the versions of the criteria and checks them: each file against the JSON schema,
 * then for what a schema cannot see. Either everything is right or nothing is used.
 */
class CriteriaReader {

	private final CheckedYaml yaml = new CheckedYaml("tenant-config/rules/emulation/schema.json");

	private final List<CheckedYaml.Mistake> mistakes = new ArrayList<>();

	/**
	 * Reads a folder.
	 * @param location folder of all rules as Spring names resources: {@code file:…} or
	 * {@code classpath:…}; the criteria lie in its folder {@code emulation}
	 * @return the versions, the latest first
	 * @throws StartFailure a line per mistake: file, line, reason
	 */
	List<Criteria> read(String location) {
		List<Criteria> versions = new ArrayList<>();
		Map<String, String> taken = new HashMap<>();
		for (Resource resource : files(location)) {
			String file = "emulation/" + resource.getFilename();
			JsonNode root = this.yaml.read(resource, file, this.mistakes);
			Criteria criteria = (root != null) ? criteria(file, root) : null;
			if (root != null && criteria != null) {
				once(taken, "version " + criteria.version(), file, root.get("version"));
				once(taken, "from " + criteria.from(), file, root.get("from"));
				versions.add(criteria);
			}
		}
		if (!this.mistakes.isEmpty()) {
			throw new StartFailure("The emulation criteria in " + location + " have mistakes; nothing was changed:\n"
					+ CheckedYaml.told(this.mistakes));
		}
		versions.sort(Comparator.comparing(Criteria::from).reversed());
		return List.copyOf(versions);
	}

	private static List<Resource> files(String location) {
		try {
			List<Resource> found = CheckedYaml.files(location, "emulation/*.yaml");
			if (found.isEmpty()) {
				throw new StartFailure("There are no emulation criteria in " + location
						+ " (no emulation/*.yaml). Check --portal.rules=<location>.");
			}
			return found;
		}
		catch (IOException ex) {
			throw new StartFailure("The emulation criteria in " + location + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private @Nullable Criteria criteria(String file, JsonNode root) {
		int before = this.mistakes.size();
		LocalDate from = null;
		try {
			from = LocalDate.parse(text(root, "from"));
		}
		catch (DateTimeException ex) {
			wrong(file, root.get("from"), "\"" + text(root, "from") + "\" is no day");
		}
		Map<String, String> taken = new HashMap<>();
		List<Criteria.Group> groups = new ArrayList<>();
		for (JsonNode group : root.get("groups")) {
			String key = text(group, "key");
			once(taken, "group " + key, file, group.get("key"));
			List<Criteria.Criterion> criteria = new ArrayList<>();
			for (JsonNode criterion : group.get("criteria")) {
				once(taken, "criterion " + text(criterion, "key"), file, criterion.get("key"));
				criteria.add(criterion(file, key, criterion));
			}
			groups.add(new Criteria.Group(key, text(group, "title"), List.copyOf(criteria)));
		}
		return (from != null && this.mistakes.size() == before)
				? new Criteria(text(root, "version"), from, text(root, "title"), root.path("note").asString(""),
						root.get("appeals").get("days").asInt(), List.copyOf(groups))
				: null;
	}

	private Criteria.Criterion criterion(String file, String group, JsonNode node) {
		Criteria.Kind kind = Criteria.Kind.valueOf(node.path("kind").asString("standard").toUpperCase(Locale.ROOT));
		BigDecimal points = points(file, node.get("points"));
		return new Criteria.Criterion(text(node, "key"), group, text(node, "title"), kind, points,
				node.has("measure") ? rule(file, node, points) : null, node.path("hint").asString(""));
	}

	private Criteria.@Nullable Rule rule(String file, JsonNode node, BigDecimal most) {
		Measure measure = Measure.of(text(node, "measure")).orElse(null);
		if (measure == null) {
			wrong(file, node.get("measure"),
					"unknown measure \"" + text(node, "measure") + "\"; there are " + Measure.keys());
			return null;
		}
		ScoredDays.Each each = node.has("each") ? ScoredDays.Each.valueOf(text(node, "each").toUpperCase(Locale.ROOT))
				: ScoredDays.Each.PERIOD;
		if (each != ScoredDays.Each.PERIOD && !measure.additive()) {
			wrong(file, node.get("each"), "\"" + measure.key() + "\" does not grow with time, so there is no \"each\"");
		}
		Scale scale = scale(file, node.get("scale"), most);
		return (scale != null) ? new Criteria.Rule(measure, each, scale) : null;
	}

	private @Nullable Scale scale(String file, JsonNode scale, BigDecimal most) {
		if (scale.has("linear")) {
			JsonNode linear = scale.get("linear");
			BigDecimal none = number(linear.get("none"));
			BigDecimal full = number(linear.get("full"));
			if (none.compareTo(full) == 0) {
				wrong(file, linear.get("full"), "\"none\" and \"full\" are the same");
				return null;
			}
			return new Scale.Linear(none, full);
		}
		if (scale.has("steps")) {
			return steps(file, scale.get("steps"), most);
		}
		JsonNode per = scale.get("per");
		return new Scale.Per(number(per.get("amount")), points(file, per.get("points")),
				per.has("above") ? number(per.get("above")) : BigDecimal.ZERO);
	}

	private @Nullable Scale steps(String file, JsonNode nodes, BigDecimal most) {
		int before = this.mistakes.size();
		boolean rising = nodes.get(0).has("at-least");
		List<Scale.Step> steps = new ArrayList<>();
		for (JsonNode node : nodes) {
			if (node.has("at-least") != rising) {
				wrong(file, node, "steps are either all \"at-least\" or all \"at-most\"");
				return null;
			}
			BigDecimal points = points(file, node.get("points"));
			if (points.compareTo(most) > 0) {
				wrong(file, node.get("points"),
						points.toPlainString() + " is more than the criterion gives (" + most.toPlainString() + ")");
			}
			steps.add(new Scale.Step(number(node.get(rising ? "at-least" : "at-most")), points));
		}
		for (int i = 1; i < steps.size(); i++) {
			int bound = steps.get(i).bound().compareTo(steps.get(i - 1).bound());
			int points = steps.get(i).points().compareTo(steps.get(i - 1).points());
			if (points >= 0 || (rising ? bound >= 0 : bound <= 0)) {
				wrong(file, nodes.get(i),
						"the best step stands first; each further one is easier to reach and has fewer points");
			}
		}
		return (this.mistakes.size() == before) ? new Scale.Steps(List.copyOf(steps), rising) : null;
	}

	private BigDecimal points(String file, JsonNode node) {
		BigDecimal points = number(node);
		if (points.stripTrailingZeros().scale() > Scale.DECIMALS) {
			wrong(file, node, "points have at most two decimals (\"" + node.asString() + "\")");
		}
		return points;
	}

	private static BigDecimal number(JsonNode node) {
		return new BigDecimal(node.asString());
	}

	private void once(Map<String, String> taken, String name, String file, JsonNode node) {
		String before = taken.putIfAbsent(name, file + ":" + CheckedYaml.line(node));
		if (before != null) {
			wrong(file, node, name + " is already used at " + before);
		}
	}

	private void wrong(String file, JsonNode node, String reason) {
		this.mistakes.add(new CheckedYaml.Mistake(file, CheckedYaml.line(node), reason));
	}

	private static String text(JsonNode node, String field) {
		return node.get(field).asString();
	}

}
