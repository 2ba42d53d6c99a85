package vn.conglang.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Looks for barriers on a page: WCAG 2.2 AA, what axe calls best practice, and scrolling
 * sideways. Looks when the page is at rest.
 */
final class Examination {

	private final Page page;

	private final boolean framesToo;

	private final @Nullable String pictures;

	private final List<String> barriers = new ArrayList<>();

	/** Of a page of {@link Screens#underExamination}. */
	Examination(Page page) {
		this(page, true, null);
	}

	private Examination(Page page, boolean framesToo, @Nullable String pictures) {
		this.page = page;
		this.framesToo = framesToo;
		this.pictures = pictures;
	}

	/** Without what frames show, which is looked at where it is a page of its own. */
	Examination outsideFrames() {
		return new Examination(this.page, false, this.pictures);
	}

	/**
	 * With pictures of what was looked at in this folder, see {@link Screens#picture}.
	 */
	Examination withPictures(String folder) {
		return new Examination(this.page, this.framesToo, folder);
	}

	/** What was found, so far. */
	List<String> barriers() {
		return this.barriers;
	}

	/** On a phone and at a desk, which the page is left at. */
	void everyWidth(String what) {
		for (int width : new int[] { Screens.PHONE_WIDTH, 1280 }) {
			this.page.setViewportSize(width, 900);
			all(what + " at " + width + " px");
		}
	}

	/** Only what changes with the colours. */
	void dark(String what) {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		colours(what + " in the dark");
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	void all(String what) {
		width(what);
		picture(what);
		note(what, Axe.violations(this.page, this.framesToo));
	}

	void width(String what) {
		rest();
		if (Screens.scrollsSideways(this.page)) {
			this.barriers.add(what + ": scrolls sideways\n");
		}
	}

	void colours(String what) {
		rest();
		picture(what);
		note(what, Axe.violationsOfColours(this.page, this.framesToo));
	}

	/** Only what changes with the colours, and only in some parts of the page. */
	void coloursWithin(String what, String... selectors) {
		rest();
		picture(what);
		note(what, Axe.violationsOfColoursWithin(this.page, selectors));
	}

	/** All of it is there, and nothing says that it is still at work. */
	private void rest() {
		this.page.waitForLoadState();
		assertThat(this.page.locator("[aria-busy=true]")).hasCount(0);
	}

	private void picture(String what) {
		if (this.pictures != null) {
			Screens.picture(this.page, this.pictures + "/" + what.replace(' ', '-').replace('/', '-'));
		}
	}

	private void note(String what, List<Rule> violations) {
		for (Rule rule : violations) {
			for (CheckedNode node : rule.getNodes()) {
				this.barriers.add("%s: %s %s (%s) %s %s%n".formatted(what, rule.getImpact(), rule.getId(),
						rule.getHelp(), node.getTarget(), node.getFailureSummary()));
			}
		}
	}

}
