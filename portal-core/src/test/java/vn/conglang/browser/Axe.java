package vn.conglang.browser;

import java.util.HashMap;
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
	private static final Map<String, Object> OF_COLOURS = Map.of("type", "rule", "values",
			List.of("color-contrast", "link-in-text-block"));

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
	static List<Rule> violations(Page page, boolean framesToo) {
		return run(page, framesToo, List.of(), Map.of("type", "tag", "values", USUAL));
	}

	/** Against the rules about colours only: nothing else changes with them. */
	static List<Rule> violationsOfColours(Page page, boolean framesToo) {
		return run(page, framesToo, List.of(), OF_COLOURS);
	}

	/** The same, in some parts of the page. */
	static List<Rule> violationsOfColoursWithin(Page page, String... selectors) {
		return run(page, true, List.of(selectors), OF_COLOURS);
	}

	/** Frames that are not looked into may well be loading. */
	private static List<Rule> run(Page page, boolean framesToo, List<String> parts, Map<String, Object> only) {
		List<Frame> frames = framesToo ? page.frames() : List.of(page.mainFrame());
		for (Frame frame : frames) {
			if (!(Boolean) frame.evaluate("typeof axe === 'object'")) {
				frame.evaluate(SCRIPT);
			}
		}
		Map<String, Object> context = new HashMap<>();
		if (!parts.isEmpty()) {
			context.put("include", parts.stream().map(List::of).toList());
		}
		if (!framesToo) {
			context.put("exclude", List.of(List.of("iframe")));
		}
		// none of these rules reads stylesheets, which axe would fetch anew each time
		Map<String, Object> options = Map.of("resultTypes", List.of("violations"), "preload", false, "runOnly", only);
		return JSON.readValue((String) page.evaluate(RUN, List.of(context, options)), RULES);
	}

}
