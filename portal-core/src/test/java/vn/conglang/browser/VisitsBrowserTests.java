package vn.conglang.browser;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestPortal;
import vn.conglang.analytics.VisitSamples;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is read, as boards, districts and the province see it. */
@AnalyticsTest
@InABrowser
class VisitsBrowserTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Looks looks;

	@Autowired
	private ApplicationContext context;

	@Test
	void aChartIsReadWithTheArrowKeysAndHasTheNumbersOfItsTable(Screens screens) {
		visited("my-hoa-hung");
		Page page = screens.desk();
		screens.login(page, editor("my-hoa-hung"));
		page.waitForURL(Pattern.compile("/viec$"));
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem thêm về lượt xem")).click();
		page.waitForURL(Pattern.compile("/luot-xem$"));
		Locator chart = page.getByRole(AriaRole.SLIDER,
				new Page.GetByRoleOptions().setName(Pattern.compile("Lượt truy cập theo ngày")));
		Locator at = page.locator("[data-at]");
		assertThat(at).containsText("Cao nhất");
		// from the last link before the chart one comes to it by the tabulator
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Một năm")).focus();
		page.keyboard().press("Tab");
		assertThat(chart).isFocused();
		assertThat(at).containsText("chưa hết");
		page.keyboard().press("ArrowLeft");
		String yesterday = at.textContent();
		assertThat(yesterday).doesNotContain("chưa hết");
		assertThat(chart).hasAttribute("aria-valuetext", yesterday);
		page.keyboard().press("Home");
		String first = at.textContent();
		assertThat(chart).hasAttribute("aria-valuenow", "1");
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		Locator rows = page.locator(".chart-table tbody tr");
		assertThat(rows).hasCount(30);
		assertThat(rows.first()).isVisible();
		assertThat(row(rows.nth(1))).isEqualTo(yesterday);
		assertThat(row(rows.last())).isEqualTo(first);
		assertThat(at).containsText("Cao nhất");
	}

	@Test
	void withoutScriptsEverythingIsThere(Screens screens) {
		visited("my-thanh");
		Page page = screens.phoneWithoutScripts();
		screens.login(page, editor("my-thanh"));
		page.navigate(screens.newsroom("/bien-tap/my-thanh/luot-xem?ngay=7"));
		assertThat(page.locator(".chart-columns g")).hasCount(7);
		page.getByText("Xem bằng bảng số").tap();
		assertThat(page.locator(".chart-table tbody tr").first()).isVisible();
		assertThat(page.getByText("Đưa con trỏ lên cột")).isHidden();
	}

	@Test
	void noPageOfItHasABarrier(Screens screens) {
		visited("my-phu-dong");
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, editor("my-phu-dong"));
		page.waitForURL(Pattern.compile("/viec$"));
		examination.everyWidth("the first page with its week");
		examination.dark("the first page with its week");
		for (String days : new String[] { "7", "90", "365" }) {
			page.navigate(screens.newsroom("/bien-tap/my-phu-dong/luot-xem?ngay=" + days));
			page.locator(".chart-table summary").click();
			page.locator("[data-drawing]").focus();
			examination.everyWidth(days + " days");
		}
		examination.dark("a year");
		Page empty = screens.underExamination();
		Examination nothing = new Examination(empty);
		screens.login(empty, editor("kien-an"));
		empty.navigate(screens.newsroom("/bien-tap/kien-an/luot-xem"));
		assertThat(empty.locator(".empty")).isVisible();
		nothing.everyWidth("nothing counted");
		Page province = screens.underExamination();
		Examination all = new Examination(province);
		screens.login(province, "admin");
		province.navigate(screens.newsroom("/luot-xem?ngay=90&xep=tang"));
		assertThat(province.locator("table.sites tbody tr")).hasCount(156);
		all.everyWidth("the province");
		all.dark("the province");
		counter("my-phu-dong");
		Page home = screens.underExamination();
		Examination citizen = new Examination(home);
		home.navigate(screens.site("my-phu-dong", "/"));
		assertThat(home.locator(".b-visits")).isVisible();
		citizen.everyWidth("the counter on the home page");
		assertThat(citizen.barriers()).isEmpty();
		assertThat(examination.barriers()).isEmpty();
		assertThat(nothing.barriers()).isEmpty();
		assertThat(all.barriers()).isEmpty();
	}

	/** As the chart says it. */
	private static String row(Locator row) {
		return row.locator("th").textContent().strip() + ": " + row.locator("td").first().textContent() + " lượt";
	}

	private void visited(String slug) {
		new VisitSamples(this.context).asked().year(this.portal.site(slug));
	}

	private void counter(String slug) {
		CurrentSite
			.run(this.portal.site(slug).id(),
					() -> this.looks.change(Look.Part.BLOCKS, this.looks.inForce()
						.withBlocks(Map.of("main",
								List.of(new Look.Block("visits", Map.of()), new Look.Block("latest", Map.of())))),
							this.looks.base(Look.Part.BLOCKS), "thử"));
	}

	private String editor(String slug) {
		return this.portal.login(Role.EDITOR, this.portal.site(slug)).username();
	}

}
