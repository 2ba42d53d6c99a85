package vn.conglang.appearance;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Pictures;

import static org.assertj.core.api.Assertions.assertThat;

/** The screens that arrange a site, as they answer over HTTP. */
@PortalTest
class ArrangingTests {

	private static final List<String> SCREENS = List.of("bo-cuc", "thuc-don", "bieu-ngu", "lien-ket", "co-quan");

	private static final Pattern BASE = Pattern.compile("name=\"nen\" value=\"([0-9]+)\"");

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Pictures pictures;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Looks looks;

	@Test
	void blocksAreArrangedInADraftAndSeenByCitizensOnlyWhenApplied() {
		TestPortal.Desk desk = chief("an-hoa");
		news("an-hoa", "Hội thi bánh dân gian");
		String before = home("an-hoa");
		Map<String, String> form = new LinkedHashMap<>(Map.of("hang", "k1", "k1.vung", "main", "k1.loai", "category",
				"k1.title", "Tin bà con cần", "k1.category", "tin-tuc-su-kien", "k1.count", "3"));
		HttpResponse<String> tried = act(desk, "an-hoa/bo-cuc", form, "xem");
		assertThat(tried.body()).contains("Chưa áp dụng", "Tin bà con cần");
		assertThat(home("an-hoa")).isEqualTo(before);
		assertThat(desk.get("/bien-tap/an-hoa/xem-thu/ban-nhap/").body()).contains("Tin bà con cần");
		assertThat(desk.get("/bien-tap/an-hoa/bo-cuc").body()).as("the draft is there next time")
			.contains("Tin bà con cần");
		assertThat(chief("an-hoa").get("/bien-tap/an-hoa/bo-cuc").body()).as("and is nobody else's")
			.doesNotContain("Tin bà con cần");
		HttpResponse<String> applied = act(desk, "an-hoa/bo-cuc", form, "ap-dung");
		assertThat(desk.follow(applied).body()).contains("Đã áp dụng").doesNotContain("Chưa áp dụng");
		assertThat(home("an-hoa")).contains("Tin bà con cần", "Hội thi bánh dân gian");
		desk.follow(act(desk, "an-hoa/bo-cuc", Map.of(), "hoan-tac"));
		assertThat(home("an-hoa")).isEqualTo(before);
	}

	@Test
	void asTheThemeProposesIsNotKeptAsTheBoardsOwn() {
		TestPortal.Desk desk = chief("binh-duc");
		act(desk, "binh-duc/bo-cuc", Map.of("hang", "k1", "k1.vung", "main", "k1.loai", "contact"), "ap-dung");
		assertThat(blocks("binh-duc")).isNotNull();
		String proposed = act(desk, "binh-duc/bo-cuc", Map.of(), "de-xuat").body();
		assertThat(proposed).contains("theo đúng đề xuất");
		Map<String, String> form = rows(proposed);
		act(desk, "binh-duc/bo-cuc", form, "ap-dung");
		assertThat(blocks("binh-duc")).isNull();
	}

	@Test
	void whoComesTooLateIsToldAndKeepsWhatTheyMade() {
		TestPortal.Desk first = chief("binh-khanh");
		TestPortal.Desk second = chief("binh-khanh");
		String base = base(second, "binh-khanh/lien-ket");
		act(first, "binh-khanh/lien-ket", link("Cổng dịch vụ công", "https://dichvucong.gov.vn"), "ap-dung");
		Map<String, String> form = new HashMap<>(link("Cổng tỉnh", "https://angiang.gov.vn"));
		form.put("nen", base);
		form.put("viec", "xem");
		assertThat(second.post("/bien-tap/binh-khanh/lien-ket", form).body()).contains("sau khi bạn mở trang");
		form.put("viec", "ap-dung");
		HttpResponse<String> refused = second.post("/bien-tap/binh-khanh/lien-ket", form);
		assertThat(refused.body()).contains("trong lúc bạn đang làm", "https://angiang.gov.vn");
		assertThat(links("binh-khanh")).extracting(Look.Link::label).containsExactly("Cổng dịch vụ công");
		form.put("nen", found(refused.body()));
		second.post("/bien-tap/binh-khanh/lien-ket", form);
		assertThat(links("binh-khanh")).extracting(Look.Link::label).containsExactly("Cổng tỉnh");
	}

