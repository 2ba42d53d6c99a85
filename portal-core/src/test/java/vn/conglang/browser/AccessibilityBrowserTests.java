package vn.conglang.browser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Sites;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Axe finds no barrier on any page: WCAG 2.2 AA, and what it calls best practice. */
@BrowserTest
class AccessibilityBrowserTests {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	private final List<String> barriers = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "base, quoc-thai", "song-hau, khanh-an", "bay-nui, long-binh", "cong-bao, khanh-binh" })
	void noPublicPageOfAnyThemeHasABarrier(String theme, String slug, Screens screens) {
		assertThat(this.portal.site(slug).theme()).isEqualTo(theme);
		new SiteContent(this.context).fill(slug);
		Page page = screens.underExamination();
		for (String path : List.of("/", "/bai-viet/ba-con-thu-hoach-lua-thu-dong")) {
			page.navigate(screens.site(slug, path));
			everyWidth(page, theme + " " + path);
			dark(page, theme + " " + path);
		}
		for (String path : List.of("/chuyen-muc/tin-tuc-su-kien", "/chuyen-muc/nong-thon-moi", "/trang/lien-he",
				"/van-ban", "/van-ban?tu-khoa=kh%C3%B4ng+c%C3%B3", "/van-ban/ke-hoach-thuy-loi-noi-dong-mua-kho",
				"/khong-co")) {
			page.navigate(screens.site(slug, path));
			examine(page, theme + " " + path);
		}
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void neitherTheDirectoryNorAnUnknownAddressNorANewSiteHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		for (String address : List.of(screens.province("/"), screens.province("/?ten=khong-co-dau"),
				screens.site("khong-co-xa-nay", "/"), screens.province("/khong-co"), screens.site("chau-lang", "/"))) {
			page.navigate(address);
			everyWidth(page, address);
			dark(page, address);
		}
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void neitherLoginNorTheChoiceOfASiteHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		page.navigate(screens.newsroom("/dang-nhap"));
		everyWidth(page, "login");
		dark(page, "login");
		String name = new SiteContent(this.context).person(Role.EDITOR, "vinh-phuoc");
		this.users.grant(name, new User.Grant(Role.EDITOR, this.portal.site("tan-tuyen").id().value()));
		screens.login(page, name, "khong-phai-mat-khau");
		assertThat(page.locator("#bao")).isVisible();
		everyWidth(page, "login failed");
		screens.login(page, name);
		assertThat(page.locator(".empty")).isVisible();
		everyWidth(page, "nothing to do");
		page.navigate(screens.newsroom("/chon-trang"));
		assertThat(page.locator("#cac-trang")).isVisible();
		everyWidth(page, "site chooser");
		page.navigate(screens.newsroom("/chon-trang?ten=khong-co-dau"));
		everyWidth(page, "site chooser without result");
		page.navigate(screens.newsroom("/khong-co"));
		everyWidth(page, "newsroom 404");
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void noListOfEntriesHasABarrier(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill("luong-an-tra");
		content.draft("luong-an-tra", EntryType.ARTICLE, "Còn nháp", "thong-bao", Map.of(), "<p>Nháp</p>");
		Page page = screens.underExamination();
		String name = content.person(Role.EDITOR, "luong-an-tra");
		this.users.grant(name, new User.Grant(Role.EDITOR, this.portal.site("tan-tuyen").id().value()));
		screens.login(page, name);
		page.navigate(screens.newsroom("/bien-tap/luong-an-tra"));
		everyWidth(page, "entries");
		dark(page, "entries");
		page.navigate(screens.newsroom("/bien-tap/luong-an-tra?tim=khong-co-dau"));
		everyWidth(page, "entries without result");
		page.navigate(screens.newsroom("/bien-tap/tan-tuyen"));
		everyWidth(page, "entries empty");
		assertThat(this.barriers).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(EntryType.class)
	void theEditorHasNoBarrier(EntryType type, Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page page = screens.underExamination();
		screens.login(page, content.chief("vinh-phuoc"));
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/moi?loai=" + type.option()));
		everyWidth(page, "new " + type);
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-problems]")).isVisible();
		everyWidth(page, "refused " + type);
		page.locator("#title").fill("Thử mọi ô");
		page.locator("[data-publish]").click();
		assertThat(page.locator("[data-problems]")).containsText("Đã lưu bản nháp, nhưng chưa xuất bản được");
		everyWidth(page, "with problems " + type);
		long id = content.publish("vinh-phuoc", type, "Đã đăng " + type.option(), "thong-bao",
				Map.of("number", "1/KH", "documentType", "Kế hoạch", "issuer", "UBND", "field", "Hộ tịch", "papers",
						"Tờ khai\nGiấy chứng sinh", "videoUrl", "https://www.youtube.com/watch?v=1"),
				"<h2>Mục</h2><p>Nội dung <strong>đậm</strong></p>" + "<p><img src=\"" + content.pictureUrl("vinh-phuoc")
						+ "\" alt=\"Ảnh\"></p>",
				LocalDate.of(2025, 2, 3));
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/" + id));
		everyWidth(page, "published " + type);
		dark(page, "published " + type);
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/" + id + "/xem-truoc"));
		everyWidth(page, "preview " + type);
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void noScreenOfTheProvinceHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		screens.login(page, "admin");
		page.navigate(screens.newsroom("/san-luong?tu=2021-01-01&den=2025-12-31"));
		everyWidth(page, "volume");
		dark(page, "volume");
		page.navigate(screens.newsroom("/tai-khoan"));
		everyWidth(page, "accounts");
		dark(page, "accounts");
		String name = new SiteContent(this.context).person(Role.EDITOR, "vinh-phuoc");
		page.navigate(screens.newsroom("/tai-khoan/" + name));
		page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)");
		everyWidth(page, "account");
		page.navigate(screens.newsroom("/tai-khoan/moi"));
		everyWidth(page, "new account");
		dark(page, "new account");
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void aBarrierWouldBeFound(Screens screens) {
		Page page = screens.underExamination();
		page.navigate(screens.newsroom("/dang-nhap"));
		page.evaluate("document.querySelector('label').remove()");
		page.evaluate("document.querySelector('.lead').style.color = '#eee'");
		page.evaluate("document.querySelector('h1').remove()");
		examine(page, "spoilt login");
		assertThat(String.join("", this.barriers)).contains("critical label")
			.contains("serious color-contrast")
			.contains("moderate page-has-heading-one");
	}

	private void everyWidth(Page page, String what) {
		page.setViewportSize(Screens.PHONE_WIDTH, 740);
		examine(page, what + " at 360 px");
		page.setViewportSize(1280, 900);
		examine(page, what + " at 1280 px");
	}

	private void dark(Page page, String what) {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		examine(page, what + " in the dark");
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	private void examine(Page page, String what) {
		page.waitForLoadState();
		int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
		if (width > page.viewportSize().width) {
			this.barriers.add(what + ": scrolls sideways, " + width + " px wide\n");
		}
		AxeResults results = new AxeBuilder(page).options(onlyViolations())
			.withTags(RULES)
			.setLegacyMode(true)
			.analyze();
		for (Rule rule : results.getViolations()) {
			for (CheckedNode node : rule.getNodes()) {
				this.barriers.add("%s: %s %s (%s) %s %s%n".formatted(what, rule.getImpact(), rule.getId(),
						rule.getHelp(), node.getTarget(), node.getFailureSummary()));
			}
		}
	}

	private static AxeRunOptions onlyViolations() {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return options;
	}

}
