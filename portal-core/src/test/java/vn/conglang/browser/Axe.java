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
		return run(page, page.frames(), Map.of(), USUAL);
	}

	/** The same, without what frames show. */
	static List<Rule> violationsOutsideFrames(Page page) {
		return run(page, List.of(page.mainFrame()), Map.of("exclude", List.of(List.of("iframe"))), USUAL);
	}

	/** Against all rules, in some parts of the page. */
	static List<Rule> violationsWithin(Page page, String... selectors) {
		List<List<String>> parts = new ArrayList<>();
		for (String selector : selectors) {
			parts.add(List.of(selector));
		}
		return run(page, page.frames(), Map.of("include", parts), List.of());
	}

	/** Frames that are not looked into may well be loading. */
	private static List<Rule> run(Page page, List<Frame> frames, Map<String, Object> context, List<String> tags) {
		for (Frame frame : frames) {
			if (!(Boolean) frame.evaluate("typeof axe === 'object'")) {
				frame.evaluate(SCRIPT);
			}
		}
		List<String> types = List.of("violations");
		Map<String, Object> options = tags.isEmpty() ? Map.of("resultTypes", types)
				: Map.of("resultTypes", types, "runOnly", Map.of("type", "tag", "values", tags));
		return JSON.readValue((String) page.evaluate(RUN, List.of(context, options)), RULES);
	}

}