	@Test
	void aMenuBeginsWithTheAutomaticOneAndTellsOfPagesThatAreGone() {
		TestPortal.Desk desk = chief("dong-xuyen");
		long entry = news("dong-xuyen", "Lịch cấp nước sinh hoạt");
		String own = act(desk, "dong-xuyen/thuc-don", Map.of("rieng", "khong"), "soan").body();
		assertThat(own).contains("value=\"Giới thiệu\"");
		Map<String, String> two = new LinkedHashMap<>(Map.of("rieng", "co", "k1.bac", "0", "k1.ten", "Bà con cần biết",
				"k1.toi", "", "k2.bac", "1", "k2.ten", "Lịch cấp nước", "k2.toi", "/bai-viet/lich-cap-nuoc-sinh-hoat"));
		Map<String, String> one = new LinkedHashMap<>(two);
		one.put("hang", "k1");
		assertThat(act(desk, "dong-xuyen/thuc-don", one, "ap-dung").body()).contains("chưa dẫn đến đâu");
		assertThat(desk
			.post("/bien-tap/dong-xuyen/thuc-don", with(one, Map.of("viec", "tim", "tim", "cap nuoc", "nen", "0")))
			.body()).contains("bai:/bai-viet/lich-cap-nuoc-sinh-hoat");
		String added = act(desk, "dong-xuyen/thuc-don", one, "bai:/bai-viet/lich-cap-nuoc-sinh-hoat").body();
		assertThat(added).contains("Bài: Lịch cấp nước sinh hoạt");
		String inside = act(desk, "dong-xuyen/thuc-don", rows(added), "vao:k2").body();
		desk.follow(act(desk, "dong-xuyen/thuc-don", rows(inside), "ap-dung"));
		assertThat(home("dong-xuyen")).containsSubsequence("Bà con cần biết", "/bai-viet/lich-cap-nuoc-sinh-hoat");
		assertThat(desk.get("/bien-tap/dong-xuyen/thuc-don").body()).doesNotContain("trang không còn");
		CurrentSite.run(this.portal.site("dong-xuyen").id(), () -> this.publishing.withdraw(entry));
		assertThat(desk.get("/bien-tap/dong-xuyen/thuc-don").body()).contains("Có mục dẫn đến trang không còn");
		String back = act(desk, "dong-xuyen/thuc-don", Map.of("rieng", "co"), "tu-dong").body();
		assertThat(back).contains("Thực đơn đang tự động");
		act(desk, "dong-xuyen/thuc-don", Map.of("rieng", "khong"), "ap-dung");
		assertThat(in("dong-xuyen").menu()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "//xau.vn", "data:text/html,x", "mailto:a@b.vn" })
	void noAddressThatCouldHarmGetsAnywhere(String address) {
		TestPortal.Desk desk = chief("hoa-binh-thanh");
		String menu = act(desk, "hoa-binh-thanh/thuc-don",
				Map.of("rieng", "co", "hang", "k1", "k1.ten", "Xấu", "k1.toi", "khac", "k1.diachi", address), "ap-dung")
			.body();
		assertThat(menu).contains("Địa chỉ này chưa dùng được", "value=\"" + address);
		assertThat(act(desk, "hoa-binh-thanh/thuc-don",
				Map.of("rieng", "co", "hang", "k1", "k1.ten", "Xấu", "k1.toi", address), "ap-dung")
			.statusCode()).isEqualTo(200);
		assertThat(act(desk, "hoa-binh-thanh/lien-ket", link("Xấu", address), "ap-dung").body())
			.contains("Địa chỉ này chưa dùng được");
		assertThat(in("hoa-binh-thanh")).isEqualTo(Look.USUAL);
		assertThat(desk.get("/bien-tap/hoa-binh-thanh/xem-thu/ban-nhap/").body()).doesNotContain("href=\"" + address);
	}

