package vn.conglang.care;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.CheckedConfiguration;
import vn.conglang.site.CheckedYaml;
import vn.conglang.site.CheckedYaml.Mistake;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Reads {@code reminders.yaml} and checks it: against its schema, and for what a schema
 * cannot see.
 */
@Component
class ReminderFile implements CheckedConfiguration {

	static final String NAME = "reminders.yaml";

	private final String location;

	ReminderFile(@Value("${portal.rules}") String location) {
		this.location = location;
	}

	@Override
	public String check() {
		return "rules of reminders: %d".formatted(read().rules().size());
	}

	/**
	 * Reads all of it.
	 * @throws StartFailure a line per mistake: file, line, reason
	 */
	Content read() {
		List<Mistake> mistakes = new ArrayList<>();
		try {
			List<Resource> files = CheckedYaml.files(this.location, NAME);
			if (files.isEmpty()) {
				throw new StartFailure("There is no " + NAME + " in " + this.location + ". Check --portal.rules.");
			}
			JsonNode root = new CheckedYaml("tenant-config/rules/reminders-schema.json").read(files.getFirst(), NAME,
					mistakes);
			Content content = (root != null) ? read(root, mistakes) : new Content(List.of(), List.of());
			if (mistakes.isEmpty()) {
				return content;
			}
		}
		catch (IOException ex) {
			throw new StartFailure("The rules in " + this.location + " cannot be read: " + ex.getMessage(), ex);
		}
		throw new StartFailure("The rules in " + this.location + " have mistakes:\n" + CheckedYaml.told(mistakes));
	}

	private static Content read(JsonNode root, List<Mistake> mistakes) {
		Set<String> known = new HashSet<>();
		List<ReminderRule> rules = new ArrayList<>();
		for (JsonNode node : root.get("reminders")) {
			ReminderRule rule = rule(node, mistakes);
			rules.add(rule);
			if (!known.add(rule.key() + " " + rule.from())) {
				wrong(mistakes, node.get("key"), "a second rule \"" + rule.key() + "\" that begins on " + rule.from());
			}
		}
		List<ReminderRule.Pace> paces = new ArrayList<>();
		for (JsonNode node : root.get("pace")) {
			LocalDate from = day(node, "from", mistakes);
			paces.add(new ReminderRule.Pace(from, node.get("source").asString(), node.get("days").asInt()));
			if (!known.add("pace " + from)) {
				wrong(mistakes, node.get("from"), "a second pace that begins on this day");
			}
		}
		return new Content(List.copyOf(rules), List.copyOf(paces));
	}

	private static ReminderRule rule(JsonNode node, List<Mistake> mistakes) {
		List<ReminderRule.Step> steps = new ArrayList<>();
		for (JsonNode one : node.get("steps")) {
			ReminderRule.Step step = new ReminderRule.Step(one.get("after").asInt(),
					Whom.ofOption(one.get("whom").asString()));
			if (!steps.isEmpty()) {
				if (step.after() <= steps.getLast().after()) {
					wrong(mistakes, one.get("after"),
							"a step must come later than the one before it (after " + steps.getLast().after() + ")");
				}
				if (step.whom().compareTo(steps.getLast().whom()) < 0) {
					wrong(mistakes, one.get("whom"), "a step goes to the same people or further up, not back down");
				}
			}
			steps.add(step);
		}
		List<String> findings = new ArrayList<>();
		node.get("findings").forEach((finding) -> findings.add(finding.asString()));
		LocalDate from = day(node, "from", mistakes);
		LocalDate until = node.has("until") ? day(node, "until", mistakes) : null;
		if (until != null && until.isBefore(from)) {
			wrong(mistakes, node.get("until"), "it ends before it begins");
		}
		return new ReminderRule(node.get("key").asString(), node.get("title").asString(), from, until,
				node.get("source").asString(), List.copyOf(findings), node.path("only-bad").asBoolean(false),
				List.copyOf(steps));
	}

	private static LocalDate day(JsonNode node, String field, List<Mistake> mistakes) {
		String text = Objects.requireNonNull(node.get(field)).asString();
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			wrong(mistakes, node.get(field), "there is no day " + text);
			return LocalDate.EPOCH;
		}
	}

	private static void wrong(List<Mistake> mistakes, @Nullable JsonNode node, String reason) {
		mistakes.add(new Mistake(NAME, CheckedYaml.line(node), reason));
	}

	/** All rules, of all times. */
	record Content(List<ReminderRule> rules, List<ReminderRule.Pace> paces) {
	}

}
