package vn.conglang.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.FullSite;
import vn.conglang.TestPortal;
import vn.conglang.analytics.MatomoServer;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What browsers ask other hosts for on the pages of connected sites. Nothing here leaves
 * the machine: the test answers in their place.
 */
@AnalyticsTest
@InABrowser
class ConnectionBrowserTests {

	private static final String EMC = "https://f-emc.ngsp.gov.vn/";

	private static final List<String> LAYOUTS = List.of("base", "song-hau", "bay-nui", "cong-bao", "cho-noi",
			"lua-tan-chau", "dinh-lang", "thot-not", "tho-cam", "chua-khmer");

	private static final String MARK = "https://tinnhiemmang.vn/";

	/**
	 * Like EMC's own script: sends on what was queued, in two of the ways scripts have.
	 */
	private static final String EMC_SCRIPT = """
			const queue = window._govaq;
			const tracker = queue.find((call) => call[0] === 'setTrackerUrl')[1];
			fetch(tracker, { method: 'POST', mode: 'no-cors', body: JSON.stringify(queue) });
			new Image().src = tracker + '?state=' + document.readyState;
			""";

	private static final String MARK_PICTURE = """
			<svg xmlns="http://www.w3.org/2000/svg" width="300" height="136"><path d="M60 20l30 12v30c0 26-12 42-30 54-18-12-30-28-30-54V32z" \
			fill="#0a5cc4"/><text x="104" y="62" font-size="26" font-weight="700" fill="#0a5cc4">TÍN NHIỆM</text>\
			<text x="104" y="98" font-size="26" font-weight="700" fill="#e0262b">MẠNG</text></svg>""";

	@Autowired
	private TestPortal portal;

	@Autowired
	private ApplicationContext context;

	@Test
	void aPageOfAConnectedSiteReportsToEmcOnceItHasLoaded(Screens screens) {
		connect("ta-danh", Map.of("emc", "227", "tin-nhiem", "tadanh.angiang.gov.vn"));
		Page page = screens.phone();
		List<String> asked = others(page);
		answer(page);
		for (String path : List.of("/", "/so-do-trang")) {
			asked.clear();
			Request report = page.waitForRequest((request) -> request.method().equals("POST"),
					() -> page.navigate(screens.site("ta-danh", path)));
			assertThat(report.url()).isEqualTo(EMC + "tracking");
			assertThat(report.postData())
				.isEqualTo("[[\"trackPageView\"],[\"enableLinkTracking\"],[\"setTrackerUrl\",\"" + EMC
						+ "tracking\"],[\"setSiteId\",\"227\"]]");
			page.waitForCondition(() -> asked.contains(EMC + "tracking?state=complete"));
			assertThat(asked).filteredOn((url) -> url.startsWith(EMC))
				.first()
				.isEqualTo(EMC + "embed/gov-tracking.min.js");
			assertThat(asked).as("the mark stands on the home page only")
				.filteredOn((url) -> url.startsWith(MARK))
				.hasSize(path.equals("/") ? 1 : 0);
		}
	}

