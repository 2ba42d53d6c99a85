package vn.conglang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * A {@link PortalTest} on a portal of its own, in which a whole year of all sites may be
 * made up, and in which few files at once are already too many.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@TestPropertySource(properties = { "spring.application.name=cong-lang-reports", "portal.reports.room=12",
		"portal.reports.per-person=6", "portal.reports.patience=60s", "portal.reports.api-per-minute=40",
		"portal.reports.look-every=10h", "portal.mail.look-every=10h" })
public @interface ReportsTest {

}
