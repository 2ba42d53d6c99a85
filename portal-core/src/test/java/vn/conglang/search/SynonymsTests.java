package vn.conglang.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import vn.conglang.search.Words.Word;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class SynonymsTests {

	private final Synonyms synonyms = new Synonyms(text("heo = lợn\nUBND = ủy ban nhân dân # cơ quan\n\n# hết"),
			text("ở đâu\nở\ncho\n"));

	private static Resource text(String text) {
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<Word> words(String text) {
		return Words.of(Words.composed(text));
	}

	@Test
	void whatMeansTheSameHasOneConceptInAnySpelling() {
		assertThat(this.synonyms.concepts(words("Trụ sở UBND"))).containsExactly("=ubnd");
		assertThat(this.synonyms.concepts(words("Uỷ ban nhân dân xã"))).containsExactly("=ubnd");
		assertThat(this.synonyms.concepts(words("uy ban nhan dan"))).containsExactly("=ubnd");
		assertThat(this.synonyms.concepts(words("ủy ban xã"))).isEmpty();
	}

	@Test
	void otherDiacriticsAreAnotherWordNoneMayBeAny() {
		assertThat(this.synonyms.concepts(words("giá lợn hơi"))).containsExactly("=heo");
		assertThat(this.synonyms.concepts(words("gia lon hoi"))).containsExactly("=heo");
		assertThat(this.synonyms.concepts(words("người lớn tuổi"))).isEmpty();
	}

	@Test
	void aSingleSmallWordIsSmallOnlyWhereItCannotBeAnother() {
		assertThat(this.synonyms.smallAt(words("vay vốn cho hộ nghèo"), 2)).isOne();
		assertThat(this.synonyms.smallAt(words("cho xa mo cua"), 0)).isZero();
		assertThat(this.synonyms.smallAt(words("lam giay o dau"), 2)).isEqualTo(2);
		assertThat(this.synonyms.smallAt(words("nhà ở"), 1)).isOne();
	}

	@Test
	void theFilesThatComeWithThePortalAreWhole() {
		Synonyms whole = new Synonyms(new ClassPathResource("search/synonyms.txt"),
				new ClassPathResource("search/small-words.txt"));
		for (String abbreviation : List.of("UBND", "HĐND", "MTTQ", "TTHC", "NTM", "CĐS", "CCCD", "BHYT", "BHXH", "GPLX",
				"QĐ", "KH", "CV", "NQ", "TB", "CT", "BC", "KT-XH", "ANTT", "PCCC", "TDTT", "GD-ĐT")) {
			assertThat(whole.concepts(words(abbreviation))).as(abbreviation).isNotEmpty();
		}
	}

}
