package vn.conglang.likeness;

import org.springframework.context.ApplicationContext;

/** Lets tests of other packages have compared what was published, at once. */
public final class LikenessNow {

	private LikenessNow() {
	}

	public static void look(ApplicationContext context) {
		Rounds rounds = context.getBean(Rounds.class);
		while (!rounds.look()) {
			// the portal's own look goes on just now
			Thread.onSpinWait();
		}
	}

}
