package vn.conglang.appearance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StylesheetTests {

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', value = { "a { color : red ; }~a{color : red;}",
			"/* one */ a{} /* two */ b{}~a{}b{}", "a :hover{}~a :hover{}", "a   >  b{}~a > b{}",
			"@media (min-width:1rem) and (x){a{}}~@media (min-width:1rem) and (x){a{}}",
			"a{content:\"  /* no */  \"}~a{content:\"  /* no */  \"}",
			"a{content:'it\\'s  ;  '}~a{content:'it\\'s  ;  '}", "a{b:url(data:x;  y/*z*/)}~a{b:url(data:x;  y/*z*/)}",
			"a{b:url( \"x)  y\" )}~a{b:url( \"x)  y\" )}", "a{b:calc(1px + 2px)}~a{b:calc(1px + 2px)}",
			"a/**/b{}~a b{}", "a{} /* never ends~a{}" })
	void whatMeansNothingGoesAndTheRestStays(String before, String after) {
		assertThat(Stylesheet.compact(before)).isEqualTo(after);
	}

	@Test
	void linesAndTabsGo() {
		assertThat(Stylesheet.compact("a,\n\tb {\n\tcolor: red;\n}\n\n/* c */\n\nd {\n}\n"))
			.isEqualTo("a,b{color: red;}d{}");
	}

}
