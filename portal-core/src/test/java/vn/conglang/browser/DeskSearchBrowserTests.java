package vn.conglang.browser;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.SearchTest;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody of a board looks for what the board wrote. */
@SearchTest
@InABrowser
class DeskSearchBrowserTests {

	private static final String SLUG = "hoa-binh-thanh";

	@Autowired
	private ApplicationContext context;

	@Test
	void anEditorPressesSlashTypesAndOpensTheDraft(Screens screens) {
		SiteContent content = content();
		Page page = screens.desk();
		screens.login(page, content.person(Role.EDITOR, SLUG));
		page.waitForURL(Pattern.compile("/viec$"));
		Locator field = page.getByRole(AriaRole.SEARCHBOX);
		assertThat(field).hasAttribute("title", "Tìm tin, bài (phím /)");
		page.keyboard().press("/");
		assertThat(field).isFocused();
		page.keyboard().insertText("chuyen chua dang");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile("/bien-tap/" + SLUG + "/tim-kiem\\?q="));
		Locator hits = page.locator(".entries li");
		page.waitForCondition(() -> {
			page.reload();
			return hits.count() > 0;
		});
		assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasCount(1);
		assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("chuyen chua dang");
		assertThat(hits.first()).containsText("Nháp");
		assertThat(hits.first().locator("h2 mark").first()).containsText("Chuyện");
		hits.first().getByRole(AriaRole.LINK).first().click();
		assertThat(page.locator("#title")).hasValue("Chuyện chưa đăng của xã");
	}

	@Test
	void aPhoneWithoutScriptsSearches(Screens screens) {
		SiteContent content = content();
		Page phone = screens.phoneWithoutScripts();
		screens.login(phone, content.person(Role.EDITOR, SLUG));
		phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tìm").setExact(true)).tap();
		phone.waitForURL(Pattern.compile("/tim-kiem$"));
		phone.getByRole(AriaRole.SEARCHBOX).fill("7 kh");
		phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tìm").setExact(true)).tap();
		phone.waitForURL(Pattern.compile("q="));
		phone.waitForCondition(() -> {
			phone.reload();
			return phone.locator(".entries li").count() > 0;
		});
		assertThat(phone.locator(".entries li").first()).containsText("7/KH-UBND");
	}

	@Test
	void theSearchHasNoBarrier(Screens screens) {
		SiteContent content = content();
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, content.person(Role.EDITOR, SLUG));
		page.waitForURL(Pattern.compile("/viec$"));
		page.navigate(screens.newsroom("/bien-tap/" + SLUG + "/tim-kiem"));
		examination.everyWidth("search");
		page.navigate(screens.newsroom("/bien-tap/" + SLUG + "/tim-kiem?q=xa"));
		page.waitForCondition(() -> {
			page.reload();
			return page.locator(".desk-kinds li").count() > 2;
		});
		examination.everyWidth("found");
		examination.dark("found");
		page.navigate(screens.newsroom("/bien-tap/" + SLUG + "/tim-kiem?q=zzzzq+qqqzz"));
		assertThat(page.locator(".empty")).isVisible();
		examination.everyWidth("nothing found");
		page.navigate(screens.newsroom("/bien-tap/" + SLUG + "?tim=zzzzq"));
		examination.everyWidth("list beside the search");
		assertThat(examination.barriers()).isEmpty();
	}

	private SiteContent content() {
		SiteContent content = new SiteContent(this.context);
		content.fill(SLUG);
		content.draft(SLUG, EntryType.ARTICLE, "Chuyện chưa đăng của xã", "tin-tuc-su-kien", Map.of(),
				"<p>Chuyện còn viết.</p>");
		return content;
	}

}
