package vn.conglang.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.site.Sites;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a board does about what its site lacks, and what a district sees of it. */
@BrowserTest
class UpkeepBrowserTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Test
	void anEditorAttestsASectionOnThePhone(Screens screens) {
		Page page = screens.phone();
		screens.login(page, this.portal.login(Role.EDITOR, this.portal.site("phu-thanh-phu-tan-30427")).username());
		page.navigate(screens.newsroom("/bien-tap/phu-thanh-phu-tan-30427/theo-doi"));
		Locator section = page.locator("#muc-gop-y-du-thao");
		section.locator("summary").click();
		section.getByLabel("Ghi chú").fill("Quý này xã không có dự thảo nào cần lấy ý kiến.");
		assertThat(Screens.scrollsSideways(page)).as("nothing sticks out").isFalse();
		section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Xác nhận").setExact(true)).click();
		assertThat(page.locator("[data-done]")).containsText("Đã ghi lời xác nhận");
		assertThat(page.locator("#muc-gop-y-du-thao")).containsText("Ban biên tập xác nhận có");
		assertThat(page.locator(".history")).containsText("Quý này xã không có dự thảo nào");
	}

	@Test
	void aDistrictReadsTheMatrixOnADeskAndAListOnThePhone(Screens screens) {
		String name = this.portal.login(Role.AREA_MONITOR, this.sites.area("phu-tan").orElseThrow().id()).username();
		Page desk = screens.desk();
		screens.login(desk, name);
		// until the portal has looked at the sites, which it does soon after its start
		desk.waitForCondition(() -> {
			desk.navigate(screens.newsroom("/muc-bat-buoc"));
			return desk.locator(".matrix tbody .word").count() > 0;
		});
		assertThat(desk.locator(".matrix thead .turned").first()).isVisible();
		assertThat(desk.locator(".matrix tbody .word").first()).hasCSS("position", "absolute");
		Page phone = screens.phone();
		screens.login(phone, name);
		phone.navigate(screens.newsroom("/muc-bat-buoc"));
		assertThat(phone.locator(".matrix thead")).isHidden();
		assertThat(phone.locator(".matrix tbody .word:visible").first()).hasText(Pattern.compile("Thiếu|Trống|Cũ"));
		assertThat(Screens.scrollsSideways(phone)).as("nothing sticks out").isFalse();
	}

}
