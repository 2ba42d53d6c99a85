package vn.conglang.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The portal without a mouse. */
@BrowserTest
class KeyboardBrowserTests {

	private static final int MANY = 80;

	@Autowired
	private ApplicationContext context;

	@Test
	void theFirstTabOffersToSkipToTheContent(Screens screens) {
		Page page = screens.desk();
		page.navigate(screens.site("phuoc-hung", "/"));
		page.keyboard().press("Tab");
		Locator skip = page.locator(".skip");
		assertThat(skip).isFocused();
		assertThat(skip).isInViewport();
		page.keyboard().press("Enter");
		assertThat(page.locator("main")).isFocused();
		page.keyboard().press("Tab");
		assertThat((Boolean) page.evaluate("document.querySelector('main').contains(document.activeElement)")).isTrue();
	}

	@Test
	void oneCanLogInWriteAndSaveByKeyboardAlone(Screens screens) {
		String name = new SiteContent(this.context).person(Role.EDITOR, "phuoc-hung");
		Page page = screens.desk();
		page.navigate(screens.newsroom("/"));
		// the first field has the focus already
		assertThat(page.locator("#username")).isFocused();
		page.keyboard().insertText(name);
		page.keyboard().press("Tab");
		page.keyboard().insertText(TestPortal.PASSWORD);
		page.keyboard().press("Enter");
		assertThat(page.locator(".place-name")).hasText("Xã Phước Hưng");

		tabTo(page, "a[data-new]");
		page.keyboard().press("Enter");
		page.waitForURL(Pattern.compile("/bai/moi"));
		assertThat(page.locator("#title")).isFocused();
		page.keyboard().insertText("Viết bằng bàn phím");
		page.keyboard().press("Enter");
		assertThat(page.locator("#summary")).isFocused();
		page.keyboard().press("Enter");
		assertThat(EditorBrowserTests.body(page)).isFocused();
		page.keyboard().insertText("Không cần chuột.");
		page.keyboard().press("Escape");
		tabTo(page, "#categoryId");
		page.keyboard().press("ArrowDown");
		page.keyboard().press("Control+s");
		assertThat(page.locator("[data-done]")).hasText("Đã lưu bản nháp.");
		assertThat(EditorBrowserTests.body(page)).hasText("Không cần chuột.");
		assertThat(page.locator("#categoryId")).not().hasValue("");
	}

	/** Goes on with Tab until the element has the focus. */
	private static void tabTo(Page page, String selector) {
		for (int i = 0; i < MANY; i++) {
			page.keyboard().press("Tab");
			if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
				return;
			}
		}
		throw new AssertionError("The keyboard does not reach " + selector);
	}

}
