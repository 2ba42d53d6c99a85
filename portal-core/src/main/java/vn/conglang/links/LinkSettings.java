package vn.conglang.links;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links are checked.
 *
 * @param lookEvery how often what was published since is looked through; zero for never
 * @param external whether addresses outside are asked at all
 * @param workers how many hosts are asked at a time
 * @param timeout until an answer begins
 * @param hostPause until the same host is asked again
 * @param goodFor how long an address that answered is not asked again
 * @param retryAfter how long after a failure it is asked again
 * @param failures after how many failures in a row it is called broken
 * @param privateAddresses whether hosts of this machine and of networks inside may be
 * asked
 */
@ConfigurationProperties("portal.links")
record LinkSettings(@DefaultValue("1m") Duration lookEvery, @DefaultValue("true") boolean external,
		@DefaultValue("2") int workers, @DefaultValue("10s") Duration timeout, @DefaultValue("10s") Duration hostPause,
		@DefaultValue("14d") Duration goodFor, @DefaultValue("1d") Duration retryAfter, @DefaultValue("3") int failures,
		@DefaultValue("false") boolean privateAddresses) {

	LinkSettings {
		if (workers < 1 || workers > 16 || failures < 1 || failures > 20 || !timeout.isPositive()
				|| !goodFor.isPositive() || !retryAfter.isPositive() || hostPause.isNegative()) {
			throw new IllegalArgumentException(
					"portal.links: workers are 1 to 16, failures 1 to 20, and times are more than nothing");
		}
	}

}
