package vn.conglang.analytics;

import java.time.LocalDate;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * What Matomo counted on a site on a day has come in, or has changed. Published inside
 * the transaction that keeps it.
 *
 * @param day in Vietnam
 * @param visits on that day, so far
 */
public record VisitsImported(SiteId site, LocalDate day, int visits) implements SiteEvent {
}
