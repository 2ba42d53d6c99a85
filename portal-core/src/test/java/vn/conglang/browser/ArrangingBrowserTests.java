package vn.conglang.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestClock;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A chief arranges a site by mouse and by keyboard; citizens see it when it is applied.
 */
@BrowserTest
class ArrangingBrowserTests {

	private static final String SLUG = "binh-thanh-dong";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestClock clock;

	private final List<String> barriers = new ArrayList<>();

	@Test
	void aChiefArrangesBlocksAMenuAndABannerAndCitizensSeeEachWhenItIsApplied(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill(SLUG);
		Page chief = screens.underExamination();
		screens.login(chief, content.chief(SLUG));
		Page citizen = screens.desk();
		blocks(screens, chief, citizen);
		menu(screens, chief, citizen);
		banner(screens, chief, citizen);
		office(screens, chief);
		assertThat(this.barriers).isEmpty();
	}

	private void blocks(Screens screens, Page chief, Page citizen) {
		open(screens, chief, "bo-cuc");
		Locator zone = chief.locator("[data-zone]")
			.filter(new Locator.FilterOptions().setHas(chief.locator("[data-item] + [data-item]")))
			.first();
		zone = chief.locator("[data-zone='" + zone.getAttribute("data-zone") + "']");
		Locator items = zone.locator("[data-item] .piece-name b");
		String first = items.first().textContent();
		// by keyboard: the focus stays on the button, and it is told
		Locator down = zone.locator("[data-item]").first().locator("button[value^='xuong:']");
		down.focus();
		chief.keyboard().press("Enter");
		assertThat(items.nth(1)).hasText(first);
		assertThat(chief.locator("[data-said]")).containsText("“" + first + "” nay ở vị trí 2");
		assertThat(zone.locator("[data-item]").nth(1).locator("button[value^='xuong:']")).isFocused();
		chief.keyboard().press("Shift+Tab");
		chief.keyboard().press("Enter");
		assertThat(items.first()).hasText(first);
		// by mouse: below the second
		drag(chief, zone.locator("[data-item]").first(), zone.locator("[data-item]").nth(1), 0);
		assertThat(items.nth(1)).hasText(first);
		assertThat(chief.locator("form[data-arrange][aria-busy]")).hasCount(0);
		// a block more, with a title of its own
		chief.locator("#them-khoi > summary").click();
		chief.locator("#vao").selectOption(zone.getAttribute("data-zone"));
		chief.locator("button[value='them:announcements']").click();
		Locator added = zone.locator("[data-item]").last();
		assertThat(added).containsText("Thông báo");
		added.locator("input[name$='.title']").fill("Bà con lưu ý");
		added.locator("input[name$='.count']").fill("99");
		chief.locator("[data-save]").click();
		assertThat(chief.locator("[data-problems]")).containsText("từ 1 đến 20");
		chief.locator("[data-problems] a").first().click();
		assertThat(zone.locator("[data-item]").last().locator("input[name$='.count']")).isFocused();
		examine(chief, "blocks");
		zone.locator("[data-item]").last().locator("input[name$='.count']").fill("3");
		citizen.navigate(screens.site(SLUG, "/"));
		String before = citizen.content();
		assertThat(before).doesNotContain("Bà con lưu ý");
		apply(chief);
		citizen.navigate(screens.site(SLUG, "/"));
		assertThat(citizen.content()).isNotEqualTo(before);
		chief.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn tác lần đổi này")).click();
		assertThat(chief.locator("[data-done]")).containsText("Đã trở lại");
		citizen.navigate(screens.site(SLUG, "/"));
		assertThat(citizen.locator("main")).not().containsText("Bà con lưu ý");
	}

