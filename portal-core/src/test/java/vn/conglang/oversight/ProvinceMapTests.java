package vn.conglang.oversight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

class ProvinceMapTests {

	@TempDir
	private Path folder;

	private ProvinceMap map(String svg) throws IOException {
		Files.writeString(this.folder.resolve("map.svg"), svg);
		return new ProvinceMap(this.folder.toUri().toString(), new DefaultResourceLoader());
	}

	@Test
	void aSiteIsDrawnByThePathThatBearsItsSlug() throws IOException {
		ProvinceMap map = map(
				"<svg><g id='a'><path id='x' d='M10 20l5 0 0 5 -5 0z'/></g><path id='borders' d='M1 1L2 2'/></svg>");
		assertThat(map.outline("x").orElseThrow().path()).isEqualTo("M10 20l5 0 0 5 -5 0z");
		assertThat(map.outline("x").orElseThrow().box()).isEqualTo(new ProvinceMap.Box(10, 20, 15, 25));
		assertThat(map.outline("a")).isEmpty();
		assertThat(map.borders()).isEqualTo("M1 1L2 2");
		assertThat(map.slugs()).containsExactly("x");
	}

	@Test
	void aMapIsCutOutAroundTheSitesThatAreAskedFor() throws IOException {
		ProvinceMap map = map("<svg><path id='x' d='M0 0l10 10z'/><path id='y' d='M90 90L100 100z'/></svg>");
		assertThat(map.around(List.of("x")).view()).isEqualTo("-0.4 -0.4 10.8 10.8");
		assertThat(map.around(List.of("x", "y", "not-drawn")).view()).isEqualTo("-4.0 -4.0 108.0 108.0");
	}

	@Test
	void withoutAFileThereIsNoMap() {
		ProvinceMap map = new ProvinceMap(this.folder.toUri().toString(), new DefaultResourceLoader());
		assertThat(map.slugs()).isEmpty();
		assertThat(map.borders()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "no drawing", "<svg><path id='x' d='M0 0", "<svg><path id='x'/></svg>",
			"<svg><path id='x' d='M0 0C1 1 2 2 3 3'/></svg>", "<svg><path id='x' d='M0 0l1'/></svg>",
			"<svg><path id='x' d='z'/></svg>", "<svg><path id='x' d='M0 0\" onload=\"alert(1)'/></svg>",
			"<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg><path id='x' d='&e;'/></svg>" })
	void aFileThatCannotBeUsedIsNoMapAndNoFailure(String svg) throws IOException {
		assertThat(map("<svg><path id='ok' d='M0 0l1 1z'/></svg>").slugs()).hasSize(1);
		assertThat(map(svg).slugs()).isEmpty();
	}

}
