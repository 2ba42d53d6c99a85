package vn.conglang.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SketchTests {

	/** How far an estimate may lie below what counts, as in {@link Comparing}. */
	private static final double DOUBT = 0.15;

	@ParameterizedTest
	@ValueSource(doubles = { 1, 0.75, 0.5 })
	void ofPairsOfWhichFourFifthsAreTheSameAtLeast95PercentAreFound(double length) {
		MadeTexts texts = new MadeTexts((long) (100 * length));
		Random random = new Random(7);
		int pairs = 0;
		int found = 0;
		while (pairs < 500) {
			List<String> source = texts.syllables(200 + random.nextInt(300));
			int size = (int) (source.size() * length);
			int from = random.nextInt(source.size() - size + 1);
			List<String> copy = texts.altered(source.subList(from, from + size), 0.04);
			Shingles copied = shingles(copy);
			Shingles there = shingles(source);
			double overlap = copied.within(there);
			if (overlap >= 0.8 && overlap <= 0.83) {
				pairs++;
				found += isFound(copied, there) ? 1 : 0;
			}
		}
		assertThat(found).isGreaterThanOrEqualTo(pairs * 95 / 100);
	}

	@Test
	void textsOfDifferentThingsHaveNextToNothingInCommon() {
		MadeTexts texts = new MadeTexts(3);
		List<Sketch> sketches = java.util.stream.IntStream.range(0, 300)
			.mapToObj((number) -> Sketch.of(shingles(texts.syllables(300))))
			.toList();
		int keys = 0;
		double most = 0;
		for (int i = 0; i < sketches.size(); i++) {
			for (int j = i + 1; j < sketches.size(); j++) {
				keys += hasCommonKey(sketches.get(i), sketches.get(j)) ? 1 : 0;
				most = Math.max(most, sketches.get(i).alike(sketches.get(j)));
			}
		}
		assertThat(keys).as("of 44,850 pairs").isLessThan(10);
		assertThat(most).isLessThan(0.05);
	}

	@Test
	void neitherMarkUpNorCapitalsNorTheWayOfWritingDiacriticsMakeADifference() {
		String one = "<p>Ủy ban nhân dân xã <strong>Bình Mỹ</strong> họp sáng nay, bàn 12 việc.</p><p>Đông người dự.</p>";
		String other = "<h2>ỦY BAN NHÂN DÂN XÃ BÌNH MỸ</h2><ul><li>họp sáng nay</li><li>bàn 12 việc</li></ul>"
				+ java.text.Normalizer.normalize("<p>đông người dự</p>", java.text.Normalizer.Form.NFD);
		assertThat(Shingles.of(Syllables.of(one)).hashes()).isEqualTo(Shingles.of(Syllables.of(other)).hashes());
	}

	@Test
	void anEmptyTextIsLikeNoOther() {
		Shingles none = Shingles.of(Syllables.of("<p>Bốn chữ mà thôi</p>"));
		assertThat(none.size()).isZero();
		assertThat(none.within(none)).isZero();
		assertThat(Sketch.of(none).alike(Sketch.of(none))).isZero();
	}

	@Test
	void theSketchOfATextIsTheSameForever() {
		// what is kept in the database was made by older versions
		assertThat(Arrays.stream(Sketch.of(shingles(List.of("một", "hai", "ba", "bốn", "năm", "sáu"))).keys())
			.limit(3)
			.boxed()
			.toList()).isEqualTo(FIRST_KEYS);
	}

	private static final List<Integer> FIRST_KEYS = List.of(15957109, 16849523, 34524079);

	@Test
	void whatBothHaveIsMarkedInBoth() {
		String common = "Sáng nay bà con ấp Hòa Phú cùng nhau vớt lục bình trên kênh";
		SideBySide texts = SideBySide.of("<p>Tin xã ta. " + common + " Mười.</p><p><a href=\"/x\">Riêng</a> của ta</p>",
				"<p>" + common + " <img src=\"/media/x\"> Chín.</p>");
		assertThat(texts.copy()).contains("<mark>" + common + "</mark>")
			.contains("Tin xã ta")
			.contains("Riêng của ta")
			.doesNotContain("<mark>Riêng", "href");
		assertThat(texts.source()).contains("<mark>" + common + "</mark>").doesNotContain("img");
	}

	private static boolean isFound(Shingles copy, Shingles source) {
		Sketch one = Sketch.of(copy);
		Sketch other = Sketch.of(source);
		double alike = one.alike(other);
		return hasCommonKey(one, other)
				&& alike * (copy.size() + source.size()) / ((1 + alike) * copy.size()) >= 0.8 - DOUBT;
	}

	private static boolean hasCommonKey(Sketch one, Sketch other) {
		return Arrays.stream(one.keys())
			.boxed()
			.collect(Collectors.toSet())
			.removeAll(Arrays.stream(other.keys()).boxed().toList());
	}

	private static Shingles shingles(List<String> syllables) {
		return Shingles.of(Syllables.of(MadeTexts.html(syllables)));
	}

}
