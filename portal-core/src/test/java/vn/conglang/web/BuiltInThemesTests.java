package vn.conglang.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.conglang.appearance.Theme;
import vn.conglang.appearance.Themes;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code bin/portal theme check} finds: nothing in the themes that come with the
 * portal.
 */
class BuiltInThemesTests {

	private static final String BUILT_IN = "classpath:themes";

	@TempDir
	private Path folder = Path.of(".");

	@ParameterizedTest
	@MethodSource("themes")
	void everyThemeIsRight(String theme) {
		Themes themes = Themes.withFolder(BUILT_IN, this.folder);
		assertThat(new ThemeCheck(themes, messages()).of(theme)).filteredOn(ThemeCheck.Finding::error).isEmpty();
	}

	static Stream<String> themes() {
		return Themes.withFolder(BUILT_IN, Path.of("khong-co")).all().stream().map(Theme::id);
	}

	@Test
	void aThemeOfAFewLinesIsRight() throws IOException {
		lay("theme.yaml", "name: Chợ nổi\ndescription: Màu nước phù sa.\nparent: song-hau\n");
		lay("style.css", ".card{border-radius:var(--r)}/* url(https://a.example) */");
		lay("preview.webp", "ảnh");
		assertThat(check()).isEmpty();
	}

	@Test
	void whatIsMissingIsAdvisedOnly() throws IOException {
		lay("theme.yaml", "parent: bay-nui\n");
		assertThat(check()).hasSize(3).noneMatch(ThemeCheck.Finding::error);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"theme.yaml | palette: {light: {muted: \"#9aa0a6\"}} | theme.yaml | chữ muted (#9aa0a6) trên nền paper",
			"theme.yaml | palette: {dark: {deep-ink: \"#777777\", deep: \"#666666\"}} | theme.yaml | palette.dark: chữ deep-ink",
			"theme.yaml | parent: khong-co | theme.yaml | Không có giao diện cha “khong-co”",
			"style.css | a{background:url(assets/khong-co.svg)} | style.css | Không có tệp assets/khong-co.svg",
			"style.css | a{background:url(\"https://cdn.example/a.png\")} | style.css | https://cdn.example/a.png",
			"style.css | a{background:url(/a.png)} | style.css | Xin ghi tương đối",
			"style.css | @import \"a.css\"; | style.css | @import",
			"assets/a.svg | <svg><script>1</script></svg> | assets/a.svg | mã lệnh bên trong",
			"assets/a.js | fetch('https://dem.example/x') | assets/a.js | https://dem.example/x",
			"templates/error.html | <p | templates/error.html:1 | Incomplete structure",
			"templates/error.html | <p></p> | templates/error.html | đúng một thẻ main",
			"templates/error.html | <main th:text=\"${error.khong}\"> | templates/error.html:1 | Trang “error” không hiện được",
			"templates/error.html | <html th:replace=\"~{${theme.at('khong-co')} :: a}\"></html> | templates/error.html | Không có mẫu “khong-co”",
			"templates/parts.html | <p></p> | templates/home.html | không hiện được",
			"templates/block-lead.html | <i th:fragment=\"block(b)\"></i> | templates/home.html | Trang không hiện “Bài đủ của top-lead”",
			"templates/block-lead.html | <i th:fragment=\"block(b)\" style=\"color:red\" th:text=\"${b.card().title}\"></i> | templates/block-lead.html | thuộc tính style",
			"templates/block-lead.html | <i th:fragment=\"block(b)\" onclick=\"a()\" th:text=\"${b.card().title}\"></i> | templates/block-lead.html | onclick",
			"templates/block-lead.html | <i th:fragment=\"block(b)\"><script>1</script><b th:text=\"${b.card().title}\"></b></i> | templates/block-lead.html | viết thẳng trong mẫu",
			"templates/block-lead.html | <i th:fragment=\"block(b)\"><img src=\"https://a.example/1.png\"><b th:text=\"${b.card().title}\"></b></i> | templates/block-lead.html | https://a.example/1.png",
			"templates/block-lead.html | <i th:fragment=\"block(b)\"><u th:text=\"#{khong.co}\"></u><b th:text=\"${b.card().title}\"></b></i> | templates/home.html | khóa “khong.co”",
			"templates/entry.html | <html lang=\"vi\"><main id=\"noi-dung\"><h1 th:text=\"${entry.title}\"></h1></main></html> | templates/entry.html | Trang chưa gắn style" })
	void everyMistakeIsFoundWithItsFile(String file, String content, String where, String what) throws IOException {
		lay("theme.yaml", "name: Hỏng\ndescription: Thử.\n");
		lay(file, content);
		assertThat(check()).anySatisfy((finding) -> {
			assertThat(finding.error()).isTrue();
			assertThat(finding.file()).startsWith(where);
			assertThat(finding.text()).contains(what);
		});
	}

	@Test
	void aHeavyStylesheetIsFound() throws IOException {
		lay("theme.yaml", "name: Nặng\ndescription: Thử.\n");
		StringBuilder css = new StringBuilder();
		for (int rule = 0; rule < 6000; rule++) {
			css.append(".r").append(rule * 7919 % 10007).append("{margin:").append(rule * 31 % 997).append("px}");
		}
		lay("style.css", css.toString());
		assertThat(check()).extracting(ThemeCheck.Finding::text).anyMatch((text) -> text.contains("sau khi nén"));
	}

	@Test
	void theThemeOfTheWalkThroughIsRight() throws IOException {
		Matcher file = Pattern.compile("\n`xom-chai/([^`]+)`\n\n```[a-z]+\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("../docs/themes.md")));
		int files = 0;
		while (file.find()) {
			lay(file.group(1), file.group(2));
			files++;
		}
		assertThat(files).isEqualTo(5);
		assertThat(check()).extracting(ThemeCheck.Finding::file).containsExactly("preview.webp");
	}

	private List<ThemeCheck.Finding> check() {
		return new ThemeCheck(Themes.withFolder(BUILT_IN, this.folder), messages()).of("thu");
	}

	private void lay(String file, String content) throws IOException {
		Path path = this.folder.resolve("thu").resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, content);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		try {
			messages.setBasenames(String.valueOf(Objects.requireNonNull(
					new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
						.getFirst()
						.getProperty("spring.messages.basename")))
				.split(","));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
