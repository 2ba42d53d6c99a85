package vn.conglang.appearance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.conglang.kernel.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Themes as folders: what they inherit, what comes and goes, what is left out. */
class ThemesTests {

	@TempDir
	private Path extra = Path.of(".");

	private Themes themes;

	@BeforeEach
	void read() {
		this.themes = themes();
	}

	@Test
	void aThemeIsWhatItHoldsAndWhatItsParentsHold() throws IOException {
		lay("con", "theme.yaml", "name: Con\nparent: song-hau\npalette: {light: {accent: \"#123456\"}}\n");
		lay("con", "style.css", ".con { color : red }");
		lay("con", "templates/entry.html", "<p></p>");
		assertThat(this.themes.reload()).isTrue();
		Theme child = this.themes.find("con").orElseThrow();
		Theme parent = this.themes.find("song-hau").orElseThrow();
		Theme base = this.themes.base();
		assertThat(child.chain()).containsExactly("con", "song-hau", "base");
		assertThat(child.light()).containsEntry("accent", "#123456")
			.containsEntry("paper", parent.light().get("paper"));
		assertThat(child.regions()).isSameAs(parent.regions());
		assertThat(child.added()).isTrue();
		assertThat(child.template("home")).isEqualTo(parent.template("home")).isEqualTo("theme:song-hau/home");
		assertThat(child.template("parts")).isEqualTo(base.template("parts")).isEqualTo("theme:base/parts");
		assertThat(child.template("entry")).matches("theme:con@[0-9a-f]{8}/entry");
		assertThat(this.themes.stylesheet(child, null)).startsWith(":root{")
			.contains("--accent:#123456;")
			.endsWith(".con{color : red}");
		assertThat(this.themes.asset(child, "dong.svg")).isPresent();
		assertThat(this.themes.asset(child, "site.js")).isPresent();
		assertThat(this.themes.asset(child, "../theme.yaml")).isEmpty();
	}

	@Test
	void theBaseProposesWhatAHomePageIsMadeOf() {
		assertThat(this.themes.base().regions()).extracting(Theme.Region::id)
			.containsExactly("top", "main", "side", "bottom");
	}

	@Test
	void regionsAreTakenWhole() throws IOException {
		lay("con", "theme.yaml", "regions: {main: {name: Dòng tin, blocks: [slider, latest]}}\n");
		this.themes.reload();
		assertThat(this.themes.get("con").regions())
			.containsExactly(new Theme.Region("main", "Dòng tin", List.of("slider", "latest")));
	}

	@Test
	void anyChangeInTheChainMakesANewVersion() throws IOException {
		lay("cha", "theme.yaml", "name: Cha\n");
		lay("con", "theme.yaml", "parent: cha\n");
		this.themes.reload();
		Theme before = this.themes.get("con");
		Theme other = this.themes.get("song-hau");
		long generation = this.themes.generation();
		lay("cha", "templates/listing.html", "<p></p>");
		assertThat(this.themes.reload()).isTrue();
		assertThat(this.themes.get("con").version()).isNotEqualTo(before.version());
		assertThat(this.themes.get("con").template("listing")).startsWith("theme:cha@");
		assertThat(this.themes.get("song-hau")).isEqualTo(other);
		assertThat(this.themes.generation()).isGreaterThan(generation);
		assertThat(this.themes.reload()).isFalse();
	}

