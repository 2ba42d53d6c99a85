package vn.conglang.web;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PublicFaceTests {

	private static final String HOST = "vinh-trach.localhost";

	private static final String ARTICLE = "/bai-viet/thu-hoach-lua-thu-dong";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@BeforeEach
	void somethingToRead() {
		if (this.portal.get(HOST, ARTICLE).statusCode() == 404) {
			CurrentSite.run(this.portal.site("vinh-trach").id(), () -> {
				this.categories.ensureStandard();
				publish(EntryType.ARTICLE, "Thu hoạch lúa Thu Đông", "tin-tuc-su-kien", Map.of());
				publish(EntryType.LEGAL_DOCUMENT, "Kế hoạch thủy lợi", "van-ban", Map.of("number", "9/KH-UBND",
						"documentType", "Kế hoạch", "issuer", "UBND xã Vĩnh Trạch", "issued", "2026-01-05"));
				publish(EntryType.PAGE, "Liên hệ", "gioi-thieu", Map.of());
			});
		}
	}

	private void publish(EntryType type, String title, String category, Map<String, String> fields) {
		long id = this.publishing.begin(type, new EntryText(title, "Tóm tắt <b>&", "<p>Nội dung</p>",
				this.categories.find(category).orElseThrow().id(), fields, ""), "thử");
		this.publishing.publish(id);
	}

	@Test
	void everyOneOfThe156SitesAnswersWithItsOwnName() {
		List<Site> all = this.sites.all();
		assertThat(all).hasSize(156);
		for (Site site : all) {
			HttpResponse<String> home = this.portal.get(site.slug() + ".localhost", "/");
			assertThat(home.statusCode()).as(site.slug()).isEqualTo(200);
			assertThat(home.body()).as(site.slug()).contains("<title>" + site.title() + " – " + site.area().title());
			assertThat(home.body().split("<main", 2)[0]).as("header of " + site.slug()).contains(site.title());
		}
	}

	@Test
	void aSiteAnswersAtItsOwnHostNamesToo() {
		assertThat(this.portal.get("vinh-trach.thoai-son.angiang.gov.vn", "/").body()).contains("Xã Vĩnh Trạch");
		assertThat(this.portal.get("VINH-TRACH.Thoai-Son.angiang.gov.vn", "/").body()).contains("Xã Vĩnh Trạch");
	}

	@Test
	void everyPageNamesItsOneAddress() {
		assertThat(this.portal.get("vinh-trach.thoai-son.angiang.gov.vn", ARTICLE).body()).contains(
				"<link rel=\"canonical\" href=\"http://vinh-trach.localhost:" + this.portal.port() + ARTICLE + "\"");
	}

	@Test
	void anUnknownHostGetsAPlainPageWithTheWayToTheDirectory() {
		for (String host : List.of("khong-co.localhost", "example.org", "127.0.0.1")) {
			HttpResponse<String> answer = this.portal.get(host, "/bat-ky");
			assertThat(answer.statusCode()).as(host).isEqualTo(404);
			assertThat(answer.body()).as(host)
				.contains("lang=\"vi\"")
				.contains("href=\"http://localhost:" + this.portal.port());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", ARTICLE, "/van-ban", "/van-ban/ke-hoach-thuy-loi", "/trang/lien-he",
			"/chuyen-muc/tin-tuc-su-kien", "/khong-co", "/tuyen/../x" })
	void noPageHasScriptsOrStylesInsideNorACookie(String path) {
		HttpResponse<String> page = this.portal.get(HOST, path);
		assertThat(page.body()).doesNotContain("<style").doesNotContain(" style=\"").doesNotContain(" onclick");
		assertThat(page.body().replaceAll("<script[^>]* src=\"/[^\"]+\"[^>]*></script>", "")).doesNotContain("<script");
		assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
			.doesNotContain("unsafe");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/chuyen-muc/tin-tuc-su-kien?trang=0", "/chuyen-muc/tin-tuc-su-kien?trang=-1",
			"/chuyen-muc/tin-tuc-su-kien?trang=2", "/chuyen-muc/tin-tuc-su-kien?trang=99999999999999999999",
			"/chuyen-muc/tin-tuc-su-kien?trang=mot", "/van-ban?trang=77", "/bai-viet/khong-co", "/trang/khong-co",
			"/van-ban/khong-co", "/bai-viet/", "/media/0123456789abcdef0123456789abcdef/a.jpg",
			"/media/..%2f..%2fetc/passwd", "/giao-dien/base/x/assets/..%2f..%2fapplication.yaml",
			"/giao-dien/base/x/assets/../../theme.yaml", "/giao-dien/khong-co/x/style.css",
			"/giao-dien/..%2f/x/style.css", "/dang-nhap", "/bien-tap/vinh-trach", "/san-luong", "/actuator/health",
			"/%C3%28", "/%00", "/bai-viet/%ff%fe" })
	void whatIsNotThereIsAnsweredAsAnErrorOfTheCaller(String path) {
		HttpResponse<String> answer = this.portal.get(HOST, path);
		assertThat(answer.statusCode()).isBetween(400, 499);
		assertThat(answer.body()).doesNotContain("Exception").doesNotContain("root:");
	}

	@Test
	void aMissingPageIsToldInVietnameseInTheSitesOwnLook() {
		HttpResponse<String> answer = this.portal.get(HOST, "/khong-co", "Accept", "*/*");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("Xã Vĩnh Trạch").contains("Trang chủ").contains("noindex");
		assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
	}

	@Test
	void aPageThatDidNotChangeIsNotSentAgain() {
		HttpResponse<String> first = this.portal.get(HOST, ARTICLE);
		String etag = first.headers().firstValue("ETag").orElseThrow();
		HttpResponse<String> again = this.portal.get(HOST, ARTICLE, "If-None-Match", etag);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(this.portal.get(HOST, ARTICLE, "If-None-Match", "\"anders\", " + etag).statusCode()).isEqualTo(304);
		assertThat(this.portal.get(HOST, ARTICLE, "If-None-Match", "\"khac\"").statusCode()).isEqualTo(200);
	}

	@Test
	void pagesAreSentCompressedToThoseWhoTakeIt() {
		HttpResponse<String> page = this.portal.get(HOST, ARTICLE, "Accept-Encoding", "gzip, br");
		assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
		HttpResponse<String> plain = this.portal.get(HOST, ARTICLE, "Accept-Encoding", "gzip;q=0");
		assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(plain.body()).contains("Thu hoạch lúa Thu Đông");
	}

	@Test
	void whatAdvertisersAppendMakesNoDifference() {
		assertThat(this.portal.get(HOST, ARTICLE + "?fbclid=abc&utm_source=zalo").body())
			.isEqualTo(this.portal.get(HOST, ARTICLE).body());
	}

	@Test
	void aFilteredListIsNeverKeptAsTheWholeOne() {
		for (String filter : List.of("loai=khong-co", "%6Coai=khong-co", "fbclid=a&tu-khoa=khong-co",
				"utm_source=a&nam=1999", "trang=1&loai=khong-co")) {
			assertThat(this.portal.get("dinh-thanh.localhost", "/van-ban?" + filter).statusCode()).isEqualTo(200);
			assertThat(this.portal.get(HOST, "/van-ban?" + filter).body()).as(filter).doesNotContain("9/KH-UBND");
			assertThat(this.portal.get(HOST, "/van-ban").body()).as(filter).contains("9/KH-UBND");
		}
	}

	@Test
	void textIsNeverTakenForMarkup() {
		assertThat(this.portal.get(HOST, ARTICLE).body()).contains("Tóm tắt &lt;b&gt;&amp;")
			.doesNotContain("Tóm tắt <b>");
		assertThat(this.portal.get(HOST, "/van-ban?tu-khoa=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
			.doesNotContain("<script>alert");
	}

	@Test
	void programsReadFeedAndSitemap() {
		String port = ":" + this.portal.port();
		HttpResponse<String> rss = this.portal.get(HOST, "/rss.xml");
		assertThat(rss.headers().firstValue("Content-Type").orElse("")).startsWith("application/rss+xml");
		assertThat(rss.body()).contains("<title>Thu hoạch lúa Thu Đông</title>", "http://" + HOST + port + ARTICLE);
		assertThat(this.portal.get(HOST, "/sitemap.xml").body()).contains(
				"<loc>http://" + HOST + port + ARTICLE + "</loc>",
				"<loc>http://" + HOST + port + "/trang/lien-he</loc>");
		assertThat(this.portal.get(HOST, "/robots.txt").body())
			.contains("Sitemap: http://" + HOST + port + "/sitemap.xml");
	}

	@Test
	void thePublicFaceTakesNoWrites() {
		for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
			assertThat(this.portal.send(method, HOST, "/", "x".repeat(1000)).statusCode()).as(method)
				.isBetween(400, 499);
		}
	}

	@Test
	void headersOfAnyKindAreSurvived() {
		for (String host : List.of("vinh-trach.localhost.", "..", "a".repeat(300) + ".localhost",
				"vinh_trach.localhost", "[::1]")) {
			assertThat(this.portal.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).as(host)
				.matches("(?s)HTTP/1.1 (200|400|404).*");
		}
		assertThat(this.portal.raw("GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400");
		assertThat(this.portal.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
	}

	@Test
	void thePageCacheHoldsPagesOfOneSiteApartFromAnother() {
		Set<String> bodies = new HashSet<>();
		for (String slug : List.of("vinh-trach", "vinh-phu", "vinh-khanh", "vinh-chanh")) {
			bodies.add(this.portal.get(slug + ".localhost", "/").body());
			bodies.add(this.portal.get(slug + ".localhost", "/").body());
		}
		assertThat(bodies).hasSize(4);
	}

	@Test
	void theProvinceFindsCommunesWithAndWithoutDiacritics() {
		String all = this.portal.get("localhost", "/").body();
		assertThat(all).contains("Thị trấn Óc Eo").contains("Huyện Thoại Sơn").contains("156");
		for (String query : List.of("oc+eo", "%C3%93c+Eo", "OC%20EO")) {
			// the latest news below name other communes
			assertThat(Jsoup.parse(this.portal.get("localhost", "/?ten=" + query).body())
				.select(".prov-group li")
				.eachText()).as(query).containsExactly("Thị trấn Óc Eo");
		}
		assertThat(this.portal.get("localhost", "/?ten=khong+co+xa+nao").statusCode()).isEqualTo(200);
	}

}
