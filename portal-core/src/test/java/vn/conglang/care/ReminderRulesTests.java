package vn.conglang.care;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.StartFailure;
import vn.conglang.upkeep.Finding;
import vn.conglang.upkeep.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReminderRulesTests {

	private static final LocalDate FOUND = LocalDate.of(2026, 11, 2);

	@TempDir
	private Path folder = Path.of(".");

	@BeforeEach
	void theRulesAsTheyAreDelivered() throws IOException {
		Files.copy(Path.of("../tenant-config/rules/reminders.yaml"), this.folder.resolve("reminders.yaml"));
	}

	@Test
	void whoIsNearestToTheWorkIsToldFirstAndThoseAboveWhenNothingCameOfIt() {
		ReminderRule rule = silence();
		assertThat(rule.due(FOUND, null, FOUND)).as("on the first day").isEmpty();
		assertThat(rule.due(FOUND, null, FOUND.plusDays(1))).hasValue(0);
		assertThat(rule.due(FOUND, taken(0, 1), FOUND.plusDays(6))).isEmpty();
		assertThat(rule.due(FOUND, taken(0, 1), FOUND.plusDays(7))).hasValue(1);
		assertThat(rule.due(FOUND, taken(1, 7), FOUND.plusDays(21))).hasValue(2);
		assertThat(rule.due(FOUND, taken(2, 21), FOUND.plusDays(45))).hasValue(3);
		assertThat(rule.due(FOUND, taken(3, 45), FOUND.plusDays(400))).as("nobody is left").isEmpty();
		assertThat(rule.steps()).extracting(ReminderRule.Step::whom)
			.containsExactly(Whom.EDITORS, Whom.LEADERS, Whom.AREA, Whom.PROVINCE);
	}

	@Test
	void whatIsFoundLateIsNotCarriedToTheProvinceAtOnce() {
		ReminderRule rule = silence();
		assertThat(rule.due(FOUND, null, FOUND.plusDays(300))).as("from the first step on").hasValue(0);
		assertThat(rule.due(FOUND, taken(0, 300), FOUND.plusDays(305))).as("the editors have their six days").isEmpty();
		assertThat(rule.due(FOUND, taken(0, 300), FOUND.plusDays(306))).hasValue(1);
	}

	@Test
	void aRuleIsFollowedByALaterOneOfTheSameKeyAndIsAboutWhatItNames() throws IOException {
		change("  - key: duyet-qua-han\n", """
				  - key: im-lang
				    title: Mới
				    from: 2027-01-01
				    source: Quy chế mới
				    findings: ["im-lang/tin-tuc"]
				    steps: [{ after: 0, whom: leaders }]
				  - key: duyet-qua-han
				""");
		ReminderRules rules = new ReminderRules(file(), Clock.systemUTC());
		ReminderRule before = rules.on(LocalDate.of(2026, 12, 31)).getFirst();
		ReminderRule after = rules.on(LocalDate.of(2027, 1, 1)).getFirst();
		assertThat(before.isAbout(finding("im-lang/van-ban", Severity.WARN))).isTrue();
		assertThat(after.isAbout(finding("im-lang/van-ban", Severity.WARN))).isFalse();
		assertThat(after.isAbout(finding("im-lang/tin-tuc", Severity.WARN))).isTrue();
		assertThat(rules.on(LocalDate.of(2025, 12, 31))).isEmpty();
		ReminderRule late = rules.on(LocalDate.of(2026, 12, 31)).get(1);
		assertThat(late.isAbout(finding("duyet-qua-han", Severity.WARN))).as("only when it is bad").isFalse();
		assertThat(late.isAbout(finding("duyet-qua-han", Severity.BAD))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"after: 1, whom: editors|after: một, whom: editors|reminders.yaml:18: /reminders/0/steps/0/after",
			"after: 7, whom: leaders|after: 1, whom: leaders|reminders.yaml:19: a step must come later",
			"after: 7, whom: leaders|after: 7, whom: chief|reminders.yaml:19: /reminders/0/steps/1/whom",
			"after: 21, whom: area|after: 21, whom: editors|reminders.yaml:20: a step goes to the same people or further up",
			"2026-01-01|2026-02-30|reminders.yaml:14: there is no day 2026-02-30",
			"[\"im-lang/*\"]|[\"Im lặng\"]|reminders.yaml:16: /reminders/0/findings/0",
			"key: duyet-qua-han|key: im-lang|a second rule \"im-lang\" that begins on 2026-01-01",
			"days: 3|days: 0|/pace/0/days", "pace:|nhip:|pace" })
	void aMistakeIsNamedWithFileLineAndReason(String right, @Nullable String wrong, String told) throws IOException {
		change(right, (wrong != null) ? wrong : "");
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> file().check()).withMessageContaining(told);
	}

	@Test
	void whatIsRightIsCountedAndAMissingFileIsTold() throws IOException {
		assertThat(file().check()).isEqualTo("rules of reminders: 4");
		Files.delete(this.folder.resolve("reminders.yaml"));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> file().check())
			.withMessageContaining("no reminders.yaml")
			.withMessageContaining("--portal.rules");
	}

	private ReminderRule silence() {
		return new ReminderRules(file(), Clock.systemUTC()).on(FOUND).getFirst();
	}

	private static ReminderRule.Taken taken(int step, int day) {
		return new ReminderRule.Taken(step, FOUND.plusDays(day));
	}

	private static Finding finding(String rule, Severity severity) {
		return new Finding(rule, severity, () -> "Câu.", "/", null);
	}

	private ReminderFile file() {
		return new ReminderFile("file:" + this.folder);
	}

	private void change(String right, String wrong) throws IOException {
		Path file = this.folder.resolve("reminders.yaml");
		String text = Files.readString(file);
		assertThat(text).contains(right);
		int at = text.indexOf(right, text.indexOf("\nreminders:"));
		Files.writeString(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
	}

}
