package vn.conglang.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The search as citizens and programs meet it, over HTTP. */
@SearchTest
class SearchPageTests {

	private static final String HOST = "binh-phu.localhost";

	private static final String OTHER = "binh-chanh.localhost";

	/** What is typed by mistake, out of curiosity, or by those who mean harm. */
	private static final List<String> ODD = List.of("\"", "*", ":", "\\", "<", ">", "'", "%", "_", "&", "|", "!", "(",
			"()", "ghe & !", "ghe:*", "\"ghe", "ghe\"", "\"\"", "' OR 1=1 --", "'; DROP TABLE entry; --", "[a-z]+(",
			".*.*.*.*.*.*=.*", "(a+)+$", "{\"query\":{\"match_all\":{}}}", "<script>alert(1)</script>",
			"\"><img src=x onerror=alert(1)>", "${7*7}", "#{7*7}", "__${T(java.lang.Runtime)}__::x", "🐟🐟🐟", "ghe 🛶",
			"\u0000", "ghe\u0001\u0002\tngo\r\n", "\u202Eghe", "\uFFFF", "\u0301\u0301\u0301", "a".repeat(10_000),
			"ghe ".repeat(2_500), "\"".repeat(500), "đ".repeat(199) + "🐟", " ", "　", "-", "0000000000000000000000001");

	private final JsonMapper json = new JsonMapper();

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Looks looks;

	@BeforeEach
	void somethingToFind() {
		if (this.portal.get(HOST, "/bai-viet/le-hoi-dua-vo-lai-tren-kenh-vinh-te").statusCode() == 404) {
			publish("binh-chanh", EntryType.ARTICLE, "Đội vỏ lãi Bình Chánh tập luyện", "tin-tuc-su-kien", Map.of(),
					LocalDate.of(2025, 9, 1));
			String slug = "binh-phu";
			publish(slug, EntryType.ARTICLE, "Lễ hội đua vỏ lãi trên kênh Vĩnh Tế", "tin-tuc-su-kien", Map.of(),
					LocalDate.of(2025, 10, 2));
			for (int i = 1; i <= 12; i++) {
				publish(slug, EntryType.ARTICLE, "Nạo vét kênh mương đợt " + i, "nong-thon-moi", Map.of(),
						LocalDate.of((i > 4) ? 2024 : 2023, 3, i));
			}
			publish(slug, EntryType.LEGAL_DOCUMENT, "Phê duyệt kế hoạch phòng, chống lụt bão", "van-ban",
					Map.of("number", "2590/QĐ-UBND", "documentType", "Quyết định", "issuer", "UBND xã Bình Phú",
							"issued", "2023-05-19", "expires", "2024-05-19"),
					LocalDate.of(2023, 5, 20));
			publish(slug, EntryType.LEGAL_DOCUMENT, "Quy chế quản lý kênh mương", "van-ban", Map.of("number",
					"31/KH-UBND", "documentType", "Kế hoạch", "issuer", "UBND xã Bình Phú", "issued", "2025-05-19"),
					LocalDate.of(2025, 5, 20));
			publish(slug, EntryType.ANNOUNCEMENT, "Lịch tiếp công dân tháng Tư", null, Map.of("ends", "2025-04-30"),
					LocalDate.of(2025, 4, 1));
			CurrentSite.run(this.portal.site(slug).id(), () -> this.publishing.begin(EntryType.ARTICLE,
					new EntryText("Vỏ lãi còn là bản nháp", "", "<p>Nháp</p>", null, Map.of(), ""), "thử"));
		}
		Patiently.await()
			.until(() -> found(HOST, "kenh muong").contains("Có 13 kết quả")
					&& found(HOST, "lich tiep cong dan").contains("Đã kết thúc")
					&& found(OTHER, "vo lai").contains("Có 1 kết quả"));
	}

