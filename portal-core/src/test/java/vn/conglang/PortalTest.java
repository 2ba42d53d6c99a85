package vn.conglang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A test on the running portal: real server, real PostgreSQL, the real 156 sites, nothing
 * published yet. All such tests share one portal, so each uses sites of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "portal.sample-content=false", "portal.base-url=http://localhost:0",
				"portal.admin-password=mat-khau-thu-nghiem", "management.server.port=0", "portal.links.external=false",
				"portal.care.by-rule=false", "portal.care.week-letters=false", "portal.emulation.look-every=10h" })
@ContextConfiguration(initializers = TestFolder.class)
@ResourceLock(providers = OnePortalAtATime.class)
@Import({ TestPortal.class, TestClock.InThePortal.class, QuickPasswords.class })
public @interface PortalTest {

}
