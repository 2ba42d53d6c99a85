package vn.conglang.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.conglang.kernel.StartFailure;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RulesTests {

	@TempDir
	private Path folder = Path.of(".");

	@BeforeEach
	void theRulesAsTheyAreDelivered() throws IOException {
		FileSystemUtils.copyRecursively(Path.of("../tenant-config/rules"), this.folder);
	}

	@Test
	void theListOfDecree42HoldsUntilTheLastOfJune2026AndItsSuccessorFromThenOn() {
		Rules rules = rules();
		Checklist before = rules.checklist(LocalDate.of(2026, 6, 30)).orElseThrow();
		Checklist after = rules.checklist(LocalDate.of(2026, 7, 1)).orElseThrow();
		assertThat(before.key()).isEqualTo("42-2022");
		assertThat(before.notice()).isEmpty();
		assertThat(after.key()).isEqualTo("224-2026");
		assertThat(after.notice()).as("what is carried over is told to be so").contains("42/2022").contains("224/2026");
		assertThat(after.items().stream().map(Checklist.Item::key))
			.containsExactlyElementsOf(before.items().stream().map(Checklist.Item::key).toList());
		assertThat(rules.checklist(LocalDate.of(2022, 8, 14))).as("before there was any").isEmpty();
		assertThat(before.items()).extracting(Checklist.Item::key)
			.contains("gioi-thieu", "to-chuc", "lien-he", "tin-tuc", "van-ban", "tra-cuu-van-ban", "thu-tuc",
					"quy-hoach-ke-hoach", "ngan-sach", "thong-ke", "hoi-dap", "gop-y-du-thao", "tim-kiem", "in-luu");
	}

	@Test
	void aRuleOfSilenceIsFollowedByALaterOneOfTheSameKey() {
		change("freshness.yaml", "  - key: thong-bao\n", """
				  - key: tin-tuc
				    title: Tin tức
				    new: tin mới
				    from: 2027-01-01
				    source: Quy chế mới
				    types: [article]
				    warn: 3
				  - key: thong-bao
				""");
		Rules rules = rules();
		assertThat(rules.silence(LocalDate.of(2026, 12, 31)).getFirst().warn()).isEqualTo(7);
		assertThat(rules.silence(LocalDate.of(2027, 1, 1)).getFirst().warn()).isEqualTo(3);
		assertThat(rules.silence(LocalDate.of(2027, 1, 1))).hasSize(3);
		assertThat(rules.silence(LocalDate.of(2025, 12, 31))).isEmpty();
	}

	@Test
	void exactlyAsManyDaysAsAllowedAreNoSilence() {
		SilenceRule news = rules().silence(LocalDate.of(2026, 11, 20)).getFirst();
		assertThat(news.severity(7)).isNull();
		assertThat(news.severity(8)).isEqualTo(Severity.WARN);
		assertThat(news.severity(14)).isEqualTo(Severity.WARN);
		assertThat(news.severity(15)).isEqualTo(Severity.BAD);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"freshness.yaml|warn: 7|warn: bảy|freshness.yaml:16: /silence/0/warn",
			"freshness.yaml|bad: 14|bad: 5|freshness.yaml:17: bad (5) is less than warn (7)",
			"freshness.yaml|[article]|[tin]|freshness.yaml:15: /silence/0/types/0",
			"freshness.yaml|[article]|[]|freshness.yaml:10: neither types nor categories",
			"freshness.yaml|2026-01-01|2026-02-30|freshness.yaml:13: there is no day 2026-02-30",
			"freshness.yaml|key: thong-bao|key: tin-tuc|freshness.yaml:19: a second rule \"tin-tuc\" that begins on 2026-01-01",
			"freshness.yaml|silence:|silence: [|freshness.yaml:",
			"checklists/42-2022.yaml|key: to-chuc|key: gioi-thieu|checklists/42-2022.yaml:20: a second item \"gioi-thieu\"",
			"checklists/42-2022.yaml|office: people|office: nguoi|checklists/42-2022.yaml:24: /items/1/look/0/office",
			"checklists/42-2022.yaml|- office: people|- {office: people, type: page}|checklists/42-2022.yaml:24: exactly one of",
			"checklists/42-2022.yaml|key: 42-2022|key: bon-hai|checklists/42-2022.yaml:5: the list \"bon-hai\" belongs in the file bon-hai.yaml",
			"checklists/42-2022.yaml|until: 2026-06-30|until: 2020-06-30|checklists/42-2022.yaml:8: it ends before it begins",
			"checklists/224-2026.yaml|items-of: 42-2022|items-of: 7|checklists/224-2026.yaml:13: /items-of",
			"checklists/224-2026.yaml|items-of: 42-2022|items-of: khong-co|checklists/224-2026.yaml:13: there is no list \"khong-co\"",
			"checklists/224-2026.yaml|items-of: 42-2022||checklists/224-2026.yaml:8: either items or items-of is needed",
			"checklists/224-2026.yaml|from: 2026-07-01|from: 2022-08-15|begins on the same day" })
	void aMistakeIsNamedWithFileLineAndReason(String file, String right, @Nullable String wrong, String told) {
		change(file, right, (wrong != null) ? wrong : "");
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> files().check()).withMessageContaining(told);
	}

	@Test
	void withoutTheFileOfFreshnessThePortalSaysWhereItLooked() throws IOException {
		Files.delete(this.folder.resolve("freshness.yaml"));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> files().check())
			.withMessageContaining("no freshness.yaml")
			.withMessageContaining("--portal.rules");
	}

	@Test
	void whatIsRightIsCounted() {
		assertThat(files().check()).isEqualTo("rules of upkeep: 3 of silence, 2 checklists");
	}

	private RuleFiles files() {
		return new RuleFiles("file:" + this.folder);
	}

	private Rules rules() {
		return new Rules(files(), Clock.systemUTC());
	}

	private void change(String name, String right, String wrong) {
		try {
			Path file = this.folder.resolve(name);
			String text = Files.readString(file);
			assertThat(text).contains(right);
			int at = text.indexOf(right);
			Files.writeString(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
