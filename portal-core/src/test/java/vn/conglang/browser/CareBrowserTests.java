package vn.conglang.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An officer on the way reminds a board, which does what is to be done. */
@BrowserTest
class CareBrowserTests {

	private static final String SILENT = "20 ngày chưa có tin mới";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Test
	void anOfficerRemindsOnThePhoneAndTheBoardMendsIt(Screens screens) {
		Site site = this.portal.site("da-phuoc");
		this.portal.letPublishAlone(site);
		String chief = this.portal.login(Role.CHIEF_EDITOR, site).username();
		publishTwentyDaysAgo(site);
		Page phone = screens.phone();
		screens.login(phone,
				this.portal.login(Role.AREA_MONITOR, this.sites.area("an-phu").orElseThrow().id()).username());
		phone.navigate(screens.newsroom("/don-vi/da-phuoc"));
		assertThat(phone.locator(".todo")).containsText(SILENT);
		assertThat(Screens.scrollsSideways(phone)).as("nothing sticks out").isFalse();
		phone.getByLabel("Lời nhắn thêm").fill("Cần ảnh thì gọi tôi.");
		button(phone, "Nhắc Ban biên tập").click();
		assertThat(phone.locator("[data-done]")).containsText("Đã nhắc Ban biên tập thị trấn Đa Phước");
		Page board = screens.desk();
		screens.login(board, chief);
		board.navigate(screens.newsroom("/viec"));
		board.locator(".tasks-waiting .task").first().click();
		assertThat(board.locator(".reminder-word")).containsText("Cần ảnh thì gọi tôi.");
		board.locator(".reminder-items li", new Page.LocatorOptions().setHasText(SILENT)).locator("a").click();
		board.getByLabel("Tiêu đề").fill("Đa Phước nạo vét kênh nội đồng");
		board.getByLabel("Tóm tắt").fill("Hơn 120 lượt bà con tham gia.");
		EditorBrowserTests.body(board).click();
		board.keyboard().insertText("Sáng nay bà con ra quân nạo vét kênh.");
		board.locator("#categoryId").selectOption(new SelectOption().setIndex(1));
		button(board, "Xuất bản").click();
		assertThat(board.locator("[data-done]")).isVisible();
		phone.navigate(screens.newsroom("/don-vi/da-phuoc"));
		assertThat(phone.locator(".todo")).not().containsText(SILENT);
		assertThat(phone.locator(".reminder .done", new Page.LocatorOptions().setHasText(SILENT)))
			.containsText("Đã xong");
		phone.navigate(screens.newsroom("/nhac-viec"));
		assertThat(Screens.scrollsSideways(phone)).as("nothing sticks out").isFalse();
	}

	private void publishTwentyDaysAgo(Site site) {
		CurrentSite.run(site.id(), () -> {
			long category = this.categories.findOrAdd("Tin tức – Sự kiện").id();
			long id = this.publishing.begin(EntryType.ARTICLE,
					new EntryText("Tin cũ", "", "<p>Nội dung</p>", category, Map.of(), ""), "Ai đó");
			this.publishing.publish(id, Instant.now().minus(Duration.ofDays(20)));
		});
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
	}

}
