package vn.conglang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.LookDrafts;
import vn.conglang.appearance.Looks;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SitePreviewTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Looks looks;

	@Autowired
	private LookDrafts drafts;

	@Autowired
	private Sites sites;

	@Test
	void everyPublicPageIsShownInAThemeThatIsNotInForce() {
		publish("nui-sap", 25);
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("nui-sap"));
		String root = "/bien-tap/nui-sap/xem-thu/cong-bao";
		String home = desk.get(root + "/").body();
		assertThat(home).contains("/giao-dien/cong-bao/")
			.contains("href=\"" + root + "/bai-viet/bai-so-25\"")
			.contains("href=\"" + root + "/\"")
			.doesNotContain("href=\"/bai-viet/")
			.doesNotContain("href=\"/van-ban\"");
		String entry = desk.get(root + "/bai-viet/bai-so-1").body();
		assertThat(entry).contains("Nội dung số 1")
			.contains("href=\"" + root + "/van-ban\">Văn bản")
			.contains("href=\"" + root + "/trang/gioi-thieu\">Trang mình")
			.contains("href=\"https://angiang.gov.vn/\" target=\"_blank\" rel=\"noopener noreferrer\"")
			.contains("src=\"/bien-tap/nui-sap/media/0123456789abcdef0123456789abcdef/a.jpg\"");
		HttpResponse<String> second = desk.get(root + "/chuyen-muc/tin-tuc-su-kien?trang=2");
		assertThat(second.body()).contains("href=\"" + root + "/chuyen-muc/tin-tuc-su-kien\"").contains("trang=2");
		assertThat(desk.get(root + "/van-ban").body()).contains("action=\"" + root + "/van-ban\"");
		assertThat(desk.get(root + "/so-do-trang").statusCode()).isEqualTo(200);
		assertThat(desk.get(root + "/rss.xml").body()).startsWith("<?xml");
	}

	@Test
	void thePageIsTheOneThatCitizensWouldGet() {
		publish("cho-vam", 3);
		String theme = this.portal.site("cho-vam").theme();
		TestPortal.Desk desk = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("cho-vam"));
		for (String path : List.of("/", "/bai-viet/bai-so-1", "/chuyen-muc/tin-tuc-su-kien", "/van-ban")) {
			String root = "/bien-tap/cho-vam/xem-thu/" + theme;
			String previewed = desk.get(root + path).body().replace(root, "");
			String own = this.portal.get("cho-vam.localhost", path).body();
			assertThat(words(previewed)).as(path).isEqualTo(words(own));
		}
	}

	@Test
	void whatIsNotThereIsToldByTheSiteItselfInTheThemeThatIsTried() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("o-long-vy"));
		HttpResponse<String> missing = desk.get("/bien-tap/o-long-vy/xem-thu/bay-nui/bai-viet/khong-co");
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.body()).contains("/giao-dien/bay-nui/").contains("/bien-tap/o-long-vy/xem-thu/bay-nui/");
		assertThat(desk.get("/bien-tap/o-long-vy/xem-thu/khong-co/").statusCode()).isEqualTo(404);
		assertThat(desk.get("/bien-tap/o-long-vy/xem-thu/bay-nui/media/0123456789abcdef0123456789abcdef/a.jpg")
			.statusCode()).isEqualTo(404);
		assertThat(desk.get("/bien-tap/o-long-vy/xem-thu/bay-nui/quan-tri/newsroom.css").statusCode()).isEqualTo(404);
	}

	@Test
	void itIsFramedByTheNewsroomOnlyAndSendsFormsNowhereElse() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("o-long-vy"));
		HttpResponse<String> page = desk.get("/bien-tap/o-long-vy/xem-thu/bay-nui/");
		assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
		assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("frame-ancestors 'self'")
			.contains("form-action http://quan-tri.localhost:" + this.portal.port()
					+ "/bien-tap/o-long-vy/xem-thu/bay-nui/;");
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(page.headers().firstValue("ETag")).isEmpty();
		assertThat(
				this.portal.get("o-long-vy.localhost", "/").headers().firstValue("Content-Security-Policy").orElse(""))
			.contains("frame-ancestors 'none'");
	}

	@Test
	void citizensAreServedAsBefore() {
		Site site = this.portal.site("cai-dau");
		HttpResponse<String> before = this.portal.get("cai-dau.localhost", "/");
		long version = this.sites.version(site.id());
		TestPortal.Desk desk = this.portal.login(Role.CHIEF_EDITOR, site);
		assertThat(desk.get("/bien-tap/cai-dau/xem-thu/bay-nui/").body()).contains("/giao-dien/bay-nui/");
		HttpResponse<String> after = this.portal.get("cai-dau.localhost", "/");
		assertThat(after.body()).isEqualTo(before.body());
		assertThat(after.headers().firstValue("ETag")).isEqualTo(before.headers().firstValue("ETag"));
		assertThat(this.sites.version(site.id())).isEqualTo(version);
	}

	@Test
	void membersOfAnotherSiteFindNothing() {
		TestPortal.Desk desk = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("nui-sap"));
		assertThat(desk.get("/bien-tap/cho-vam/xem-thu/bay-nui/").statusCode()).isEqualTo(404);
		assertThat(desk.get("/bien-tap/cho-vam/xem-thu/ban-nhap/bai-viet/bai-so-1").statusCode()).isEqualTo(404);
	}

	@Test
	void aDraftIsSeenByWhoMakesItAlone() {
		Site site = this.portal.site("phu-my");
		TestPortal.Desk desk = this.portal.login(Role.CHIEF_EDITOR, site);
		TestPortal.Desk colleague = this.portal.login(Role.DEPUTY_EDITOR, site);
		User user = this.portal.user(desk.username());
		String draft = "/bien-tap/phu-my/xem-thu/ban-nhap/";
		CurrentSite.run(site.id(), () -> {
			this.drafts.save(user, Look.USUAL.with(new Look.Style("bay-nui", "#7a1f5c", null, null))
				.withMenu(List.of(new Look.MenuItem("Chợ nổi", "/trang/cho-noi", List.of()))));
			assertThat(this.drafts.has(user, Look.Part.STYLE)).isTrue();
			assertThat(this.drafts.has(user, Look.Part.BLOCKS)).isFalse();
			assertThat(this.drafts.base(user, Look.Part.MENU)).isZero();
		});
		assertThat(desk.get(draft).body()).contains("/giao-dien/bay-nui/")
			.contains("/style-7a1f5c.css")
			.contains("Chợ nổi");
		assertThat(colleague.get(draft).body()).doesNotContain("/giao-dien/bay-nui/").doesNotContain("Chợ nổi");
		assertThat(this.portal.get("phu-my.localhost", "/").body()).doesNotContain("Chợ nổi");
		CurrentSite.run(site.id(), () -> {
			this.looks.change(Look.Part.OFFICE,
					Look.USUAL.with(new Look.Office("Ấp Thượng 1", "", "", "", "", List.of())), 0, "Ai đó");
			assertThat(this.drafts.of(user).office().address()).as("what others change meanwhile")
				.isEqualTo("Ấp Thượng 1");
			this.drafts.drop(user, Look.Part.STYLE);
			assertThat(this.drafts.of(user).style()).isEqualTo(Look.USUAL.style());
			assertThat(this.drafts.of(user).menu()).isNotNull();
			this.drafts.save(user, this.looks.inForce());
			assertThat(this.drafts.has(user, Look.Part.MENU)).isFalse();
			this.drafts.save(user, Look.USUAL.withMenu(List.of()));
			this.drafts.drop(user);
			assertThat(this.drafts.of(user)).isEqualTo(this.looks.inForce());
		});
	}

	private void publish(String slug, int count) {
		CurrentSite.run(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			long category = this.categories.find("tin-tuc-su-kien").orElseThrow().id();
			for (int i = 1; i <= count; i++) {
				this.publishing.publish(this.publishing.begin(EntryType.ARTICLE, new EntryText("Bài số " + i, "Tóm tắt",
						"<p>Nội dung số " + i + ", <a href=\"/van-ban\">Văn bản</a>, <a href=\"http://" + slug
								+ ".localhost:" + this.portal.port() + "/trang/gioi-thieu\">Trang mình</a>, "
								+ "<a href=\"https://angiang.gov.vn/\">Tỉnh</a></p><p>"
								+ "<img src=\"/media/0123456789abcdef0123456789abcdef/a.jpg\" alt=\"Ruộng\"></p>",
						category, Map.of(), ""), "thử"));
			}
		});
	}

	private static String words(String html) {
		return org.jsoup.Jsoup.parse(html).text();
	}

}