	private void publish(String slug, EntryType type, String title, @Nullable String category,
			Map<String, String> fields, LocalDate day) {
		CurrentSite.run(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			Long categoryId = (category != null) ? this.categories.find(category).orElseThrow().id() : null;
			long id = this.publishing.begin(type, new EntryText(title, "",
					"<p>Bà con trong xã <b>cùng</b> ra đồng từ sớm &lt;i&gt;.</p>", categoryId, fields, ""), "thử");
			this.publishing.publish(id, day.atTime(LocalTime.NOON).atZone(VietnameseText.ZONE).toInstant());
		});
	}

	@Test
	void whatIsTypedWithAndWithoutDiacriticsIsFoundAndMarked() {
		for (String typed : List.of("đua vỏ lãi", "dua vo lai", "ĐUA VỎ LÃI", "  dua   vo\tlai ")) {
			Document page = search(HOST, typed);
			assertThat(page.select(".found").text()).as(typed).isEqualTo("Có 1 kết quả");
			assertThat(page.select(".hit h3 a").attr("href"))
				.isEqualTo("/bai-viet/le-hoi-dua-vo-lai-tren-kenh-vinh-te");
			assertThat(page.select(".hit h3 mark").text()).as(typed).contains("đua").contains("vỏ").contains("lãi");
			assertThat(page.select(".hit time").text()).isEqualTo("02/10/2025");
			assertThat(page.select(".hit .meta").text()).contains("Tin, bài");
			assertThat(page.select("main input[name=q]").val()).isEqualTo(typed.strip().replaceAll("\\s+", " "));
		}
	}

	@Test
	void everySearchHasItsOwnTitleAndTheFrameOfItsOwnSite() {
		for (String typed : List.of("kênh mương", "vỏ lãi", "\"><b>&amp;", "kênh mương")) {
			for (String host : List.of(HOST, OTHER)) {
				Document page = search(host, typed);
				String title = typed + " – Tìm kiếm – ";
				assertThat(page.title()).startsWith(title).endsWith(host.equals(HOST) ? "Bình Phú" : "Bình Chánh");
				assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(page.title());
				assertThat(page.select("main")).hasSize(1);
				assertThat(page.select("main input[name=q]").val()).isEqualTo(typed);
				assertThat(page.select(".name").text()).contains(host.equals(HOST) ? "Bình Phú" : "Bình Chánh");
				assertThat(page.html()).doesNotContain("\uE000");
			}
		}
	}

	@Test
	void allSearchesOfASiteShareOneFrame(@Autowired SearchFrames frames) {
		search(HOST, "kênh mương");
		long kept = frames.kept();
		assertThat(kept).isPositive();
		for (String typed : List.of("vỏ lãi", "2590 qd", "xyzzyq wvutsr", "")) {
			search(HOST, typed);
		}
		assertThat(frames.kept()).isEqualTo(kept);
	}

	@Test
	void aChangeOfTheSiteShowsAroundTheNextSearch() {
		Site site = this.portal.site("binh-chanh");
		search(OTHER, "vo lai");
		CurrentSite.run(site.id(), () -> {
			Look look = this.looks.current().with(new Look.Links(List.of(), List.of(), "Trang đang được sắp xếp lại"));
			this.looks.change(Look.Part.LINKS, look, this.looks.base(Look.Part.LINKS), "thử");
		});
		assertThat(search(OTHER, "vo lai").select("footer").text()).contains("Trang đang được sắp xếp lại");
		assertThat(search(HOST, "vo lai").select("footer").text()).doesNotContain("Trang đang được sắp xếp lại");
	}

	@Test
	void aSiteFindsNeitherOtherSitesNorDrafts() {
		assertThat(search(HOST, "vo lai").select(".hit h3")).hasSize(1);
		assertThat(found(HOST, "vo lai")).doesNotContain("Bình Chánh").doesNotContain("bản nháp");
		assertThat(found(OTHER, "vo lai")).contains("Bình Chánh tập luyện").doesNotContain("Lễ hội");
		assertThat(found(HOST, "vo lai", "&trang-web=binh-chanh")).doesNotContain("Bình Chánh tập luyện");
		assertThat(this.portal.get(HOST, "/api/tim-kiem?q=vo+lai&trang-web=binh-chanh").body())
			.doesNotContain("tập luyện")
			.doesNotContain("bản nháp");
		assertThat(this.portal.get(HOST, "/tim-kiem/goi-y?q=vo+lai").body()).contains("Lễ hội")
			.doesNotContain("tập luyện")
			.doesNotContain("bản nháp");
	}

	@Test
	void halfANumberFindsTheDocument() {
		for (String typed : List.of("2590 qd", "2590/QĐ-UBND", "2590 qd ubnd", "2590")) {
			Document page = search(HOST, typed);
			assertThat(page.select(".hit .no").eachText().getFirst()).as(typed).isEqualTo("2590/QĐ-UBND");
			assertThat(page.select(".hit").eachText().getFirst()).contains("Văn bản", "19/05/2023", "Hết hiệu lực");
			Document list = Jsoup.parse(this.portal.get(HOST, "/van-ban?tu-khoa=" + encoded(typed)).body());
			assertThat(list.select(".docs .no").eachText().getFirst()).as(typed).isEqualTo("2590/QĐ-UBND");
		}
		assertThat(this.portal.get(HOST, "/van-ban?tu-khoa=2590+qd&nam=2025").body())
			.contains("Không có văn bản nào khớp");
	}

	@Test
	void choicesNarrowDownAndAreTakenAwayAgain() {
		Document page = search(HOST, "kenh muong");
		assertThat(page.select(".kinds a").eachText()).containsExactly("Tất cả 13", "Tin, bài 12", "Văn bản 1");
		Document documents = follow(HOST, page.select(".kinds a:contains(Văn bản)").attr("href"));
		assertThat(documents.select(".hit h3").eachText()).containsExactly("31/KH-UBND Quy chế quản lý kênh mương");
		assertThat(documents.select(".kinds [aria-current]").text()).isEqualTo("Văn bản 1");
		assertThat(page.select(".sift a").eachText()).contains("Nông thôn mới 12", "2024 8", "2023 4", "2025 1");
		Document old = follow(HOST, page.select(".sift a:contains(2023)").attr("href"));
		assertThat(old.select(".found").text()).isEqualTo("Có 4 kết quả");
		assertThat(old.select(".chosen").text()).contains("Năm 2023");
		Document all = follow(HOST, old.select(".chosen a").attr("href"));
		assertThat(all.select(".found").text()).contains("Có 13 kết quả");
		Document none = search(HOST, "kenh muong", "&nam=1890&chuyen-muc=khong-co&loai=khong-co");
		assertThat(none.select(".no-hits").text()).contains("Không tìm thấy “kenh muong”", "bỏ bớt điều kiện lọc");
		assertThat(none.select(".chosen a")).hasSize(3);
	}

	@Test
	void pagesKeepTheWordsAndEndWhereTheHitsEnd() {
		Document page = search(HOST, "kênh mương", "&chuyen-muc=nong-thon-moi");
		assertThat(page.select(".found").text()).isEqualTo("Có 12 kết quả, trang 1 trên 2");
		assertThat(page.select(".hit")).hasSize(10);
		Document second = follow(HOST, page.select("a.next").attr("href"));
		assertThat(second.select(".hit")).hasSize(2);
		assertThat(second.select("main input[name=q]").val()).isEqualTo("kênh mương");
		assertThat(second.select("a.prev").attr("href"))
			.isEqualTo("/tim-kiem?q=k%C3%AAnh%20m%C6%B0%C6%A1ng&chuyen-muc=nong-thon-moi");
		for (String beyond : List.of("3", "99999", "1000000000", "0", "-1", "x")) {
			HttpResponse<String> answer = this.portal.get(HOST, "/tim-kiem?q=kenh+muong&trang=" + beyond);
			assertThat(answer.statusCode()).as(beyond).isEqualTo(404);
			assertThat(Jsoup.parse(answer.body()).select("main input[name=q]").val()).isEqualTo("kenh muong");
		}
	}

	@Test
	void whoeverFindsNothingIsToldWhatToDo() {
		Document page = search(HOST, "xyzzyq wvutsr");
		assertThat(page.select("main").text()).contains("Không tìm thấy “xyzzyq wvutsr”", "kiểm tra lại chính tả");
		assertThat(page.select("main .quick a").eachAttr("href")).contains("/van-ban");
		assertThat(page.select("main [role=status]")).isEmpty();
		Document empty = follow(HOST, "/tim-kiem");
		assertThat(empty.select("main").text()).contains("Tìm được gì ở đây");
		assertThat(empty.select(".tips a").eachAttr("href")).hasSize(3)
			.allMatch((href) -> href.startsWith("/tim-kiem?q="));
		assertThat(this.portal.get(HOST, "/tim-kiem?q=").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsOnlyCloseIsCalledClose() {
		Document page = search(HOST, "tieps cong dan");
		assertThat(page.select(".hit h3").text()).contains("Lịch tiếp công dân");
		assertThat(page.select(".near").text()).contains("“tieps cong dan”");
		Document meant = follow(HOST, page.select(".meant a").attr("href"));
		assertThat(meant.select(".hit h3").text()).contains("Lịch tiếp công dân");
		assertThat(meant.select(".near")).isEmpty();
	}

	@Test
	void nothingThatIsTypedBreaksAnything() {
		for (String host : List.of(HOST, "localhost")) {
			for (String odd : ODD) {
				for (String path : List.of("/tim-kiem?q=", "/tim-kiem/goi-y?q=", "/api/tim-kiem?q=",
						"/tim-kiem?q=ghe&chuyen-muc=", "/tim-kiem?q=ghe&nam=", "/tim-kiem?q=ghe&loai=",
						"/tim-kiem?q=ghe&huyen=", "/tim-kiem?q=ghe&gop=trang&trang-web=")) {
					// no limit for this address
					HttpResponse<String> answer = this.portal.get(host, path + encoded(odd), "X-Forwarded-For",
							"198.51.100." + (odd.hashCode() & 127));
					String what = host + path + odd.substring(0, Math.min(50, odd.length()));
					assertThat(answer.statusCode()).as(what).isIn(200, 400);
					if (!path.startsWith("/api") || odd.length() > 200) {
						assertThat(answer.body()).as(what)
							.doesNotContain("<script>alert")
							.doesNotContain("<img src=x")
							.doesNotContain(">49<");
					}
				}
			}
		}
		for (String broken : List.of("%", "%ZZ", "%C3%28", "%00", "a%", "&q=b&q=c", "&%", "a&loai", "[]=1")) {
			String answer = this.portal.raw("GET /tim-kiem?q=" + broken + " HTTP/1.1\r\nHost: " + HOST + ":"
					+ this.portal.port() + "\r\nConnection: close\r\n\r\n");
			assertThat(answer).as(broken).matches("(?s)HTTP/1.1 (200|400) .*");
		}
		String tooLong = this.portal.get(HOST, "/tim-kiem?q=" + "a".repeat(7_000)).body();
		assertThat(Jsoup.parse(tooLong).select("main input[name=q]").val()).hasSize(200);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void anAddressThatCannotBeReadIsAnsweredAndTheLogSaysNothingOfIt(CapturedOutput log) {
		for (String start : List.of("GET /tim-kiem?q=%ZZ", "GET /api/tim-kiem?q=%C3%28", "GET /?trang=%")) {
			for (String host : List.of(HOST, "localhost", "quan-tri.localhost")) {
				String answer = this.portal.raw(start + " HTTP/1.1\r\nHost: " + host + ":" + this.portal.port()
						+ "\r\nConnection: close\r\n\r\n");
				assertThat(answer).as(start).matches("(?s)HTTP/1.1 (200|302|400|404) .*");
			}
		}
		assertThat(this.portal.raw("GET /tim-kiem?q=%ZZ HTTP/1.1\r\nHost: " + HOST + ":" + this.portal.port()
				+ "\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400 ")
			.contains("Xã Bình Phú");
		assertThat(log.getAll()).doesNotContain("InvalidParameterException", "Servlet.service()");
	}

	@Test
	void nobodyKeepsOrListsWhatWasSearchedFor() {
		HttpResponse<String> answer = this.portal.get(HOST, "/tim-kiem?q=ghe");
		assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
		assertThat(answer.headers().firstValue("ETag")).isEmpty();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(Jsoup.parse(answer.body()).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		for (String host : List.of(HOST, "localhost")) {
			assertThat(this.portal.get(host, "/robots.txt").body()).contains("Disallow: /tim-kiem\n");
		}
	}

	@Test
	void browsersLearnHowToSearchFromTheirAddressBar() {
		for (String host : List.of(HOST, "localhost")) {
			Document home = Jsoup.parse(this.portal.get(host, "/").body());
			assertThat(home.select("link[rel=search]").attr("type")).isEqualTo("application/opensearchdescription+xml");
			HttpResponse<String> answer = this.portal.get(host, home.select("link[rel=search]").attr("href"));
			assertThat(answer.headers().firstValue("Content-Type").orElse(""))
				.startsWith("application/opensearchdescription+xml");
			assertThat(answer.body())
				.contains("template=\"http://" + host + ":" + this.portal.port() + "/tim-kiem?q={searchTerms}\"");
			assertThat(Jsoup.parse(answer.body()).select("ShortName").text()).hasSizeBetween(1, 16);
		}
	}

	@Test
	void theWayToTheSearchIsOnEveryPageAndOnThoseThatAreNotThere() {
		for (String path : List.of("/", "/van-ban", "/bai-viet/le-hoi-dua-vo-lai-tren-kenh-vinh-te", "/khong-co")) {
			Document page = Jsoup.parse(this.portal.get(HOST, path).body());
			assertThat(page.select("header form[role=search][action=/tim-kiem] input[name=q]")).as(path).isNotEmpty();
		}
		assertThat(Jsoup.parse(this.portal.get(HOST, "/chi-tiet/le-hoi_dua-vo-lai-123456.html").body())
			.select("main input[name=q]")
			.val()).isEqualTo("le hoi dua vo lai");
		assertThat(Jsoup.parse(this.portal.get(HOST, "/khong%20co%3Cb%3E").body()).select("main input[name=q]").val())
			.doesNotContain("<");
	}

	@Test
	void whileTypingTitlesAreProposed() throws Exception {
		JsonNode found = this.json.readTree(this.portal.get(HOST, "/tim-kiem/goi-y?q=dua+vo+l").body());
		assertThat(found.get(0).get("title").asString()).isEqualTo("Lễ hội đua vỏ lãi trên kênh Vĩnh Tế");
		assertThat(found.get(0).get("href").asString()).isEqualTo("/bai-viet/le-hoi-dua-vo-lai-tren-kenh-vinh-te");
		assertThat(found.get(0).get("kind").asString()).isEqualTo("Tin, bài");
		assertThat(this.portal.get(HOST, "/tim-kiem/goi-y?q=d").body()).isEqualTo("[]");
		assertThat(this.portal.get(HOST, "/tim-kiem/goi-y").body()).isEqualTo("[]");
		JsonNode everywhere = this.json.readTree(this.portal.get("localhost", "/tim-kiem/goi-y?q=vo+lai").body());
		assertThat(everywhere.get(0).get("href").asString()).startsWith("http://binh-");
		assertThat(everywhere.get(0).get("kind").asString()).contains("Xã Bình");
	}

	@Test
	void programsAreAnsweredInJson() throws Exception {
		HttpResponse<String> answer = this.portal.get(HOST, "/api/tim-kiem?q=k%C3%AAnh+m%C6%B0%C6%A1ng&co=5&trang=2");
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		JsonNode page = this.json.readTree(answer.body());
		assertThat(page.get("query").asString()).isEqualTo("kênh mương");
		assertThat(page.get("closeness").asString()).isEqualTo("as_typed");
		assertThat(page.get("total").asInt()).isEqualTo(13);
		assertThat(page.get("more").asBoolean()).isFalse();
		assertThat(page.get("results").size()).isEqualTo(5);
		assertThat(page.get("page").asInt()).isEqualTo(2);
		String root = "http://" + HOST + ":" + this.portal.port();
		assertThat(page.get("next").asString()).startsWith(root + "/api/tim-kiem?q=").endsWith("&co=5&trang=3");
		JsonNode last = this.json
			.readTree(this.portal.get(HOST, page.get("next").asString().substring(root.length())).body());
		assertThat(last.get("results").size()).isEqualTo(3);
		assertThat(last.get("next").isNull()).isTrue();
		JsonNode document = this.json.readTree(this.portal.get(HOST, "/api/tim-kiem?q=2590&loai=van-ban").body());
		JsonNode hit = document.get("results").get(0);
		assertThat(hit.get("url").asString()).startsWith(root + "/van-ban/");
		assertThat(hit.get("date").asString()).isEqualTo("2023-05-19");
		assertThat(hit.get("number").asString()).isEqualTo("2590/QĐ-UBND");
		assertThat(hit.get("expired").asBoolean()).isTrue();
		assertThat(hit.get("category").asString()).isEqualTo("van-ban");
		assertThat(hit.get("site").get("name").asString()).isEqualTo("Xã Bình Phú");
		assertThat(document.get("facets").get("types").get(0).get("value").asString()).isEqualTo("van-ban");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?q=", "?q=%20", "?q=ghe&co=0", "?q=ghe&co=51", "?q=ghe&co=x", "?q=ghe&trang=0",
			"?q=ghe&trang=1000000000", "?q=ghe&trang=99999999999999999999", "?q=ghe&loai=khong-co",
			"?q=ghe&nam=nam-nay", "?q=ghe&co=50&trang=201" })
	void programsAreToldWhatTheyDidWrong(String query) throws Exception {
		HttpResponse<String> answer = this.portal.get(HOST, "/api/tim-kiem" + query);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		assertThat(this.json.readTree(answer.body()).get("detail").asString())
			.startsWith(query.contains("q=ghe") ? "Tham số" : "Thiếu tham số q");
	}

	@Test
	void aProgramThatAsksWithoutEndHasToWaitAndOthersDoNot() {
		String busy = "203.0.113.77";
		for (int i = 0; i < 120; i++) {
			this.portal.get(HOST, "/api/tim-kiem?q=", "X-Forwarded-For", busy);
		}
		HttpResponse<String> answer = this.portal.get(HOST, "/api/tim-kiem?q=ghe", "X-Forwarded-For", busy);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After")).contains("60");
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(this.portal.get(HOST, "/api/tim-kiem?q=ghe", "X-Forwarded-For", "203.0.113.78").statusCode())
			.isEqualTo(200);
	}

	@Test
	void theProvinceFindsOnAllSitesAndSaysWhere() throws Exception {
		Document page = search("localhost", "vo lai");
		assertThat(page.select(".hit h3 a").eachAttr("href")).allMatch((href) -> href.startsWith("http://"))
			.anyMatch((href) -> href.startsWith("http://binh-phu.localhost:"))
			.anyMatch((href) -> href.startsWith("http://binh-chanh.localhost:"));
		assertThat(page.select(".hit .meta a").eachText()).contains("Xã Bình Phú", "Xã Bình Chánh");
		assertThat(page.select("main").text()).doesNotContain("bản nháp");
		Document one = search("localhost", "vo lai", "&trang-web=binh-chanh");
		assertThat(one.select(".hit .meta a").eachText()).containsOnly("Xã Bình Chánh");
		assertThat(one.select(".chosen").text()).contains("Xã Bình Chánh");
		assertThat(search("localhost", "vo lai", "&huyen=chau-phu").select(".hit h3").text()).contains("Lễ hội",
				"tập luyện");
		assertThat(search("localhost", "vo lai", "&huyen=tri-ton").select(".hit .meta a").eachText())
			.doesNotContain("Xã Bình Phú", "Xã Bình Chánh");
		JsonNode json = this.json
			.readTree(this.portal.get("localhost", "/api/tim-kiem?q=vo+lai&trang-web=binh-chanh").body());
		assertThat(json.get("results").get(0).get("site").get("slug").asString()).isEqualTo("binh-chanh");
		assertThat(json.get("facets").get("sites").findValuesAsString("value")).contains("binh-phu", "binh-chanh");
		assertThat(json.get("facets").get("areas").findValuesAsString("value")).contains("chau-phu");
	}

	@Test
	void theProvinceGroupsBySite() {
		Document page = search("localhost", "nao vet kenh muong", "&gop=trang&trang-web=binh-phu");
		assertThat(page.select(".hits h2:not(.sr)").eachText()).containsExactly("Xã Bình Phú");
		assertThat(page.select(".hits h2 a").attr("href")).startsWith("http://binh-phu.localhost:");
		assertThat(page.select(".hit")).hasSize(3);
		assertThat(page.select(".hits .more a").text()).isEqualTo("Xem cả 12 kết quả của Xã Bình Phú");
		Document all = follow("localhost", page.select(".hits .more a").attr("href"));
		assertThat(all.select(".found").text()).contains("Có 12 kết quả");
		Document flat = search("localhost", "vo lai");
		Document grouped = follow("localhost", flat.select(".found a").attr("href"));
		assertThat(grouped.select(".hits h2:not(.sr)").eachText()).contains("Xã Bình Phú", "Xã Bình Chánh");
		assertThat(grouped.select(".paging")).isEmpty();
	}

	@Test
	void theProvinceHasAFieldForNamesAndOneForEverything() {
		Document home = Jsoup.parse(this.portal.get("localhost", "/").body());
		assertThat(home.select("form[action=/] label").text()).isEqualTo("Tìm xã, phường, thị trấn");
		assertThat(home.select("form[action=/tim-kiem] label").text())
			.isEqualTo("Tìm tin, bài, văn bản, thủ tục trên tất cả các trang");
		assertThat(this.portal.get("localhost", "/tim-kiem").body()).contains("Tìm được gì ở đây");
		// and whoever takes the one for the other is led on
		for (String name : List.of("oc eo", "Thị trấn Óc Eo")) {
			assertThat(search("localhost", name).select(".meant a[href^=http://oc-eo.localhost]").text()).as(name)
				.isEqualTo("Thị trấn Óc Eo");
		}
		Document none = Jsoup.parse(this.portal.get("localhost", "/?ten=lich+tiep+cong+dan").body());
		assertThat(none.select(".prov-body a[href=/tim-kiem?q=lich%20tiep%20cong%20dan]").text())
			.isEqualTo("Tìm “lich tiep cong dan” trong tin, bài, văn bản của tất cả các trang");
	}

	private String found(String host, String words, String... more) {
		return this.portal.get(host, "/tim-kiem?q=" + encoded(words) + String.join("", more)).body();
	}

	private Document search(String host, String words, String... more) {
		return Jsoup.parse(found(host, words, more));
	}

	private Document follow(String host, String path) {
		HttpResponse<String> answer = this.portal.get(host, path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