	@Test
	void aChangeIsNoticedOnceItHasComeToRest() throws IOException {
		this.themes.reloadWhenChanged();
		lay("con", "theme.yaml", "name: Con\n");
		this.themes.reloadWhenChanged();
		assertThat(this.themes.find("con")).isEmpty();
		lay("con", "style.css", "a{}");
		this.themes.reloadWhenChanged();
		assertThat(this.themes.find("con")).isEmpty();
		this.themes.reloadWhenChanged();
		assertThat(this.themes.find("con")).isPresent();
		Files.delete(this.extra.resolve("con/style.css"));
		Files.delete(this.extra.resolve("con/theme.yaml"));
		this.themes.reloadWhenChanged();
		this.themes.reloadWhenChanged();
		assertThat(this.themes.find("con")).isEmpty();
		assertThat(this.themes.get("con")).isEqualTo(this.themes.base());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "'name: [' | yaml", "'- a' | yaml", "'palette: {light: {ink: red}}' | colour",
					"'palette: {light: {ink: #123456}}' | yaml", "'palette: {dark: {ink: 7}}' | colour",
					"'palette: {dark: {\"a;b\": \"#123456\"}}' | colour", "'parent: khong-co' | parent",
					"'parent: hong' | cycle", "'regions: {left: {name: Trái}}' | region",
					"'regions: {main: {blocks: [\"Tin mới\"]}}' | block" })
	void aBrokenFolderIsLeftOutAndItsProblemIsKnown(String declaration, String problem) throws IOException {
		lay("hong", "theme.yaml", declaration);
		lay("lanh", "theme.yaml", "name: Lành\n");
		this.themes.reload();
		assertThat(this.themes.broken()).containsOnlyKeys("hong");
		assertThat(problem("hong")).isEqualTo("themes.problem." + problem);
		assertThat(this.themes.find("hong")).isEmpty();
		assertThat(this.themes.find("lanh")).isPresent();
		assertThat(this.themes.get("hong")).isEqualTo(this.themes.base());
		// a site that names it can be started with
		assertThat(this.themes.ids()).contains("hong", "lanh", "base");
	}

	@Test
	void whoHasChosenABrokenThemeGetsItsNearestParent() throws IOException {
		lay("con", "theme.yaml", "parent: cha\n");
		lay("cha", "theme.yaml", "parent: song-hau\nregions: {main: {name: A}}\n");
		this.themes.reload();
		assertThat(this.themes.get("con").id()).isEqualTo("con");
		lay("vong", "theme.yaml", "parent: vong-2\n");
		lay("vong-2", "theme.yaml", "parent: vong\n");
		lay("chau", "theme.yaml", "parent: mo-coi\n");
		lay("mo-coi", "theme.yaml", "parent: khong-co\n");
		this.themes.reload();
		assertThat(problem("chau")).endsWith(".parentBroken");
		assertThat(problem("mo-coi")).endsWith(".parent");
		assertThat(this.themes.broken()).containsOnlyKeys("vong", "vong-2", "chau", "mo-coi");
		assertThat(this.themes.get("vong")).isEqualTo(this.themes.base());
	}

	@Test
	void noneOfTheBuiltInThemesCanBeReplaced() throws IOException {
		lay("song-hau", "theme.yaml", "name: Khác\n");
		lay("base", "theme.yaml", "name: [");
		this.themes.reload();
		assertThat(this.themes.broken().values()).extracting(BrokenTheme::key).containsOnly("themes.problem.taken");
		assertThat(this.themes.get("song-hau").added()).isFalse();
		assertThat(this.themes.find("base")).isPresent();
	}

	@Test
	void aFolderWithAnImpossibleNameIsLeftOut() throws IOException {
		lay("Chợ Nổi", "theme.yaml", "name: Chợ nổi\n");
		this.themes.reload();
		assertThat(this.themes.broken()).containsOnlyKeys("Chợ Nổi");
	}

	@Test
	void withoutTheBaseNothingStarts() {
		assertThatExceptionOfType(StartFailure.class)
			.isThrownBy(() -> new Themes("file:" + this.extra, this.extra.resolve("khong-co").toString()))
			.withMessageContaining("There is no theme \"base\"");
	}

	@Test
	void aBrokenBaseIsToldInOneLine() throws IOException {
		lay("base", "theme.yaml", "palette: {light: {ink: black}}");
		assertThatExceptionOfType(StartFailure.class)
			.isThrownBy(() -> new Themes("file:" + this.extra, this.extra.resolve("khong-co").toString()))
			.withMessageContaining("names a colour \"black\" for ink")
			.withMessageNotContaining("\n");
	}

	@Test
	void aColourOfTheSiteReplacesTheThemesOwnByDayAndInTheDark() {
		Theme theme = this.themes.base();
		String styles = this.themes.stylesheet(theme, "#b3541e");
		assertThat(theme.stylesheetAddress("#b3541e")).endsWith("/" + theme.version() + "/style-b3541e.css");
		assertThat(styles).contains("--accent:" + Accent.nearest(theme, "#b3541e") + ";")
			.contains("--accent:" + Accent.dark(theme, "#b3541e") + ";")
			.doesNotContain("--accent:" + theme.light().get("accent"));
	}

	@Test
	void aHundredMoreThemesCostNoMoreThanReadingTheirOwnFilesOnce() throws IOException {
		for (int number = 0; number < 100; number++) {
			lay("them-" + number, "theme.yaml", "name: Thêm " + number + "\nparent: song-hau\n");
			lay("them-" + number, "style.css", ".a" + number + "{}");
		}
		List<String> broken = new ArrayList<>();
		ThemeReader reader = new ThemeReader((id, problem) -> broken.add(id));
		List<ThemeFolder> folders = reader.read(this.extra);
		assertThat(folders).hasSize(100);
		assertThat(reader.filesRead()).isEqualTo(200);
		this.themes.reload();
		assertThat(this.themes.all()).hasSizeGreaterThan(100);
		// what they do not have themselves they share
		Theme parent = this.themes.get("song-hau");
		assertThat(this.themes.all().stream().filter(Theme::added)).hasSize(100)
			.allMatch((theme) -> theme.templates() == parent.templates() && theme.light() == parent.light()
					&& theme.regions() == parent.regions());
		assertThat(broken).isEmpty();
	}

	@Test
	void everyFileOfTheBuiltInThemesIsReadOnce() throws IOException {
		ThemeReader reader = new ThemeReader((id, problem) -> {
		});
		List<ThemeFolder> folders = reader.read("classpath:themes/", false);
		assertThat(reader.filesRead()).isEqualTo(folders.stream().mapToInt((folder) -> folder.files().size()).sum());
		assertThat(folders).extracting(ThemeFolder::id).contains("base", "song-hau", "bay-nui", "cong-bao");
		assertThat(folders).allMatch((folder) -> folder.files().contains("theme.yaml"));
		Map<String, Theme> themes = ThemeSet.of(folders, Map.of()).themes();
		assertThat(themes).hasSameSizeAs(folders);
		assertThat(Stream.of("base", "song-hau").map(themes::get).map(Theme::version)).doesNotHaveDuplicates();
	}

	private String problem(String theme) {
		return Objects.requireNonNull(this.themes.broken().get(theme)).key();
	}

	private Themes themes() {
		return new Themes("classpath:themes", this.extra.toString());
	}

	private void lay(String theme, String file, String content) throws IOException {
		Path path = this.extra.resolve(theme).resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, content);
	}

}
