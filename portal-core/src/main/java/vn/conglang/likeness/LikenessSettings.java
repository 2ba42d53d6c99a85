package vn.conglang.likeness;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts are compared.
 *
 * @param lookEvery how often what was published since is compared; zero for never
 * @param overlap from which share on, in percent, a text counts as a copy
 * @param leastWords shorter texts are not compared
 */
@ConfigurationProperties("portal.likeness")
record LikenessSettings(@DefaultValue("1m") Duration lookEvery, @DefaultValue("80") int overlap,
		@DefaultValue("30") int leastWords) {

	LikenessSettings {
		if (overlap < 50 || overlap > 100) {
			throw new IllegalArgumentException("portal.likeness.overlap lies between 50 and 100");
		}
	}

}
