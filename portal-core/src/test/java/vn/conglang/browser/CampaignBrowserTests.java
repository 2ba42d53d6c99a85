package vn.conglang.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Themes;
import vn.conglang.identity.Role;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Sites;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the province and districts do for many sites at once. */
@BrowserTest
class CampaignBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Sites sites;

	@Autowired
	private Themes themes;

	private final List<String> barriers = new ArrayList<>();

	@Test
	void theProvinceDesignsACampaignForTwoSitesAndItEndsByItself(Screens screens) {
		new SiteContent(this.context).fill("tan-trung");
		Page page = screens.underExamination();
		screens.login(page, "admin");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chiến dịch")).first().click();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Soạn chiến dịch")).click();
		String title = "Phòng, chống đuối nước cho trẻ em mùa nước nổi " + UUID.randomUUID().toString().substring(0, 4);
		page.getByLabel("Khẩu hiệu").fill(title);
		page.getByLabel("Lời kêu gọi").fill("Không để trẻ em xuống kênh rạch một mình, kể cả khi biết bơi.");
		page.getByLabel("Biểu ngữ đầu trang chủ").check();
		page.locator("#file").setInputFiles(new FilePayload("ao-phao.jpg", "image/jpeg", SiteContent.jpeg(1200, 800)));
		assertThat(page.locator("[data-picture-news]")).hasText("Đã có ảnh. Xin ghi mô tả bên dưới.");
		page.getByLabel("Chỉ những trang chọn dưới đây").check();
		for (String slug : List.of("tan-trung", "phu-hung")) {
			Locator box = page.locator("#site-" + slug);
			if (!box.isVisible()) {
				page.locator("details", new Page.LocatorOptions().setHas(page.locator("#site-" + slug)))
					.locator("summary")
					.click();
			}
			box.check();
		}
		page.getByLabel("Đến lúc").fill(typed(Duration.ofMinutes(40)));
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-problems]")).containsText("Xin ghi mô tả ảnh");
		examine(page, "campaign-refused");
		page.getByLabel("Mô tả ảnh").fill("Hai em nhỏ mặc áo phao trên xuồng");
		assertThat(page.frameLocator("[data-campaign-look]").locator(".camp-home")).containsText(title);
		assertThat(page.frameLocator("[data-campaign-look]").locator(".camp-home img")).hasAttribute("alt",
				"Hai em nhỏ mặc áo phao trên xuồng");
		examine(page, "campaign-new");
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-done]")).containsText("hiện trên 2 trang");
		examine(page, "campaign");
		page.navigate(screens.newsroom("/chien-dich"));
		examine(page, "campaigns");
		page.navigate(screens.newsroom("/anh-chung"));
		examine(page, "shared-pictures");

		page.navigate(screens.newsroom("/chien-dich/moi"));
		String strip = "Toàn dân hưởng ứng Tuần lễ Quốc gia phòng, chống thiên tai "
				+ UUID.randomUUID().toString().substring(0, 4);
		page.getByLabel("Khẩu hiệu").fill(strip);
		page.getByLabel("Đường dẫn").fill("/van-ban");
		page.getByLabel("Dải trên đầu mọi trang").check();
		page.getByLabel("Chỉ những trang chọn dưới đây").check();
		page.locator("details", new Page.LocatorOptions().setHas(page.locator("#site-tan-trung")))
			.locator("summary")
			.click();
		page.locator("#site-tan-trung").check();
		page.getByLabel("Đến lúc").fill(typed(Duration.ofMinutes(40)));
		assertThat(page.frameLocator("[data-campaign-look]").locator(".camp")).containsText(strip);
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-done]")).containsText("hiện trên 1 trang");

		Page citizen = screens.underExamination();
		for (String slug : List.of("tan-trung", "phu-hung")) {
			citizen.navigate(screens.site(slug, "/"));
			assertThat(citizen.locator(".camp-home")).containsText(title);
			assertThat(citizen.locator(".camp-home")).containsText("Tỉnh An Giang");
			assertThat(
					(Boolean) citizen.locator(".camp-home img").evaluate("img => img.complete && img.naturalWidth > 0"))
				.isTrue();
			examine(citizen, "public-" + slug);
		}
		citizen.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		citizen.navigate(screens.site("tan-trung", "/"));
		assertThat(citizen.locator(".camp")).containsText(strip);
		examine(citizen, "public-dark");
		citizen.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		citizen.navigate(screens.site("phu-tho", "/"));
		assertThat(citizen.locator("body")).not().containsText(title);

		Page chief = screens.underExamination();
		screens.login(chief, new SiteContent(this.context).chief("tan-trung"));
		chief.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chiến dịch")).first().click();
		assertThat(chief.locator("tbody")).containsText(title);
		examine(chief, "site-campaigns");

		this.clock.ahead(Duration.ofMinutes(42), () -> {
			citizen.navigate(screens.site("tan-trung", "/"));
			assertThat(citizen.locator("body")).not().containsText(title);
			assertThat(citizen.locator("body")).not().containsText(strip);
		});
		citizen.navigate(screens.site("phu-hung", "/"));
		assertThat(citizen.locator(".camp-home")).containsText(title);
		page.navigate(screens.newsroom("/chien-dich"));
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).click();
		page.locator("summary").filter(new Locator.FilterOptions().setHasText("Dừng chiến dịch")).click();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dừng ngay")).click();
		assertThat(page.locator("[data-done]")).containsText("không còn trên trang nào");
		examine(page, "campaign-stopped");
		citizen.navigate(screens.site("phu-hung", "/"));
		assertThat(citizen.locator("body")).not().containsText(title);
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void thePreviewIsBusyUntilItShowsWhatWasTypedLast(Screens screens) {
		Page page = screens.desk();
		screens.login(page, "admin");
		page.navigate(screens.newsroom("/chien-dich/moi"));
		Locator busy = page.locator(".campaign-look[aria-busy=true]");
		assertThat(busy).hasCount(0);
		List<Route> held = new ArrayList<>();
		page.route("**/chien-dich/xem-truoc", held::add);
		page.getByLabel("Khẩu hiệu").fill("Trồng cây");
		assertThat(busy).hasCount(1);
		page.waitForCondition(() -> held.size() == 1);
		page.getByLabel("Khẩu hiệu").fill("Trồng cây đầu xuân");
		held.getFirst().resume();
		page.waitForCondition(() -> held.size() == 2);
		assertThat(busy).hasCount(1);
		held.getLast().resume();
		assertThat(busy).hasCount(0);
		assertThat(page.frameLocator("[data-campaign-look]").locator(".camp")).containsText("Trồng cây đầu xuân");
	}

	@Test
	void aTextForManySitesIsWrittenWithAPicture(Screens screens) {
		Page page = screens.underExamination();
		screens.login(page,
				this.portal.login(Role.AREA_MONITOR, this.sites.area("phu-tan").orElseThrow().id()).username());
		page.navigate(screens.newsroom("/chia-se/moi"));
		String title = "Lịch xuống giống " + UUID.randomUUID().toString().substring(0, 4);
		page.locator("#title").fill(title);
		EditorBrowserTests.body(page).fill("Xuống giống đồng loạt từ ngày 25.");
		page.waitForFileChooser(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ảnh")).first().click())
			.setFiles(new FilePayload("ruong.jpg", "image/jpeg", SiteContent.jpeg(900, 600)));
		page.getByLabel("Mô tả ảnh").fill("Ruộng lúa vừa sạ");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đưa ảnh vào bài")).click();
		assertThat(page.locator(".cl-content img")).isVisible();
		examine(page, "offer-new-picture");
		page.getByLabel("Chỉ những trang chọn dưới đây").check();
		page.locator("#cho-phu-tho").check();
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-done]")).hasText("Đã gửi cho 1 trang.");

		Page commune = screens.desk();
		screens.login(commune, new SiteContent(this.context).chief("phu-tho"));
		commune.navigate(screens.newsroom("/bien-tap/phu-tho/duoc-chia-se"));
		commune.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).click();
		assertThat(commune.locator(".share-body img")).hasAttribute("alt", "Ruộng lúa vừa sạ");
		assertThat((Boolean) commune.locator(".share-body img").evaluate("img => img.decode().then(() => true)"))
			.isTrue();
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void everyThemeShowsCampaignsLegiblyAndKeepsItsWidth(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill("phu-binh");
		TestPortal.Desk province = this.portal.login("admin");
		String hash = province.upload("/anh-chung", "bien-ngu.jpg", SiteContent.jpeg(1500, 500))
			.body()
			.replaceFirst("(?s).*\"url\":\"/media/([^/]+)/.*", "$1");
		String title = "Nghiêng nghiêng khuyến khích trường Nguyễn Thượng Hiền hưởng ứng Tuần lễ phòng, chống thiên tai "
				+ UUID.randomUUID().toString().substring(0, 4);
		List<String> begun = new ArrayList<>();
		for (String place : List.of("dai", "trang-chu")) {
			begun.add(province
				.post("/chien-dich/moi?site=phu-binh",
						Map.of("title", title, "text", "Mỗi người dân là một tuyên truyền viên.", "href", "/van-ban",
								"picture", hash, "alt", "Cờ đuôi nheo trên bến sông", "place", place, "reach", "chon",
								"begins", typed(Duration.ofMinutes(-1)), "ends", typed(Duration.ofHours(1))))
				.headers()
				.firstValue("Location")
				.orElseThrow()
				.replaceFirst("^https?://[^/]+", ""));
		}
		Page page = screens.underExamination();
		screens.login(page, content.chief("phu-binh"));
		Examination examination = new Examination(page).withPictures("campaigns/themes");
		for (String theme : this.themes.ids()) {
			page.navigate(screens.newsroom("/bien-tap/phu-binh/xem-thu/" + theme + "/"));
			assertThat(page.locator(".camp")).containsText(title);
			assertThat(page.locator(".camp-home")).containsText(title);
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
				for (int width : new int[] { Screens.PHONE_WIDTH, 1280 }) {
					page.setViewportSize(width, 900);
					String what = theme + "-" + width + "-" + scheme;
					examination.width(what);
					examination.coloursWithin(what, ".camp", ".camp-home");
				}
			}
		}
		begun.forEach((campaign) -> province.post(campaign + "/dung", Map.of()));
		assertThat(examination.barriers()).isEmpty();
	}

	private static String typed(Duration fromNow) {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
			.format(LocalDateTime.ofInstant(Instant.now().plus(fromNow), VietnameseText.ZONE));
	}

	/** At both widths, with a picture of each if asked. */
	private void examine(Page page, String what) {
		Examination examination = new Examination(page).withPictures("campaigns");
		examination.everyWidth(what);
		this.barriers.addAll(examination.barriers());
	}

}
