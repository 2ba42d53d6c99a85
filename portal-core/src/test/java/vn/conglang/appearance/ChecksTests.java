package vn.conglang.appearance;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksTests {

	@ParameterizedTest
	@CsvSource({ "/van-ban, /van-ban", "/, /", "https://dichvucong.gov.vn/x?y=1, https://dichvucong.gov.vn/x?y=1",
			"dichvucong.gov.vn, https://dichvucong.gov.vn", "www.angiang.gov.vn/tin, https://www.angiang.gov.vn/tin",
			"http://a.vn, http://a.vn" })
	void addressesOfThisSiteAndOfOthersAreTaken(String typed, String address) {
		assertThat(Checks.address(typed)).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//xau.vn", "/\\xau.vn",
			"vbscript:x", "ftp://a.vn", "https://", "https:///x", "https://a@b.vn", "mailto:a@b.vn", "x", "/a b",
			"/a\"onclick=x", "java\u200bscript:alert(1)", "file:///etc/passwd", " \thttps:/a" })
	void addressesThatAreNoneOrHarmAreNotTaken(String typed) {
		assertThat(Checks.address(typed)).isNull();
	}

	@Property(tries = 2000)
	void nothingButAPathOrTheWebIsEverAnAddress(@ForAll String typed) {
		String address = Checks.address(typed);
		assertThat(address == null || address.startsWith("/") && !address.startsWith("//")
				|| address.startsWith("http://") || address.startsWith("https://")
				|| address.toLowerCase(java.util.Locale.ROOT).matches("https?://.*"))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://maps.app.goo.gl/AbC123", "https://goo.gl/maps/x",
			"https://www.google.com/maps/place/X/@10.3,105.2,17z", "https://maps.google.com/?q=10.3,105.2",
			"https://www.google.com.vn/maps?q=1,2",
			"https://www.openstreetmap.org/?mlat=10.3&mlon=105.2#map=17/10.3/105.2", "https://osm.org/go/xyz" })
	void placesOnMapsAreTaken(String typed) {
		assertThat(Checks.map(typed)).isEqualTo(typed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://www.google.com/maps/place/X", "https://www.google.com/search?q=x",
			"https://www.google.com/maps/embed?pb=1", "https://google.com.xau.vn/maps", "https://goo.gl/x",
			"<iframe src=\"https://www.google.com/maps/embed?pb=1\"></iframe>", "/van-ban", "https://bando.vn" })
	void otherAddressesAreNoPlacesOnMaps(String typed) {
		assertThat(Checks.map(typed)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0296 3 856 123, true", "+84 296 3856123, true", "0296.3856.123, true", "gọi anh Ba, false",
			"12, false", "0296 3856123; 0913 000 000, false" })
	void aPhoneFieldHoldsOneNumber(String typed, boolean phone) {
		assertThat(Checks.isPhone(typed)).isEqualTo(phone);
	}

}
