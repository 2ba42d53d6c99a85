package vn.conglang.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import vn.conglang.TestPortal;

/**
 * The screens of one test: each belongs to somebody else, with cookies of their own.
 * Listens to what the browser complains about.
 */
final class Screens implements AutoCloseable {

	/** A common cheap phone. */
	static final int PHONE_WIDTH = 360;

	private static final int PHONE_HEIGHT = 740;

	/** In milliseconds. */
	static final double TIMEOUT = 15_000;

	private final Browser browser;

	private final TestPortal portal;

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<String> troubles = new ArrayList<>();

	Screens(Browser browser, TestPortal portal) {
		this.browser = browser;
		this.portal = portal;
	}

	/** A phone with a touch screen. */
	Page phone() {
		return open(Screens::likeAPhone);
	}

	/** A phone whose browser runs no scripts. */
	Page phoneWithoutScripts() {
		return open((options) -> likeAPhone(options).setJavaScriptEnabled(false));
	}

	/** A usual office screen. */
	Page desk() {
		return open((options) -> options.setViewportSize(1280, 900));
	}

	/** For axe, which must put its script into pages that allow no foreign script. */
	Page underExamination() {
		return open((options) -> options.setViewportSize(1280, 900).setBypassCSP(true));
	}

	private static Browser.NewContextOptions likeAPhone(Browser.NewContextOptions options) {
		return options.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
			.setDeviceScaleFactor(2)
			.setIsMobile(true)
			.setHasTouch(true);
	}

	private Page open(Consumer<Browser.NewContextOptions> wishes) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale("vi-VN")
			.setTimezoneId("Asia/Ho_Chi_Minh")
			.setReducedMotion(ReducedMotion.REDUCE);
		wishes.accept(options);
		BrowserContext context = this.browser.newContext(options);
		context.setDefaultTimeout(TIMEOUT);
		this.contexts.add(context);
		// a page that is not there is an answer, not a trouble; a missing part of one is
		context.onConsoleMessage((message) -> {
			if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
				this.troubles.add(message.location() + " " + message.text());
			}
		});
		context.onWebError((error) -> this.troubles.add(error.page().url() + " " + error.error()));
		context.onResponse(this::check);
		return context.newPage();
	}

	private void check(Response response) {
		Request request = response.request();
		// the newsroom's service worker asks for pages in the browser's stead
		boolean page = request.isNavigationRequest()
				|| request.headers().getOrDefault("accept", "").startsWith("text/html");
		if (response.status() >= 500 || (response.status() >= 400 && !page)) {
			this.troubles.add(response.status() + " " + request.method() + " " + response.url());
		}
	}

	/** Logs in at the newsroom by its form. */
	void login(Page page, String username) {
		login(page, username, TestPortal.PASSWORD);
	}

	/** Fills in the login form and sends it off, right or wrong. */
	void login(Page page, String username, String password) {
		page.navigate(newsroom("/dang-nhap"));
		page.getByLabel("Tên đăng nhập").fill(username);
		page.getByLabel("Mật khẩu").fill(password);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
	}

	/** Address on a commune's site. */
	String site(String slug, String path) {
		return address(slug + ".", path);
	}

	String newsroom(String path) {
		return address("quan-tri.", path);
	}

	String province(String path) {
		return address("", path);
	}

	private String address(String label, String path) {
		return "http://" + label + "localhost:" + this.portal.port() + path;
	}

	/** Errors of scripts, breaches of the content security policy, parts not found. */
	List<String> troubles() {
		return this.troubles;
	}

	/** Hears what the pages still have to say. */
	void settle() {
		for (BrowserContext context : this.contexts) {
			for (Page page : context.pages()) {
				try {
					page.evaluate("0");
				}
				catch (PlaywrightException ex) {
					// on its way to another page
				}
			}
		}
	}

	/** Wider than the screen: on a phone one would have to push it about. */
	static boolean scrollsSideways(Page page) {
		// not innerWidth, which grows with the page on a phone
		return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
	}

	/**
	 * Keeps a picture of a page below {@code target}, if {@code -Dportal.pictures} asks.
	 */
	static void picture(Page page, String name) {
		if (Boolean.getBoolean("portal.pictures")) {
			page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")).setFullPage(true));
		}
	}

	void photograph(Path folder, String name) {
		int number = 1;
		for (BrowserContext context : this.contexts) {
			for (Page page : context.pages()) {
				try {
					page.screenshot(new Page.ScreenshotOptions()
						.setPath(folder.resolve(name + ((number > 1) ? "-" + number : "") + ".png"))
						.setFullPage(true));
				}
				catch (PlaywrightException ex) {
					// a page on its way out; the failure itself is told anyway
					this.troubles.add("no picture of " + page.url());
				}
				number++;
			}
		}
	}

	@Override
	public void close() {
		this.contexts.forEach(BrowserContext::close);
	}

}
