package vn.conglang.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import vn.conglang.PortalTest;

import org.springframework.test.context.TestPropertySource;

/**
 * A test in a real browser on a portal of its own, so that it can run beside those that
 * need none.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@TestPropertySource(properties = "spring.application.name=cong-lang-browser")
@InABrowser
@interface BrowserTest {

}
