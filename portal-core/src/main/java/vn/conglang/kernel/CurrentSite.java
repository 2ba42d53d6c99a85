package vn.conglang.kernel;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The one site the current thread works for. Both walls of isolation read it: Hibernate
 * for its tenant filter, and the database connection for row-level security. Without a
 * site, rows of sites are neither seen nor written.
 */
public final class CurrentSite {

	private static final ThreadLocal<@Nullable SiteId> CURRENT = new ThreadLocal<>();

	private CurrentSite() {
	}

	/**
	 * The site at work, or {@code null} outside of {@link #run} and {@link #call}.
	 */
	public static @Nullable SiteId get() {
		return CURRENT.get();
	}

	/**
	 * The site at work.
	 * @throws IllegalStateException if there is none, which is a mistake in the program
	 */
	public static SiteId require() {
		SiteId site = CURRENT.get();
		if (site == null) {
			throw new IllegalStateException("No site at work here: wrap the call in CurrentSite.run");
		}
		return site;
	}

	/** Does the work inside the site and puts back what was before. */
	public static void run(SiteId site, Runnable work) {
		call(site, () -> {
			work.run();
			return true;
		});
	}

	/** Like {@link #run}, for work with a result. */
	public static <T extends @Nullable Object> T call(SiteId site, Supplier<T> work) {
		try (Scope scope = enter(site)) {
			return work.get();
		}
	}

	/**
	 * Enters the site until the scope is closed: for code that throws checked exceptions,
	 * such as filters.
	 */
	public static Scope enter(SiteId site) {
		SiteId before = CURRENT.get();
		CURRENT.set(site);
		return () -> {
			if (before == null) {
				CURRENT.remove();
			}
			else {
				CURRENT.set(before);
			}
		};
	}

	/** Leaves the site when closed. */
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
