package vn.conglang.analytics;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** What boards connect their sites with, and what their pages then say. */
@AnalyticsTest
class ConnectionTests {

	private static final String OWN_HOST_ONLY = "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;"
			+ "font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Connections connections;

	@Autowired
	private MatomoServer matomo;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Test
	void pagesOfASiteWithoutConnectionsMayAskTheirOwnHostOnly() {
		for (String path : List.of("/", "/so-do-trang", "/van-ban?tu-khoa=lua", "/khong-co")) {
			for (int time = 0; time < 2; time++) {
				HttpResponse<String> page = this.portal.get("nha-bang.localhost", path);
				assertThat(policy(page)).as(path).isEqualTo(OWN_HOST_ONLY);
				assertThat(page.body()).as(path)
					.doesNotContain("measure", "data-emc", "trust", "verification", "gov-tracking");
			}
		}
	}

	@Test
	void aChiefPastesTheSnippetOfEmcAndEveryPageIsMeasuredAtOnce() {
		String before = home("nhon-hoi");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("nhon-hoi"));
		String saved = chief.follow(connect(chief, "nhon-hoi", Map.of("emc", "_govaq.push(['setSiteId', '227']);")))
			.body();
		assertThat(saved).contains("Đã lưu", "value=\"227\"", "Đặt mã EMC là “227”", chief.username());
		for (String path : List.of("/", "/so-do-trang", "/van-ban?tu-khoa=lua", "/khong-co")) {
			for (int time = 0; time < 2; time++) {
				HttpResponse<String> page = this.portal.get("nhon-hoi.localhost", path);
				assertThat(page.body()).as(path)
					.contains("/measure.js\" defer", "data-emc-id=\"227\"",
							"data-emc-tracker=\"https://f-emc.ngsp.gov.vn/tracking\"",
							"data-emc-script=\"https://f-emc.ngsp.gov.vn/embed/gov-tracking.min.js\"")
					.doesNotContain("data-matomo", "<script>");
				assertThat(policy(page)).as(path)
					.isEqualTo("default-src 'none';script-src 'self' https://f-emc.ngsp.gov.vn;style-src 'self';"
							+ "img-src 'self' data: https://f-emc.ngsp.gov.vn;font-src 'self';"
							+ "connect-src 'self' https://f-emc.ngsp.gov.vn;form-action 'self';base-uri 'none';frame-ancestors 'none'");
			}
		}
		String undone = chief.follow(undo(chief, "nhon-hoi")).body();
		assertThat(undone).contains("Đã hoàn tác", "Hoàn tác: mã EMC trở về như cấu hình của tỉnh (trước là “227”)");
		assertThat(home("nhon-hoi")).isEqualTo(before);
		assertThat(policy(this.portal.get("nhon-hoi.localhost", "/"))).isEqualTo(OWN_HOST_ONLY);
		assertThat(chief.follow(undo(chief, "nhon-hoi")).body()).as("undone once more").contains("value=\"227\"");
	}

	@Test
	void theMarkOfTheTrustProgrammeStandsOnTheHomePageAndIsAskedForNowhereElse() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("nhon-my"));
		connect(chief, "nhon-my", Map.of("tin-nhiem", "nhonmy.chomoi.angiang.gov.vn", "tin-nhiem-trang",
				"https://tinnhiemmang.vn/danh-ba-tin-nhiem/nhonmy-1"));
		HttpResponse<String> home = this.portal.get("nhon-my.localhost", "/");
		assertThat(home.body()).containsOnlyOnce("https://tinnhiemmang.vn/handle_cert?id=nhonmy.chomoi.angiang.gov.vn")
			.contains("href=\"https://tinnhiemmang.vn/danh-ba-tin-nhiem/nhonmy-1\"", "Tín nhiệm mạng")
			.doesNotContain("measure.js");
		assertThat(policy(home)).contains("img-src 'self' data: https://tinnhiemmang.vn;", "script-src 'self';");
		HttpResponse<String> other = this.portal.get("nhon-my.localhost", "/so-do-trang");
		assertThat(other.body()).doesNotContain("tinnhiemmang");
		assertThat(policy(other)).isEqualTo(OWN_HOST_ONLY);
	}

	@Test
	void whatMatomosScriptCountsThePortalDoesNotCountToo() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("phu-hoi"));
		assertThat(visit("/so-do-trang").body()).doesNotContain("data-matomo");
		// whether a site counts is asked when a hit is written, in their order
		this.matomo.await("phu-hoi", 1);
		connect(chief, "phu-hoi", Map.of("cach-dem", "SCRIPT"));
		HttpResponse<String> page = visit("/");
		assertThat(page.body())
			.contains("data-matomo-id=\"" + MatomoServer.idOf("phu-hoi") + "\"",
					"data-matomo-url=\"" + this.matomo.url() + "/\"")
			.doesNotContain("data-emc", MatomoServer.TOKEN);
		assertThat(policy(page)).contains("script-src 'self' " + this.matomo.url() + ";",
				"connect-src 'self' " + this.matomo.url() + ";", "img-src 'self' data: " + this.matomo.url() + ";");
		visit("/tim-kiem?q=lua");
		visit("/khong-co");
		connect(chief, "phu-hoi", Map.of("cach-dem", "NONE"));
		assertThat(visit("/").body()).doesNotContain("data-matomo");
		this.portal.get("phu-hoa.localhost", "/so-do-trang", "User-Agent", TrackingTests.BROWSER);
		this.matomo.await("phu-hoa", 1);
		connect(chief, "phu-hoi", Map.of("cach-dem", "SERVER"));
		visit("/tro-nang");
		assertThat(this.matomo.await("phu-hoi", 2)).extracting((hit) -> URI.create("" + hit.get("url")).getPath())
			.containsExactly("/so-do-trang", "/tro-nang");
	}

	private HttpResponse<String> visit(String path) {
		return this.portal.get("phu-hoi.localhost", path, "User-Agent", TrackingTests.BROWSER);
	}

	@Test
	void proofsOfOwnershipStandInTheHeadOfTheHomePageOnly() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("nhon-hung"));
		connect(chief, "nhon-hung",
				Map.of("google", "<meta name=\"google-site-verification\" content=\"7eYWuScqnr8gb0mN5uTckSd_-abc\">",
						"bing", "0123456789ABCDEF0123456789ABCDEF", "zalo", "R8wl0B7-UWD4xFaQXvvoBaEqn0wlnH5MDZ8"));
		assertThat(home("nhon-hung")).contains(
				"<meta name=\"google-site-verification\" content=\"7eYWuScqnr8gb0mN5uTckSd_-abc\">",
				"<meta name=\"msvalidate.01\" content=\"0123456789ABCDEF0123456789ABCDEF\">",
				"<meta name=\"zalo-platform-site-verification\" content=\"R8wl0B7-UWD4xFaQXvvoBaEqn0wlnH5MDZ8\">");
		HttpResponse<String> other = this.portal.get("nhon-hung.localhost", "/so-do-trang");
		assertThat(other.body()).doesNotContain("verification", "msvalidate");
		assertThat(policy(this.portal.get("nhon-hung.localhost", "/"))).isEqualTo(OWN_HOST_ONLY);
	}

	@Test
	void whatIsWrongComesBackAsTypedWithItsReasonAndNothingIsSaved() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("nui-sam"));
		HttpResponse<String> answer = connect(chief, "nui-sam",
				Map.of("emc", "227", "tin-nhiem", "phường Núi Sam", "google", "<script>x</script>"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body())
			.contains("Cần sửa trước khi lưu", "href=\"#tin-nhiem\"", "Không thấy tên miền ở đây",
					"Không thấy thẻ meta nào", "value=\"227\"", "value=\"phường Núi Sam\"",
					"value=\"&lt;script&gt;x&lt;/script&gt;\"")
			.doesNotContain("Đã lưu");
		assertThat(this.connections.of(this.portal.site("nui-sam")).emc()).isNull();
		assertThat(home("nui-sam")).doesNotContain("data-emc");
	}

	@Test
	void chiefsAndTheProvinceConnectDeputiesAndDistrictsOnlyLook() {
		Site site = this.portal.site("nui-voi");
		String page = "/bien-tap/nui-voi/ket-noi";
		for (Role role : List.of(Role.CONTRIBUTOR, Role.EDITOR)) {
			TestPortal.Desk desk = this.portal.login(role, site);
			assertThat(desk.get(page).statusCode()).as("" + role).isEqualTo(403);
			assertThat(connect(desk, "nui-voi", Map.of("emc", "1")).statusCode()).as("" + role).isEqualTo(403);
			assertThat(desk.get("/bien-tap/nui-voi").body()).as("" + role).doesNotContain(page + "\"");
		}
		for (TestPortal.Desk desk : List.of(this.portal.login(Role.DEPUTY_EDITOR, site),
				this.portal.login(Role.AREA_MONITOR, site.area().id()))) {
			assertThat(desk.get(page).body()).contains("Chỉ Trưởng Ban biên tập", "disabled")
				.doesNotContain("data-save");
			assertThat(connect(desk, "nui-voi", Map.of("emc", "2")).statusCode()).isEqualTo(403);
			assertThat(undo(desk, "nui-voi").statusCode()).isEqualTo(403);
		}
		TestPortal.Desk foreign = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("nui-to"));
		assertThat(foreign.get(page).statusCode()).isEqualTo(404);
		assertThat(connect(foreign, "nui-voi", Map.of("emc", "3")).statusCode()).isEqualTo(404);
		assertThat(home("nui-voi")).doesNotContain("data-emc");
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, site.area().province().id());
		assertThat(province.follow(connect(province, "nui-voi", Map.of("emc", "4"))).body()).contains("Đã lưu");
		assertThat(home("nui-voi")).contains("data-emc-id=\"4\"");
		assertThat(home("nui-to")).doesNotContain("data-emc");
	}

	@Test
	void whoHasNotSeenTheLatestChangeIsToldAndKeepsWhatTheyTyped() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("o-lam"));
		TestPortal.Desk other = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("o-lam"));
		connect(other, "o-lam", Map.of("emc", "11"));
		HttpResponse<String> late = chief.post("/bien-tap/o-lam/ket-noi", Map.of("emc", "12", "nen", "0"));
		assertThat(late.body()).contains("Người " + other.username() + " vừa đổi phần này", "value=\"12\"");
		assertThat(home("o-lam")).contains("data-emc-id=\"11\"");
		assertThat(chief.follow(chief.post("/bien-tap/o-lam/ket-noi/hoan-tac", Map.of("nen", "0"))).body())
			.contains("vừa đổi phần này");
		assertThat(chief.follow(connect(chief, "o-lam", Map.of("emc", "11"))).body()).contains("Không có gì thay đổi");
		assertThat(CurrentSite.call(this.portal.site("o-lam").id(), this.connections::history)).hasSize(1);
	}

	@Test
	void whatTheConfigurationSaysHoldsUntilABoardChoosesOtherwise() {
		Site site = configured(this.portal.site("oc-eo"),
				new Site.Integrations(7, "227", "oceo.angiang.gov.vn", null, null, "R8wl0B7-UWD4xFaQXvvo"));
		Connected usual = this.connections.of(site);
		assertThat(usual.tracking()).isEqualTo(Connected.Tracking.SERVER);
		assertThat(usual.emc()).isNotNull().extracting(Connected.Emc::id).isEqualTo("227");
		assertThat(usual.badge()).isNotNull()
			.extracting(Connected.TrustBadge::image)
			.isEqualTo("https://tinnhiemmang.vn/handle_cert?id=oceo.angiang.gov.vn");
		assertThat(usual.verifications())
			.containsExactly(new Connected.Verification("zalo-platform-site-verification", "R8wl0B7-UWD4xFaQXvvo"));
		boolean changed = CurrentSite.call(site.id(),
				() -> this.connections.change(
						new ConnectionChoice(Connected.Tracking.NONE, "", null, null, null, null, null), 0,
						"Ban biên tập"));
		assertThat(changed).isTrue();
		Connected chosen = this.connections.of(site);
		assertThat(chosen.emc()).isNull();
		assertThat(chosen.tracking()).isEqualTo(Connected.Tracking.NONE);
		assertThat(chosen.badge()).isEqualTo(usual.badge());
		Site later = configured(site, new Site.Integrations(7, "227", "moi.angiang.gov.vn", null, null, null));
		assertThat(this.connections.of(later).badge()).isNotNull()
			.extracting(Connected.TrustBadge::domain)
			.isEqualTo("moi.angiang.gov.vn");
	}

	@Test
	void previewsInTheNewsroomMeasureNobodyAndAskNoOtherHost() {
		Site site = this.portal.site("phu-an");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		long entry = CurrentSite.call(site.id(), () -> {
			this.categories.ensureStandard();
			return this.publishing.begin(EntryType.ARTICLE, new EntryText("Bài đang viết", "", "<p>Viết</p>",
					this.categories.all().getFirst().id(), Map.of(), ""), "Ai đó");
		});
		connect(chief, "phu-an", Map.of("emc", "227", "tin-nhiem", "phuan.angiang.gov.vn"));
		assertThat(home("phu-an")).contains("data-emc-id", "tinnhiemmang.vn/handle_cert");
		for (String path : List.of("/bai/" + entry + "/xem-truoc", "/xem-thu/cong-bao/", "/xem-thu/base/so-do-trang")) {
			HttpResponse<String> preview = chief.get("/bien-tap/phu-an" + path);
			assertThat(preview.statusCode()).as(path).isEqualTo(200);
			assertThat(preview.body()).as(path)
				.doesNotContain("measure.js", "data-emc", "src=\"https://tinnhiemmang.vn");
			assertThat(policy(preview)).as(path).doesNotContain("emc", "tinnhiemmang");
		}
		assertThat(chief.get("/bien-tap/phu-an/xem-thu/cong-bao/").body()).as("its words stand there")
			.contains("class=\"trust\"");
	}

	/** Sends the form with what was chosen before and these fields. */
	private HttpResponse<String> connect(TestPortal.Desk desk, String slug, Map<String, String> fields) {
		Map<String, String> form = new HashMap<>(fields);
		form.put("nen", "" + base(slug));
		return desk.post("/bien-tap/" + slug + "/ket-noi", form);
	}

	private HttpResponse<String> undo(TestPortal.Desk desk, String slug) {
		return desk.post("/bien-tap/" + slug + "/ket-noi/hoan-tac", Map.of("nen", "" + base(slug)));
	}

	private long base(String slug) {
		ConnectionChange latest = CurrentSite.call(this.portal.site(slug).id(), this.connections::latest);
		return (latest != null) ? latest.id() : 0;
	}

	private String home(String slug) {
		return this.portal.get(slug + ".localhost", "/").body();
	}

	private static String policy(HttpResponse<String> page) {
		List<String> policies = page.headers().allValues("Content-Security-Policy");
		assertThat(policies).hasSize(1);
		return policies.getFirst();
	}

	private static Site configured(Site site, Site.Integrations integrations) {
		return new Site(site.id(), site.slug(), site.code(), site.kind(), site.name(), site.area(), site.theme(),
				site.hosts(), integrations, site.retired());
	}

}