	private void menu(Screens screens, Page chief, Page citizen) {
		open(screens, chief, "thuc-don");
		chief.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Soạn thực đơn riêng")).click();
		Locator items = chief.locator("[data-item]");
		Locator third = items.nth(2);
		String child = third.locator(".piece-name b").textContent();
		String parent = items.nth(1).locator(".piece-name b").textContent();
		third.locator("button[value^='vao:']").focus();
		chief.keyboard().press("Enter");
		assertThat(items.nth(2)).hasClass(Pattern.compile("level-1"));
		assertThat(items.nth(2).locator("button[value^='vao:']")).isFocused();
		assertThat(chief.locator("form[data-arrange][aria-busy]")).hasCount(0);
		drag(chief, items.nth(3), items.nth(3), 40);
		assertThat(items.nth(3)).hasClass(Pattern.compile("level-1"));
		examine(chief, "menu");
		citizen.navigate(screens.site(SLUG, "/"));
		assertThat(citizen.locator("nav details.sub")).hasCount(0);
		apply(chief);
		citizen.navigate(screens.site(SLUG, "/"));
		Locator sub = citizen.locator("nav:visible details.sub").first();
		assertThat(sub.locator("summary")).hasText(parent);
		sub.locator("summary").click();
		assertThat(sub.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(child))).isVisible();
	}

	private void banner(Screens screens, Page chief, Page citizen) {
		open(screens, chief, "bo-cuc");
		if (chief.locator("[data-item] input[value='banners']").count() == 0) {
			chief.locator("#them-khoi > summary").click();
			chief.locator("button[value='them:banners']").click();
			assertThat(chief.locator("[data-item] input[value='banners']")).hasCount(1);
			apply(chief);
		}
		open(screens, chief, "bieu-ngu");
		chief.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm biểu ngữ")).click();
		Locator banner = chief.locator("[data-item]").first();
		banner.locator("[data-pick-open]").click();
		chief.locator("[data-library-file]").setInputFiles(new FilePayload("hien-mau.jpg", "image/jpeg", picture()));
		assertThat(banner.locator(".pick-shown")).isVisible();
		banner.locator("input[name$='.alt']").fill("Ngày hội hiến máu");
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		banner.locator("input[name$='.den']").fill(now.plusHours(3).toString().substring(0, 16));
		examine(chief, "banners");
		apply(chief);
		assertThat(chief.locator("[data-item] .state")).hasText("Đang hiện");
		citizen.navigate(screens.site(SLUG, "/"));
		assertThat(citizen.getByAltText("Ngày hội hiến máu")).hasCount(1);
		this.clock.ahead(Duration.ofHours(4), () -> {
			citizen.navigate(screens.site(SLUG, "/"));
			assertThat(citizen.getByAltText("Ngày hội hiến máu")).hasCount(0);
		});
	}

	private void office(Screens screens, Page chief) {
		open(screens, chief, "co-quan");
		chief.locator("#address").fill("Ấp Bình Quới");
		chief.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm đơn vị")).click();
		chief.locator("[data-item] input[name$='.ten']").fill("Lãnh đạo Ủy ban nhân dân");
		chief.locator("button[value^='nguoi:']").click();
		chief.locator("[data-item].level-1 input[name$='.ten']").fill("Huỳnh Văn Năm");
		chief.locator("[data-item].level-1 input[name$='.chucvu']").fill("Chủ tịch");
		examine(chief, "office");
		apply(chief);
		open(screens, chief, "lien-ket");
		chief.locator("button[value='them:nhanh']").click();
		chief.locator("[data-item] input[name$='.ten']").fill("Cổng dịch vụ công");
		chief.locator("[data-item] input[name$='.href']").fill("dichvucong.gov.vn");
		examine(chief, "links");
		apply(chief);
		Page citizen = screens.underExamination();
		for (String path : List.of("/lien-he", "/co-cau-to-chuc", "/so-do-trang", "/tro-nang")) {
			citizen.navigate(screens.site(SLUG, path));
			examine(citizen, "public" + path.replace('/', '-'));
		}
	}

	private static byte[] picture() {
		BufferedImage drawn = new BufferedImage(1200, 300, BufferedImage.TYPE_INT_RGB);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(drawn, "jpeg", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void open(Screens screens, Page page, String screen) {
		page.navigate(screens.newsroom("/bien-tap/" + SLUG + "/" + screen));
	}

	private static void apply(Page page) {
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-done]")).containsText("Đã áp dụng");
	}

	private static void drag(Page page, Locator item, Locator below, double right) {
		item.scrollIntoViewIfNeeded();
		BoundingBox grip = item.locator("[data-grip]").boundingBox();
		BoundingBox target = below.boundingBox();
		page.mouse().move(grip.x + 10, grip.y + 10);
		page.mouse().down();
		page.mouse().move(grip.x + 20, grip.y + 15);
		page.mouse().move(grip.x + 10 + right, target.y + target.height - 4);
		page.mouse().up();
	}

	/** At both widths, with a picture of each if asked. */
	private void examine(Page page, String what) {
		Examination examination = new Examination(page).outsideFrames().withPictures("arranging");
		examination.everyWidth(what);
		this.barriers.addAll(examination.barriers());
	}

}
