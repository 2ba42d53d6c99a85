package vn.conglang.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import vn.conglang.PortalTest;

/**
 * A test in a real browser on the running portal. Test methods may ask for
 * {@link Screens}. Without Chromium they are skipped, but fail where {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {

}
