package vn.conglang.links;

import org.springframework.context.ApplicationContext;

/**
 * Lets tests of other packages have looked up the links of what was published, at once.
 */
public final class LinksNow {

	private LinksNow() {
	}

	public static void look(ApplicationContext context) {
		LinksRunner runner = context.getBean(LinksRunner.class);
		while (!runner.lookNow()) {
			// the portal's own look goes on just now
			Thread.onSpinWait();
		}
	}

}
