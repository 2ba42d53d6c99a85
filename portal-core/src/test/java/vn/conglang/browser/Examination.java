package vn.conglang.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Looks for barriers on a page: WCAG 2.2 AA, what axe calls best practice, and scrolling
 * sideways.
 */
final class Examination {

	private final Page page;

	private final List<String> barriers = new ArrayList<>();

	/** Of a page of {@link Screens#underExamination}. */
	Examination(Page page) {
		this.page = page;
	}

	/** What was found, so far. */
	List<String> barriers() {
		return this.barriers;
	}

	void everyWidth(String what) {
		this.page.setViewportSize(Screens.PHONE_WIDTH, 740);
		all(what + " at 360 px");
		this.page.setViewportSize(1280, 900);
		all(what + " at 1280 px");
	}

	/** Only what changes with the colours. */
	void dark(String what) {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		this.page.waitForLoadState();
		colours(what + " in the dark");
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	void all(String what) {
		this.page.waitForLoadState();
		width(what);
		axe(what);
	}

	void width(String what) {
		int width = (Integer) this.page.evaluate("document.documentElement.scrollWidth");
		if (width > this.page.viewportSize().width) {
			this.barriers.add(what + ": scrolls sideways, " + width + " px wide\n");
		}
	}

	void axe(String what) {
		note(what, Axe.violations(this.page));
	}

	void colours(String what) {
		note(what, Axe.violationsOfColours(this.page));
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
