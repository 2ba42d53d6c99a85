package vn.conglang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the portal under test a fresh folder below {@code target}, first of all. */
class TestFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static {
		// the JDK does not resolve *.localhost, so TestPortal names the host in the
		// header;
		// this is read once, when the first client is made, be it the portal's
		System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		try {
			Path parent = Files.createDirectories(Path.of("target/test-var"));
			TestPropertyValues.of("portal.var=" + Files.createTempDirectory(parent, "portal").toAbsolutePath())
				.applyTo(context);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
