package vn.conglang.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.search.Reach;
import vn.conglang.search.SearchCounts;
import vn.conglang.search.SearchQuery;
import vn.conglang.search.SearchResult;
import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.search.SearchResult.Facets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people look for, as boards, districts and the province read it. */
@BrowserTest
class SearchCountsBrowserTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private SearchCounts counts;

	@Test
	void aClerkSeesWhatPeopleMissAndBeginsIt(Screens screens) {
		search("thanh-my-tay", 12, "lịch tiêm chủng cho trẻ", 0);
		search("thanh-my-tay", 4, "2590/qđ-ubnd", 0);
		search("thanh-my-tay", 60, "đăng ký khai sinh", 9);
		Page page = screens.phone();
		screens.login(page, this.portal.login(Role.EDITOR, this.portal.site("thanh-my-tay")).username());
		page.waitForURL(Pattern.compile("/viec$"));
		page.locator(".nav-more summary").tap();
		page.locator(".nav-more")
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Người dân tìm gì"))
			.tap();
		page.waitForURL(Pattern.compile("/thong-ke$"));
		Locator missed = page.locator(".rows li");
		page.waitForCondition(() -> {
			page.reload();
			return missed.count() == 2;
		});
		assertThat(missed.first()).containsText("lịch tiêm chủng cho trẻ");
		assertThat(missed.first()).containsText("12 lần");
		assertThat(page.locator(".finding")).containsText("16 lần (21%) không có kết quả");
		missed.first().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Viết bài")).tap();
		assertThat(page.locator("#title")).hasValue("Lịch tiêm chủng cho trẻ");
	}

	@Test
	void noPageOfItHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, this.portal.login(Role.EDITOR, this.portal.site("o-long-vy")).username());
		page.navigate(screens.newsroom("/bien-tap/o-long-vy/tim-kiem/thong-ke"));
		assertThat(page.locator(".empty")).isVisible();
		examination.everyWidth("nothing counted");
		for (String text : List.of("cấp đổi thẻ căn cước", "giá lúa hôm nay", "lịch cúp điện",
				"hỗ trợ hộ nghèo xây nhà", "123456/ubnd-vx kế hoạch phòng chống thiên tai và tìm kiếm")) {
			search("o-long-vy", 3 + text.length(), text, 0);
			search("o-long-vy", 20, "được " + text, 1);
		}
		page.waitForCondition(() -> {
			page.reload();
			return page.locator(".rows li").count() == 5;
		});
		examination.everyWidth("counts of a site");
		examination.dark("counts of a site");
		Page province = screens.underExamination();
		Examination all = new Examination(province);
		screens.login(province, "admin");
		province.navigate(screens.newsroom("/tim-kiem-toan-tinh?ngay=90&xep=ty-le"));
		assertThat(province.locator("table.sites tbody tr")).hasCount(157);
		all.everyWidth("counts of the province");
		all.dark("counts of the province");
		assertThat(examination.barriers()).isEmpty();
		assertThat(all.barriers()).isEmpty();
	}

	private void search(String slug, int times, String text, long total) {
		SearchResult result = new SearchResult(text, Closeness.AS_TYPED, null, total, false, total, List.of(),
				new Facets(List.of(), List.of(), List.of(), List.of(), List.of()));
		CurrentSite.run(this.portal.site(slug).id(), () -> {
			for (int i = 0; i < times; i++) {
				this.counts.count(new SearchQuery(text, Reach.SITE, 10), result, null);
			}
		});
	}

}
