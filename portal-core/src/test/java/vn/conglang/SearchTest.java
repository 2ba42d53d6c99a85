package vn.conglang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * A {@link PortalTest} on a second portal with a database of its own, because those who
 * search would find what other tests publish, and hardly a site is left for them there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@TestPropertySource(properties = { "spring.application.name=cong-lang-search",
		// attached files are read when a test says so
		"portal.search.files.look-every=1h",
		// and by a process that stands back, for long where the machine is busy with
		// tests
		"portal.search.files.time-limit=4m" })
public @interface SearchTest {

}
