package vn.conglang.kernel;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseTextTests {

	@Test
	void foldingTakesDiacriticsAndCase() {
		assertThat(VietnameseText.fold("  Thị trấn  Ba Chúc – ĐƯỜNG Lê Lợi "))
			.isEqualTo("thi tran ba chuc – duong le loi");
	}

	@Test
	void aSlugIsCutAtAWord() {
		assertThat(VietnameseText.slug("Đại hội Chi bộ ấp Tây Bình thành công tốt đẹp", 30))
			.isEqualTo("dai-hoi-chi-bo-ap-tay-binh");
	}

	@Test
	void aTitleWithoutLettersStillGetsAnAddress() {
		assertThat(VietnameseText.slug("…!? ", 30)).isEqualTo("muc");
	}

	@Test
	void theAlphabetKnowsItsOwnLetters() {
		List<String> names = List.of("Vĩnh Xương", "Đông Xuyên", "An Phú", "Ô Lâm", "Ơn", "Óc Eo", "Dương", "Ăn", "Ấp");
		assertThat(names.stream().sorted(VietnameseText.alphabetical())).containsExactly("An Phú", "Ăn", "Ấp", "Dương",
				"Đông Xuyên", "Óc Eo", "Ô Lâm", "Ơn", "Vĩnh Xương");
	}

	@Property
	boolean everySlugIsFitForAnAddress(@ForAll String text, @ForAll @IntRange(min = 1, max = 120) int length) {
		String slug = VietnameseText.slug(text, length);
		return slug.matches("[a-z0-9]+(-[a-z0-9]+)*") && (slug.length() <= length || slug.equals("muc"));
	}

	@Property
	boolean foldingTwiceIsFoldingOnce(@ForAll String text) {
		String once = VietnameseText.fold(text);
		return VietnameseText.fold(once).equals(once);
	}

}