	@Test
	void aBannerBeginsAndEndsByItself() {
		TestPortal.Desk desk = chief("my-binh");
		news("my-binh", "Tin của phường");
		String picture = CurrentSite.call(this.portal.site("my-binh").id(),
				() -> this.pictures.addOwn("banner".getBytes(StandardCharsets.UTF_8), "bieu-ngu.jpg", 1200, 300, "Lan")
					.url());
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		Map<String, String> form = Map.of("hang", "k1", "k1.src", picture, "k1.alt", "Hiến máu cứu người", "k1.tu",
				now.plusHours(2).toString().substring(0, 16), "k1.den", now.plusHours(5).toString().substring(0, 16));
		assertThat(act(desk, "my-binh/bieu-ngu", with(form, Map.of("k1.alt", " ")), "ap-dung").body())
			.contains("Chưa có chữ thay ảnh");
		assertThat(act(desk, "my-binh/bieu-ngu", with(form, Map.of("k1.src", "/media/" + "0".repeat(32) + "/a.jpg")),
				"ap-dung")
			.body()).contains("Không thấy ảnh này");
		assertThat(
				act(desk, "my-binh/bieu-ngu", with(form, Map.of("k1.den", form.get("k1.tu") + "")), "ap-dung").body())
			.contains("hết hạn trước khi bắt đầu");
		assertThat(act(desk, "my-binh/bieu-ngu", with(form, Map.of("k1.den", "hôm qua")), "ap-dung").body())
			.contains("Ngày giờ chưa đúng");
		assertThat(in("my-binh").banners()).isEmpty();
		desk.follow(act(desk, "my-binh/bieu-ngu", form, "ap-dung"));
		Map<String, String> blocks = rows(act(desk, "my-binh/bo-cuc",
				Map.of("hang", "k1", "k1.vung", "main", "k1.loai", "banners"), "them:latest")
			.body());
		desk.follow(act(desk, "my-binh/bo-cuc", blocks, "ap-dung"));
		assertThat(home("my-binh")).doesNotContain("Hiến máu");
		assertThat(desk.get("/bien-tap/my-binh/bieu-ngu").body()).contains("Sắp hiện");
		this.clock.ahead(Duration.ofHours(3), () -> {
			assertThat(home("my-binh")).as("begun, though the page was kept").contains("Hiến máu");
			assertThat(desk.get("/bien-tap/my-binh/bieu-ngu").body()).contains("Đang hiện");
		});
		this.clock.ahead(Duration.ofHours(6), () -> {
			assertThat(home("my-binh")).as("ended, though the page was kept").doesNotContain("Hiến máu");
			assertThat(desk.get("/bien-tap/my-binh/bieu-ngu").body()).contains("Đã hết hạn");
		});
	}

	@Test
	void theOfficeIsToldWhereItBelongs() {
		TestPortal.Desk desk = chief("tan-thanh");
		Map<String, String> bad = Map.of("phone", "gọi sau", "email", "x@", "map", "http://bando.vn", "hang", "k1",
				"k1.ten", "Ủy ban nhân dân");
		assertThat(act(desk, "tan-thanh/co-quan", bad, "ap-dung").body()).contains("Mỗi ô một số",
				"thư điện tử chưa đúng", "chưa phải liên kết https", "chưa có ai", "value=\"gọi sau\"");
		assertThat(in("tan-thanh").office()).isEqualTo(Look.Office.UNKNOWN);
		String grown = act(desk, "tan-thanh/co-quan", Map.of("address", "Ấp Tân Bình", "phone", "0296 3 711 222", "map",
				"https://maps.app.goo.gl/abc", "hang", "k1", "k1.ten", "Ủy ban nhân dân"), "nguoi:k1")
			.body();
		assertThat(grown).contains("name=\"k2.chucvu\"");
		Map<String, String> form = rows(grown);
		form.putAll(Map.of("address", "Ấp Tân Bình", "phone", "0296 3 711 222", "map", "https://maps.app.goo.gl/abc",
				"k2.ten", "Lê Thị Hoa", "k2.chucvu", "Chủ tịch"));
		desk.follow(act(desk, "tan-thanh/co-quan", form, "ap-dung"));
		assertThat(this.portal.get("tan-thanh.localhost", "/lien-he").body()).contains("Ấp Tân Bình",
				"https://maps.app.goo.gl/abc");
		assertThat(this.portal.get("tan-thanh.localhost", "/co-cau-to-chuc").body()).contains("Lê Thị Hoa", "Chủ tịch");
	}

