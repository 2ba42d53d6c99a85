package vn.conglang.analytics;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what Matomo counted is brought home.
 *
 * @param lookEvery how often it is asked for today's numbers
 * @param timeout until a question has been answered in full; Matomo may have to count
 * first
 * @param back how many days are made up for, after an outage or when a site is new
 */
@ConfigurationProperties("portal.analytics.reports")
record ReportSettings(@DefaultValue("15m") Duration lookEvery, @DefaultValue("60s") Duration timeout,
		@DefaultValue("60") int back) {

	ReportSettings {
		if (!lookEvery.isPositive() || !timeout.isPositive() || back < 1 || back > 3_650) {
			throw new IllegalArgumentException(
					"portal.analytics.reports: look-every and timeout are more than nothing, back is 1 to 3650 days");
		}
	}

}
