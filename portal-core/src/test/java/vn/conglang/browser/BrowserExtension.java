package vn.conglang.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.TestPortal;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Starts one Chromium for all tests and gives each test fresh {@link Screens}. The
 * browser is the one of the system; none is ever downloaded.
 */
class BrowserExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {

	private static final Logger log = LoggerFactory.getLogger(BrowserExtension.class);

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome");

	private static final String MISSING = "Chromium is missing: apt-get install chromium-headless-shell, or chromium";

	private static final boolean IN_CI = "true".equals(System.getenv("CI"));

	private static final AtomicBoolean told = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (IN_CI || executable().isPresent()) {
			return ConditionEvaluationResult.enabled("");
		}
		if (told.compareAndSet(false, true)) {
			log.warn("{} (or name one with -Dportal.browser=…). THE BROWSER TESTS ARE SKIPPED.", MISSING);
		}
		return ConditionEvaluationResult.disabled(MISSING);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (executable().isEmpty()) {
			throw new IllegalStateException(MISSING);
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Screens.class;
	}

	@Override
	public Screens resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Chromium chromium = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Chromium.class, (type) -> Chromium.start(), Chromium.class);
		TestPortal portal = SpringExtension.getApplicationContext(context).getBean(TestPortal.class);
		return context.getStore(NAMESPACE)
			.computeIfAbsent(Screens.class, (type) -> new Screens(chromium.browser(), portal), Screens.class);
	}

	/** Looks at what went on behind the page, and keeps a picture of what failed. */
	@Override
	public void afterTestExecution(ExtensionContext context) {
		Screens screens = context.getStore(NAMESPACE).get(Screens.class, Screens.class);
		if (screens == null) {
			return;
		}
		screens.settle();
		boolean failed = context.getExecutionException().isPresent();
		if (failed || !screens.troubles().isEmpty()) {
			String test = context.getRequiredTestClass().getSimpleName() + "."
					+ context.getRequiredTestMethod().getName();
			screens.photograph(Path.of("target/browser"), test);
		}
		if (!failed && !screens.troubles().isEmpty()) {
			throw new AssertionError("The browser complains:\n" + String.join("\n", screens.troubles()));
		}
	}

	/** The browser to use: named, or the first of the known ones that is installed. */
	private static Optional<Path> executable() {
		String named = System.getProperty("portal.browser");
		Stream<Path> candidates = (named != null) ? Stream.of(Path.of(named)) : NAMES.stream()
			.flatMap((name) -> Stream.concat(Stream.of("/usr/bin"), path()).map((folder) -> Path.of(folder, name)));
		return candidates.filter(Files::isExecutable).findFirst();
	}

	private static Stream<String> path() {
		return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
			.filter((folder) -> !folder.isBlank());
	}

	/** The one browser of this run, closed with it. */
	private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

		static Chromium start() {
			Map<String, String> environment = new HashMap<>(System.getenv());
			environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
			// a busy machine takes its time
			PlaywrightAssertions.setDefaultAssertionTimeout(Screens.TIMEOUT);
			Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
			// *.localhost is the machine itself to Chromium, whatever the resolver says
			Browser browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow())
					.setHeadless(true)
					.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
							"--disable-component-update", "--disable-sync")));
			return new Chromium(playwright, browser);
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