	@Test
	void onlyChiefAndDeputyArrange() {
		TestPortal.Desk deputy = this.portal.login(Role.DEPUTY_EDITOR, this.portal.site("khanh-hoa"));
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("khanh-hoa"));
		for (String screen : SCREENS) {
			String path = "/bien-tap/khanh-hoa/" + screen;
			assertThat(deputy.get(path).statusCode()).as(screen).isEqualTo(200);
			assertThat(editor.get(path).statusCode()).as(screen).isEqualTo(403);
			assertThat(editor.post(path, Map.of("viec", "ap-dung", "nen", "0")).statusCode()).as(screen).isEqualTo(403);
		}
		assertThat(editor.get("/bien-tap/khanh-hoa").body()).doesNotContain("/khanh-hoa/giao-dien");
		assertThat(deputy.get("/bien-tap/khanh-hoa").body()).contains("/khanh-hoa/giao-dien");
	}

	@Test
	void whatNoBrowserSendsBreaksNothing() {
		TestPortal.Desk desk = chief("tan-my");
		for (String screen : SCREENS) {
			for (Map<String, String> odd : List.of(Map.<String, String>of(), Map.of("viec", "len:k9", "nen", "-5"),
					Map.of("viec", "dat:k1:khong:co:9", "hang", "k1", "k1.bac", "7", "k1.vung", "khong"),
					Map.of("viec", "dat", "hang", "<script>", "nen", "99999999999999999999"),
					Map.of("viec", "them:khong", "vao", "khong"), Map.of("viec", "ap-dung:x:y:z:0", "nen", "x"),
					Map.of("viec", "xem", "hang", "k1", "k1.ten", "a".repeat(5000), "k1.loai", "latest", "k1.title",
							"b".repeat(5000), "k1.count", "-1"))) {
				assertThat(desk.post("/bien-tap/tan-my/" + screen, odd).statusCode()).as(screen + odd).isIn(200, 302);
			}
		}
	}

	private TestPortal.Desk chief(String slug) {
		return this.portal.login(Role.CHIEF_EDITOR, this.portal.site(slug));
	}

	private static Map<String, String> link(String label, String href) {
		return Map.of("hang", "k1", "k1.vung", "nhanh", "k1.ten", label, "k1.href", href);
	}

	private static Map<String, String> with(Map<String, String> form, Map<String, String> other) {
		Map<String, String> both = new LinkedHashMap<>(form);
		both.putAll(other);
		return both;
	}

	/** Presses a button on a form that is as fresh as can be. */
	private static HttpResponse<String> act(TestPortal.Desk desk, String screen, Map<String, String> form, String act) {
		return desk.post("/bien-tap/" + screen, with(form, Map.of("viec", act, "nen", base(desk, screen))));
	}

	private static String base(TestPortal.Desk desk, String screen) {
		return found(desk.get("/bien-tap/" + screen).body());
	}

	private static String found(String body) {
		Matcher base = BASE.matcher(body);
		assertThat(base.find()).isTrue();
		return base.group(1);
	}

	/**
	 * The fields of the rows on a page, as a browser would send them; {@code hang} for
	 * each row needs a list, which the form of a test is not: see {@link TestPortal}.
	 */
	private static Map<String, String> rows(String body) {
		org.jsoup.nodes.Element form = org.jsoup.Jsoup.parse(body).expectFirst("form[data-arrange]");
		Map<String, String> fields = new LinkedHashMap<>();
		StringBuilder keys = new StringBuilder();
		form.select("input[name], select[name], textarea[name]").forEach((field) -> {
			String value = field.is("select")
					? field.select("option[selected]").stream().findFirst().map((option) -> option.val()).orElse("")
					: field.val();
			if (field.attr("name").equals("hang")) {
				keys.append(keys.isEmpty() ? "" : ",").append(value);
			}
			else if (!field.attr("name").equals("_csrf")) {
				fields.put(field.attr("name"), value);
			}
		});
		fields.put("hang", keys.toString());
		return fields;
	}

	private long news(String slug, String title) {
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(EntryType.ARTICLE, new EntryText(title, "", "<p>Nội dung</p>",
					this.categories.find("tin-tuc-su-kien").orElseThrow().id(), Map.of(), ""), "Lan");
			this.publishing.publish(id);
			return id;
		});
	}

	private Look in(String slug) {
		return CurrentSite.call(this.portal.site(slug).id(), this.looks::inForce);
	}

	private @org.jspecify.annotations.Nullable Map<String, List<Look.Block>> blocks(String slug) {
		return in(slug).blocks();
	}

	private List<Look.Link> links(String slug) {
		return in(slug).links().quick();
	}

	private String home(String slug) {
		return this.portal.get(slug + ".localhost", "/").body();
	}

}
