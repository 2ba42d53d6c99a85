package vn.conglang.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.conglang.kernel.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TenantConfigurationTests {

	private final TenantConfigurationReader reader = new TenantConfigurationReader(Set.of("base", "song-hau"));

	@TempDir
	private Path folder = Path.of(".");

	@BeforeEach
	void aSmallProvince() throws IOException {
		write("province.yaml", "province:\n  slug: an-giang\n  kind: tỉnh\n  name: An Giang\n");
		write("tri-ton.yaml",
				"""
						area:
						  slug: tri-ton
						  kind: huyện
						  name: Tri Tôn
						sites:
						  - slug: ba-chuc
						    code: "30547"
						    kind: thị trấn
						    name: Ba Chúc
						    hosts: [ba-chuc.tri-ton.angiang.gov.vn]
						    theme: base
						  - slug: o-lam
						    code: "30580"
						    kind: xã
						    name: Ô Lâm
						    hosts: [o-lam.tri-ton.angiang.gov.vn]
						    theme: song-hau
						    integrations: {matomo: 7, emc: abc-1, trust-badge: o-lam.tri-ton.angiang.gov.vn, zalo: R8wl0B7-UWD4xFaQXvvo}
						""");
	}

	@Test
	void aRightConfigurationIsReadWhole() {
		TenantConfiguration configuration = read();
		assertThat(configuration.siteCount()).isEqualTo(2);
		TenantConfiguration.DeclaredSite site = configuration.areas().getFirst().sites().get(1);
		assertThat(site.name()).isEqualTo("Ô Lâm");
		assertThat(site.integrations()).isEqualTo(
				new Site.Integrations(7, "abc-1", "o-lam.tri-ton.angiang.gov.vn", null, null, "R8wl0B7-UWD4xFaQXvvo"));
	}

	@Test
	void theConfigurationOfAnGiangDeclares156SitesIn11DistrictsAndShowsEveryTheme() throws IOException {
		Set<String> themes;
		try (Stream<Path> folders = Files.list(Path.of("../themes"))) {
			themes = folders.filter((folder) -> Files.exists(folder.resolve("theme.yaml")))
				.map((folder) -> folder.getFileName() + "")
				.collect(Collectors.toSet());
		}
		TenantConfiguration configuration = new TenantConfigurationReader(themes)
			.read("classpath:tenant-config/an-giang");
		assertThat(configuration.areas()
			.stream()
			.flatMap((area) -> area.sites().stream())
			.map(TenantConfiguration.DeclaredSite::theme))
			.containsOnlyElementsOf(themes.stream().filter((theme) -> !theme.equals("base")).toList());
		assertThat(configuration.areas()).hasSize(11);
		assertThat(configuration.siteCount()).isEqualTo(156);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"slug: o-lam|slug: ba-chuc|tri-ton.yaml:12: slug \"ba-chuc\" is already used at tri-ton.yaml:6",
			"[o-lam.tri-ton|[ba-chuc.tri-ton|tri-ton.yaml:16: host \"ba-chuc.tri-ton.angiang.gov.vn\" is already used at tri-ton.yaml:10",
			"slug: o-lam|slug: Ô_Lâm|tri-ton.yaml:12: /sites/1/slug",
			"theme: song-hau|theme: khong-co|tri-ton.yaml:17: unknown theme \"khong-co\"",
			"slug: o-lam|slug: quan-tri|tri-ton.yaml:12: slug \"quan-tri\" is reserved",
			"kind: xã|kind: làng|tri-ton.yaml:14: /sites/1/kind", "name: Ô Lâm|nme: Ô Lâm|tri-ton.yaml:",
			"matomo: 7|matomo: bảy|tri-ton.yaml:18: /sites/1/integrations/matomo", "kind: huyện|kind: [|tri-ton.yaml:",
			"  name: Tri Tôn|  name: Tri Tôn\\n  name: Tri Tôn|tri-ton.yaml:" })
	void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, String told) throws IOException {
		Path file = this.folder.resolve("tri-ton.yaml");
		Files.writeString(file, Files.readString(file).replace(right, wrong.replace("\\n", "\n")));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(this::read).withMessageContaining(told);
	}

	@Test
	void anEmptyFolderAndAMissingProvinceAreTold() throws IOException {
		Files.delete(this.folder.resolve("province.yaml"));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(this::read)
			.withMessageContaining("declares the province");
		Files.delete(this.folder.resolve("tri-ton.yaml"));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(this::read).withMessageContaining("no *.yaml");
	}

	@Test
	void anEmptyFileIsTold() throws IOException {
		write("trong.yaml", "");
		assertThatExceptionOfType(StartFailure.class).isThrownBy(this::read).withMessageContaining("trong.yaml:1:");
	}

	private TenantConfiguration read() {
		return this.reader.read("file:" + this.folder);
	}

	private void write(String name, String content) throws IOException {
		Files.writeString(this.folder.resolve(name), content);
	}

}
