package vn.conglang;

import java.util.Comparator;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Two threads take test classes from both ends of the list: one those in a browser, the
 * other what needs none. Thus they seldom wait for each other's portal.
 */
class BrowsersLast implements ClassOrderer {

	@Override
	public void orderClasses(ClassOrdererContext context) {
		context.getClassDescriptors()
			.sort(Comparator.comparing(BrowsersLast::inABrowser).thenComparing((one) -> one.getTestClass().getName()));
	}

	private static boolean inABrowser(ClassDescriptor one) {
		return one.getTestClass().getPackageName().endsWith(".browser");
	}

}
