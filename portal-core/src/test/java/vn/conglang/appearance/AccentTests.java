package vn.conglang.appearance;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AccentTests {

	private static final Theme THEME = new Theme("thu", "Thử", "", null, List.of("thu"), "1",
			Map.of("paper", "#fbfaf5", "tint", "#e6f2ee", "accent", "#0a675f"),
			Map.of("paper", "#15140f", "tint", "#25403f", "accent", "#6dd1be"), List.of(), Map.of(), false, false);

	@Example
	void contrastIsCountedAsTheGuidelineDoes() {
		assertThat(Contrast.of("#000000", "#ffffff")).isCloseTo(21, within(0.01));
		assertThat(Contrast.of("#ffffff", "#ffffff")).isEqualTo(1);
		assertThat(Contrast.of("#767676", "#ffffff")).isCloseTo(4.54, within(0.01));
		assertThat(Contrast.of("#777777", "#ffffff")).isCloseTo(4.48, within(0.01));
	}

	@Property
	void whateverIsWishedTheNearestCanBeReadByDay(@ForAll("colours") String wished) {
		String nearest = Accent.nearest(THEME, wished);
		assertThat(Accent.allowed(THEME, nearest)).isTrue();
		assertThat(Contrast.of(nearest, "#fbfaf5")).isGreaterThanOrEqualTo(4.5);
		assertThat(Contrast.of(nearest, "#e6f2ee")).isGreaterThanOrEqualTo(4.5);
	}

	@Property
	void whateverIsWishedItsToneForTheDarkCanBeReadThere(@ForAll("colours") String wished) {
		String dark = Accent.dark(THEME, wished);
		assertThat(Contrast.of(dark, "#15140f")).isGreaterThanOrEqualTo(4.5);
		assertThat(Contrast.of(dark, "#25403f")).isGreaterThanOrEqualTo(4.5);
	}

	@Property
	void whatIsAllowedStaysAsItIs(@ForAll("colours") String wished) {
		if (Accent.allowed(THEME, wished)) {
			assertThat(Accent.nearest(THEME, wished)).isEqualTo(wished);
		}
		String nearest = Accent.nearest(THEME, wished);
		assertThat(Accent.nearest(THEME, nearest)).isEqualTo(nearest);
	}

	@Property
	void textOnAnyColourCanBeRead(@ForAll("colours") String colour) {
		assertThat(Contrast.of(Accent.ink(colour), colour)).isGreaterThanOrEqualTo(4.5);
	}

	@Property
	void theOrderOfTwoColoursDoesNotMatter(@ForAll("colours") String one, @ForAll("colours") String other) {
		assertThat(Contrast.of(one, other)).isEqualTo(Contrast.of(other, one)).isBetween(1.0, 21.01);
	}

	@Example
	void aPaleGreenBecomesADarkGreenAndNotAGrey() {
		String nearest = Accent.nearest(THEME, "#7fd68a");
		int red = Contrast.part(nearest, 0);
		int green = Contrast.part(nearest, 1);
		int blue = Contrast.part(nearest, 2);
		assertThat(green).isGreaterThan(red + 40).isGreaterThan(blue + 40);
	}

	@Example
	void whatIsNoColourIsNotAllowed() {
		assertThat(Accent.allowed(THEME, "red")).isFalse();
		assertThat(Accent.allowed(THEME, "#12345")).isFalse();
		assertThat(Accent.parse("0B6b5d")).isEqualTo("#0b6b5d");
		assertThat(Accent.parse("0b6b5")).isNull();
		assertThat(Accent.parse("}*{a:b")).isNull();
	}

	@Provide
	Arbitrary<String> colours() {
		return Arbitraries.integers().between(0, 0xffffff).map((rgb) -> String.format(Locale.ROOT, "#%06x", rgb));
	}

}