	@Test
	void matomosScriptIsToldToSetNoCookieAndKnowsNoToken(Screens screens) {
		connect("tan-trung", Map.of("cach-dem", "SCRIPT"));
		Page page = screens.desk();
		String matomo = MatomoServer.shared().url() + "/";
		page.route((url) -> url.equals(matomo + "matomo.js"),
				(route) -> route.fulfill(new Route.FulfillOptions().setStatus(200)
					.setContentType("text/javascript")
					.setBody("fetch(window._paq.find((call) => call[0] === 'setTrackerUrl')[1], { method: 'POST', "
							+ "mode: 'no-cors', body: JSON.stringify(window._paq) })")));
		page.route((url) -> url.equals(matomo + "matomo.php"),
				(route) -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
		Request report = page.waitForRequest(matomo + "matomo.php",
				() -> page.navigate(screens.site("tan-trung", "/so-do-trang")));
		assertThat(report.postData())
			.isEqualTo("[[\"disableCookies\"],[\"setDoNotTrack\",true],[\"trackPageView\"],[\"enableLinkTracking\"],"
					+ "[\"setTrackerUrl\",\"" + matomo + "matomo.php\"],[\"setSiteId\",\""
					+ MatomoServer.idOf("tan-trung") + "\"]]");
		assertThat(page.context().cookies()).isEmpty();
	}

	@Test
	void whoAskedNotToBeTrackedIsNot(Screens screens) {
		connect("tan-an", Map.of("emc", "228"));
		Page page = screens.desk();
		List<String> asked = others(page);
		page.addInitScript("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })");
		page.navigate(screens.site("tan-an", "/"));
		untilIdle(page);
		assertThat(asked).isEmpty();
		assertThat(page.evaluate("typeof window._govaq")).isEqualTo("undefined");
	}

	@Test
	void aPageOfASiteWithoutConnectionsContactsNobody(Screens screens) {
		new FullSite(this.context, "tan-hoa").fill(SiteContent.jpeg(800, 450)).wear("base");
		Page page = screens.desk();
		List<String> asked = others(page);
		for (String path : List.of("/", "/bai-viet/tin-ngan", "/van-ban", "/tim-kiem?q=lua", "/khong-co")) {
			page.navigate(screens.site("tan-hoa", path));
			page.evaluate("scrollTo(0, document.body.scrollHeight)");
			untilIdle(page);
		}
		assertThat(asked).isEmpty();
	}

	@Test
	void whereTheMarkDoesNotComeItsWordsStandInTheSamePlaceInEveryLayout(Screens screens) {
		FullSite site = new FullSite(this.context, "tan-lap").fill(SiteContent.jpeg(800, 450));
		connect("tan-lap", Map.of("tin-nhiem", "tanlap.angiang.gov.vn"));
		Page with = screens.desk();
		answer(with);
		Page without = screens.phoneWithoutScripts();
		without.route((url) -> url.startsWith(MARK), Route::abort);
		List<String> holes = new ArrayList<>();
		for (String theme : LAYOUTS) {
			for (boolean block : new boolean[] { false, true }) {
				if (block) {
					site.wear(theme);
				}
				else {
					site.wearAsProposed(theme);
				}
				for (Page page : List.of(with, without)) {
					page.navigate(screens.site("tan-lap", "/"));
				}
				String where = theme + (block ? " in a block" : " at the foot");
				Locator came = with.locator(".trust").first();
				Locator missing = without.locator(".trust").first();
				if (!block && with.locator(".trust").count() != 1) {
					holes.add(where + ": " + with.locator(".trust").count() + " marks");
				}
				came.scrollIntoViewIfNeeded();
				missing.scrollIntoViewIfNeeded();
				with.waitForCondition(
						() -> (Boolean) came.locator("img").evaluate("img => img.complete && img.naturalWidth > 0"));
				without.waitForCondition(() -> (Boolean) missing.locator("img")
					.evaluate("img => img.complete && img.naturalWidth === 0"));
				BoundingBox one = came.boundingBox();
				BoundingBox other = missing.boundingBox();
				if (one.width != other.width || one.height != other.height || one.width < 150 || one.height < 60) {
					holes.add(where + ": " + one.width + " × " + one.height + " with the mark, " + other.width + " × "
							+ other.height + " without");
				}
				if (!topmost(came).equals("IMG")) {
					holes.add(where + ": the mark is hidden by " + topmost(came));
				}
				if (topmost(missing).equals("IMG")) {
					holes.add(where + ": the words are hidden");
				}
			}
		}
		assertThat(holes).isEmpty();
	}

	@Test
	void aChiefPastesASnippetOnThePhoneAndIsToldThatItIsServed(Screens screens) {
		Page page = screens.phone();
		screens.login(page, this.portal.login(Role.CHIEF_EDITOR, this.portal.site("tan-loi")).username());
		page.navigate(screens.newsroom("/bien-tap/tan-loi/ket-noi"));
		page.getByLabel("Mã của trang ở EMC").fill("mã của chúng tôi là 227");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).tap();
		assertThat(page.locator("[data-problems]")).containsText("Không thấy mã EMC");
		page.getByLabel("Mã của trang ở EMC").fill("_govaq.push(['setSiteId', '227']);");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).tap();
		assertThat(page.locator("[data-done]")).containsText("Đã lưu");
		assertThat(page.getByLabel("Mã của trang ở EMC")).hasValue("227");
		assertThat(page.locator("section:has(#ve-emc) .state")).hasText("Đang có trên trang chủ");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn tác")).tap();
		assertThat(page.getByLabel("Mã của trang ở EMC")).hasValue("");
	}

	@Test
	void noPageOfItHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, this.portal.login(Role.CHIEF_EDITOR, this.portal.site("tan-my")).username());
		page.navigate(screens.newsroom("/bien-tap/tan-my/ket-noi"));
		page.getByLabel("Google").fill("<script>");
		page.getByLabel("Tên miền đã đăng ký").fill("tanmy.angiang.gov.vn");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).click();
		assertThat(page.locator("[data-problems]")).isVisible();
		examination.everyWidth("a mistake");
		page.getByLabel("Google").fill("");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).click();
		assertThat(page.locator("[data-done]")).isVisible();
		examination.everyWidth("connections of a site");
		examination.dark("connections of a site");
		Page home = screens.underExamination();
		answer(home);
		home.navigate(screens.site("tan-my", "/"));
		Examination mark = new Examination(home);
		mark.everyWidth("a page with the mark");
		mark.dark("a page with the mark");
		Page province = screens.underExamination();
		Examination all = new Examination(province);
		screens.login(province, "admin");
		province.navigate(screens.newsroom("/ket-noi"));
		assertThat(province.locator(".connect-table tbody tr")).hasCount(156);
		all.everyWidth("connections of all");
		all.dark("connections of all");
		assertThat(examination.barriers()).isEmpty();
		assertThat(mark.barriers()).isEmpty();
		assertThat(all.barriers()).isEmpty();
	}

	private void connect(String slug, Map<String, String> fields) {
		this.portal.login(Role.CHIEF_EDITOR, this.portal.site(slug)).post("/bien-tap/" + slug + "/ket-noi", fields);
	}

	/** Whatever the page asks another host for, from now on. */
	private static List<String> others(Page page) {
		List<String> asked = new ArrayList<>();
		Consumer<Request> note = (request) -> {
			String host = URI.create(request.url().replaceFirst("[?#].*", "")).getHost();
			if (host != null && !host.endsWith("localhost")) {
				asked.add(request.url());
			}
		};
		page.onRequest(note);
		return asked;
	}

	/** In the place of those hosts. */
	private static void answer(Page page) {
		page.route((url) -> url.startsWith(EMC), (route) -> {
			boolean script = route.request().url().endsWith("gov-tracking.min.js");
			route.fulfill(new Route.FulfillOptions().setStatus(200)
				.setContentType(script ? "text/javascript" : "image/gif")
				.setBody(script ? EMC_SCRIPT : ""));
		});
		page.route((url) -> url.startsWith(MARK), (route) -> route
			.fulfill(new Route.FulfillOptions().setStatus(200).setContentType("image/svg+xml").setBody(MARK_PICTURE)));
	}

	/**
	 * Until what waits for a quiet moment has had one. A page that nobody sees may have
	 * none at all: the portal's script then waits for three seconds, and this for longer.
	 */
	private static void untilIdle(Page page) {
		page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done), { timeout: 4000 }))");
	}

	/** Name of the element that is seen in the middle of another. */
	private static String topmost(Locator place) {
		return (String) place.evaluate("""
				(place) => {
					const box = place.getBoundingClientRect();
					const seen = [...document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)];
					return seen.find((one) => one.tagName === 'IMG' || one.closest('.trust-words')
						|| getComputedStyle(one).backgroundImage !== 'none')?.tagName ?? '';
				}""");
	}

}
