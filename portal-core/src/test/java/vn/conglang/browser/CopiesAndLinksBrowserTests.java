package vn.conglang.browser;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.likeness.LikenessNow;
import vn.conglang.links.LinksNow;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts taken from others and links that lead nowhere, as officers and boards see them.
 */
@BrowserTest
class CopiesAndLinksBrowserTests {

	private static final String COMMON = """
			<p>Sáng nay, hơn 60 đoàn viên thanh niên và bà con hai ấp cùng vớt lục bình, khơi thông hơn 1 km kênh nội đồng trước vụ Thu Đông.
			Ông Trần Văn Hạnh, người có ruộng ở cuối kênh, cho biết năm nào đầu vụ nước cũng tù đọng, lúa úng rễ, phải bơm hai lần mới xuống giống được.</p>
			<p>Xã hỗ trợ dầu chạy máy và thuê hai ghe gom rác; hội phụ nữ lo cơm trưa cho mọi người. Lục bình vớt lên được phơi làm phân ủ cho các liếp rau.</p>
			""";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private ApplicationContext context;

	@Test
	void anOfficerReadsBothTextsAndFindsThemRightful(Screens screens) {
		publish("vinh-trung", "Vớt lục bình đầu vụ", COMMON + "<p>Ngày mai làm tiếp đoạn còn lại.</p>");
		publish("chau-lang", "Khơi thông kênh nội đồng", COMMON + "<p>Xã sẽ làm thêm hai tuyến kênh.</p>");
		LikenessNow.look(this.context);
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, officer("chau-lang"));
		page.navigate(screens.newsroom("/trung-lap"));
		examination.everyWidth("copies of a district");
		examination.dark("copies of a district");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Khơi thông kênh nội đồng")).click();
		page.waitForURL(Pattern.compile("/trung-lap/\\d+$"));
		assertThat(page.locator(".twin section").first()).containsText("Bài đăng sau: Xã Châu Lăng");
		assertThat(page.locator(".twin mark").first()).containsText("vớt lục bình");
		examination.everyWidth("two texts side by side");
		examination.dark("two texts side by side");
		page.getByLabel("Vì sao hai trang được đăng cùng một bài").fill("Hai xã cùng làm một tuyến kênh");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem là hợp lệ")).click();
		assertThat(page.locator(".note-good")).containsText("không còn tính");
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void aClerkSeesWhichLinksLeadNowhere(Screens screens) {
		publish("o-lam", "Lịch tiếp công dân", "<p>Xem <a href=\"/van-ban/khong-con-o-day\">kế hoạch năm</a>.</p>");
		LinksNow.look(this.context);
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, this.portal.login(Role.EDITOR, this.portal.site("o-lam")).username());
		page.navigate(screens.newsroom("/bien-tap/o-lam/lien-ket-hong"));
		assertThat(page.locator("main")).containsText("kế hoạch năm");
		examination.everyWidth("broken links of a site");
		examination.dark("broken links of a site");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sửa bài “Lịch tiếp công dân”")).click();
		page.waitForURL(Pattern.compile("/bai/\\d+$"));
		Page district = screens.underExamination();
		Examination all = new Examination(district);
		screens.login(district, officer("o-lam"));
		district.navigate(screens.newsroom("/lien-ket-hong"));
		assertThat(district.locator("main")).containsText("Xã Ô Lâm");
		all.everyWidth("broken links of a district");
		all.dark("broken links of a district");
		assertThat(examination.barriers()).isEmpty();
		assertThat(all.barriers()).isEmpty();
	}

	private String officer(String slug) {
		return this.portal.login(Role.AREA_MONITOR, this.portal.site(slug).area().id()).username();
	}

	private void publish(String slug, String title, String body) {
		Site site = this.portal.site(slug);
		CurrentSite.run(site.id(), () -> {
			this.categories.ensureStandard();
			this.publishing.publish(this.publishing.begin(EntryType.ARTICLE,
					new EntryText(title, "", body, this.categories.all().getFirst().id(), Map.of(), ""), "Lan"));
		});
	}

}
