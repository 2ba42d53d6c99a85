package vn.conglang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import vn.conglang.analytics.MatomoServer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link PortalTest} on a portal of its own that has a {@link MatomoServer}. The sites
 * whose slugs begin with a, b, c, d or with m to z are in it, with the numbers of
 * {@link MatomoServer#idOf}; those with e to l are not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@TestPropertySource(
		properties = { "spring.application.name=cong-lang-analytics", "portal.analytics.deliver-every=100ms" })
@ContextConfiguration(initializers = { TestFolder.class, AnalyticsTest.WithMatomo.class })
@Import({ TestPortal.class, TestClock.InThePortal.class, QuickPasswords.class, AnalyticsTest.TheServer.class })
public @interface AnalyticsTest {

	/** Tells the portal where Matomo is, and which sites are in it. */
	class WithMatomo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private static final Pattern SITE = Pattern.compile(
				"(?<head>- slug: (?<slug>[a-dm-z][a-z0-9-]*)\\n(?: {4}[^\\n]*\\n)*? {4}integrations: \\{matomo: )null");

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("portal.analytics.matomo.url=" + MatomoServer.shared().url(),
						"portal.analytics.matomo.token=" + MatomoServer.TOKEN, "portal.tenant-config=file:" + tenants())
				.applyTo(context);
		}

		/** The real sites, many of them with a number in Matomo. */
		static Path tenants() {
			try (Stream<Path> files = Files.list(Path.of("../tenant-config/an-giang"))) {
				Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-var")), "tenants")
					.toAbsolutePath();
				for (Path file : List.copyOf(files.toList())) {
					Files.writeString(folder.resolve(file.getFileName()),
							SITE.matcher(Files.readString(file)).replaceAll(WithMatomo::numbered));
				}
				return folder;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static String numbered(MatchResult site) {
			return Matcher.quoteReplacement(site.group(1)) + MatomoServer.idOf(site.group(2));
		}

	}

	/** For tests to look at. */
	@TestConfiguration(proxyBeanMethods = false)
	class TheServer {

		@Bean
		MatomoServer matomoServer() {
			return MatomoServer.shared();
		}

	}

}
