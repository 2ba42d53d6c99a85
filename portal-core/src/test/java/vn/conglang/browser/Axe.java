package vn.conglang.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs axe in a page of {@link Screens#underExamination}. Its script is put into each
 * document once, and only what it objects to comes back: that is much quicker than
 * {@link AxeBuilder}, which does it anew for every question and brings everything home.
 */
final class Axe {

	private static final List<String> USUAL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	/** What the colours of a page may do wrong. */
	private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

	/** As {@link AxeBuilder} does, so that frames answer wherever they come from. */
	private static final String SCRIPT = AxeBuilder.getAxeScript()
			+ ";axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });";

	private static final String RUN = """
			async ([context, options]) => {
				const results = await axe.run(Object.keys(context).length ? context : document, options);
				return JSON.stringify(results.violations);
			}""";

	private static final TypeReference<List<Rule>> RULES = new TypeReference<>() {
	};

	private static final JsonMapper JSON = new JsonMapper();

	private Axe() {
	}

	/** Against WCAG 2.2 AA, and what axe calls best practice. */
	static List<Rule> violations(Page page) {
		return run(page, page.frames(), Map.of(), tagged(USUAL));
	}

	/** Against the rules about colours only: nothing else changes with them. */
	static List<Rule> violationsOfColours(Page page) {
		return run(page, page.frames(), Map.of(), ofColours());
	}

	/** The same, without what frames show. */
	static List<Rule> violationsOutsideFrames(Page page) {
		return run(page, List.of(page.mainFrame()), Map.of("exclude", List.of(List.of("iframe"))), tagged(USUAL));
	}

	/** Against the rules about colours, in some parts of the page. */
	static List<Rule> violationsOfColoursWithin(Page page, String... selectors) {
		List<List<String>> parts = new ArrayList<>();
		for (String selector : selectors) {
			parts.add(List.of(selector));
		}
		return run(page, page.frames(), Map.of("include", parts), ofColours());
	}

	private static Map<String, Object> tagged(List<String> tags) {
		return Map.of("type", "tag", "values", tags);
	}

	private static Map<String, Object> ofColours() {
		return Map.of("type", "rule", "values", OF_COLOURS);
	}

	/** Frames that are not looked into may well be loading. */
	private static List<Rule> run(Page page, List<Frame> frames, Map<String, Object> context,
			Map<String, Object> only) {
		for (Frame frame : frames) {
			if (!(Boolean) frame.evaluate("typeof axe === 'object'")) {
				frame.evaluate(SCRIPT);
			}
		}
		// none of these rules reads stylesheets, which axe would fetch anew each time
		Map<String, Object> options = Map.of("resultTypes", List.of("violations"), "preload", false, "runOnly", only);
		return JSON.readValue((String) page.evaluate(RUN, List.of(context, options)), RULES);
	}

}
