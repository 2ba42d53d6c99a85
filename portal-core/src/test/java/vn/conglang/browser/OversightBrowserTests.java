package vn.conglang.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
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

/** The work of districts and of the province. */
@BrowserTest
class OversightBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	@Test
	void aDistrictOfficerSeesSortsFiltersAndDownloadsTheVolumeOfTheOwnDistrict(Screens screens) throws IOException {
		SiteContent content = new SiteContent(this.context);
		article(content, "vinh-loc", "Một", LocalDate.of(2021, 5, 10));
		article(content, "vinh-loc", "Hai", LocalDate.of(2021, 5, 11));
		article(content, "da-phuoc", "Ba", LocalDate.of(2021, 5, 12));
		article(content, "da-phuoc", "Bốn", LocalDate.of(2021, 6, 1));
		article(content, "long-giang", "Huyện khác", LocalDate.of(2021, 5, 12));
		Page page = screens.desk();
		screens.login(page,
				this.portal.login(Role.AREA_MONITOR, this.sites.area("an-phu").orElseThrow().id()).username());
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Theo dõi")).first().click();
		page.locator(".tabs").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sản lượng")).click();

		page.getByLabel("Từ ngày").fill("2021-05-01");
		page.getByLabel("Đến ngày").fill("2021-05-31");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem").setExact(true)).click();
		assertThat(page.locator(".finding")).containsText("14 trang đã đăng 3 tin, bài");
		Locator rows = page.locator("table.sites tbody tr");
		assertThat(rows).hasCount(14);
		assertThat(rows.first()).containsText("Vĩnh Lộc");
		assertThat(page.locator("main")).not().containsText("Long Giang");
		assertThat(page.locator("main")).not().containsText("Chợ Mới");
		rows.first().locator("td.strong a").click();
		assertThat(page.locator("table.evidence tbody tr")).hasCount(2);
		assertThat(page.locator("table.evidence")).containsText("Hai");
		page.locator(".back a").click();
		assertThat(rows).hasCount(14);

		Locator name = page.locator("table.sites thead")
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Trang").setExact(true));
		name.click();
		assertThat(page.locator("table.sites th[aria-sort=ascending]")).hasText("Trang");
		assertThat(rows.first()).containsText("Thị trấn");
		name.click();
		assertThat(page.locator("table.sites th[aria-sort=descending]")).hasText("Trang");
		assertThat(rows.last()).containsText("Thị trấn");

		Download download = page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải bảng CSV")).click());
		assertThat(download.suggestedFilename()).isEqualTo("san-luong-2021-05-01-2021-05-31.csv");
		List<String> lines = Files.readAllLines(download.path());
		assertThat(lines).hasSize(15);
		assertThat(lines.getFirst()).startsWith("\ufeffHuyện,");
		assertThat(lines.subList(1, 15)).allMatch((line) -> line.contains("An Phú"));
	}

	private static void article(SiteContent content, String slug, String title, LocalDate day) {
		content.publish(slug, EntryType.ARTICLE, title, "tin-tuc-su-kien", Map.of(), "<p>Nội dung</p>", day);
	}

	@Test
	void theProvinceOpensAnAccountAndTheNewPersonBeginsToWork(Screens screens) {
		Page admin = screens.desk();
		screens.login(admin, "admin");
		admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tài khoản")).first().click();
		admin.locator("[data-new]").click();
		admin.waitForURL(Pattern.compile("/tai-khoan/moi$"));
		String name = "hanh." + UUID.randomUUID().toString().substring(0, 8);
		admin.getByLabel("Họ và tên").fill("Nguyễn Thị Hạnh");
		admin.getByLabel("Tên đăng nhập").fill(name);
		admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo giúp")).click();
		String password = admin.getByLabel("Mật khẩu").inputValue();
		assertThat(password).hasSizeGreaterThanOrEqualTo(10);
		admin.getByLabel("Vai trò").selectOption("Biên tập viên");
		admin.getByLabel("Phạm vi").selectOption("site vinh-hoi-dong");
		admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở tài khoản").setExact(true)).click();
		assertThat(admin.locator("[data-done]")).hasText("Đã mở tài khoản " + name + ".");
		assertThat(admin.locator("tbody")).containsText("Nguyễn Thị Hạnh");

		Page editor = screens.phone();
		screens.login(editor, name, password);
		assertThat(editor).hasURL(Pattern.compile("/viec$"));
		assertThat(editor.locator(".place")).containsText("Xã Vĩnh Hội Đông");
	}

	@Test
	void anAccountThatCannotBeOpenedComesBackWithWhatWasTyped(Screens screens) {
		Page admin = screens.desk();
		screens.login(admin, "admin");
		admin.navigate(screens.newsroom("/tai-khoan/moi"));
		admin.getByLabel("Họ và tên").fill("Trần Văn Được");
		admin.getByLabel("Tên đăng nhập").fill("Tên có dấu");
		admin.getByLabel("Mật khẩu").fill(TestPortal.PASSWORD);
		admin.getByLabel("Vai trò").selectOption("Biên tập viên");
		admin.getByLabel("Phạm vi").selectOption("site vinh-hoi-dong");
		admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở tài khoản").setExact(true)).click();
		assertThat(admin.locator("[data-problems]")).isFocused();
		assertThat(admin.getByLabel("Họ và tên")).hasValue("Trần Văn Được");
		assertThat(admin.getByLabel("Vai trò")).hasValue("EDITOR");
		assertThat(admin.getByLabel("Phạm vi")).hasValue("site vinh-hoi-dong");
		admin.locator("[data-problems] a").click();
		assertThat(admin.locator("#username")).isFocused();
	}

	@Test
	void somebodyWithTwoSitesChangesBetweenThem(Screens screens) {
		String name = new SiteContent(this.context).person(Role.EDITOR, "le-tri");
		this.users.grant(name, new User.Grant(Role.CHIEF_EDITOR, this.portal.site("vinh-gia").id().value()));
		Page page = screens.desk();
		screens.login(page, name);
		page.waitForURL(Pattern.compile("/viec$"));
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chọn trang")).first().click();
		page.getByRole(AriaRole.SEARCHBOX).fill("le tri");
		Locator choices = page.locator("#cac-trang a:visible");
		assertThat(choices).hasCount(1);
		choices.click();
		assertThat(page.locator(".place-name")).hasText("Xã Lê Trì");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đổi trang")).click();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xã Vĩnh Gia")).click();
		assertThat(page).hasURL(Pattern.compile("/bien-tap/vinh-gia$"));
		assertThat(page.locator(".place-name")).hasText("Xã Vĩnh Gia");
	}

	@Test
	void aListNarrowsByWhatWasTypedBeforeItsScriptHadCome(Screens screens) {
		Page page = screens.desk();
		screens.login(page, "admin");
		// modules run when the document is there, after this
		page.addInitScript("""
				document.addEventListener('readystatechange', () => {
				  const field = document.querySelector('#ten');
				  if (document.readyState === 'interactive' && field) field.value = 'le tri';
				})""");
		page.navigate(screens.newsroom("/chon-trang"));
		Locator choices = page.locator("#cac-trang a:visible");
		assertThat(choices).hasCount(1);
		assertThat(choices).hasText("Xã Lê Trì");
	}

}
