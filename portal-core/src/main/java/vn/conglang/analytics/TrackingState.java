package vn.conglang.analytics;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How counting goes on this node. Numbers count from its start on, except for
 * {@code waiting}.
 *
 * @param on whether there is a Matomo at all
 * @param silentSince since when Matomo takes nothing; {@code null} while it does
 * @param trouble what kind of trouble, {@code null} while there is none; its text is
 * {@code analytics.trouble.<kind>}
 * @param waiting hits that are kept for Matomo
 * @param delivered hits that Matomo has taken
 * @param refused hits that Matomo will never take
 * @param dropped hits that were lost because there was no more room, or they were too old
 * @param robots requests of programs, which were left out
 * @param lastDelivery when Matomo took hits last
 */
public record TrackingState(boolean on, @Nullable Instant silentSince, @Nullable String trouble, long waiting,
		long delivered, long refused, long dropped, long robots, @Nullable Instant lastDelivery) {
}
