package vn.conglang.analytics;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where hits go, and what is kept of a visitor on the way.
 *
 * @param maskBytes how many bytes of a visitor's address are made zero, 0 to 4, counted
 * as Matomo does: 2 leaves 113.161.0.0 of an IPv4 address and a /48 of an IPv6 address
 * @param deliverEvery how long hits are gathered, unless a bulk is full before
 */
@ConfigurationProperties("portal.analytics")
record AnalyticsSettings(@DefaultValue Matomo matomo, @DefaultValue("2") int maskBytes,
		@DefaultValue("5s") Duration deliverEvery, Buffer buffer) {

	AnalyticsSettings {
		require(maskBytes >= 0 && maskBytes <= 4, "mask-bytes", "0 to 4", maskBytes);
		require(deliverEvery.isPositive(), "deliver-every", "more than nothing", deliverEvery);
	}

	private static void require(boolean fine, String setting, String wanted, Object value) {
		if (!fine) {
			throw new IllegalArgumentException(
					"portal.analytics." + setting + ": " + wanted + ", not \"" + value + "\"");
		}
	}

	/**
	 * The Matomo that is told. Its tokens are written nowhere, so neither does
	 * {@link #toString}.
	 *
	 * @param url where Matomo lies, with or without {@code matomo.php}; empty: nothing is
	 * counted at all
	 * @param token of a user who may write to all the sites
	 * @param adminToken of a superuser, for making sites and reading reports; empty: the
	 * same as {@code token}
	 * @param connectTimeout until Matomo answers at all
	 * @param timeout until a request has been answered in full
	 * @param bulk the most hits in a request
	 */
	record Matomo(@DefaultValue("") String url, @DefaultValue("") String token, @DefaultValue("") String adminToken,
			@DefaultValue("2s") Duration connectTimeout, @DefaultValue("10s") Duration timeout,
			@DefaultValue("400") int bulk) {

		private static final Pattern PROGRAM = Pattern.compile("/+([a-z]+\\.php)?$");

		Matomo {
			url = PROGRAM.matcher(url.strip()).replaceFirst("");
			token = token.strip();
			adminToken = adminToken.isBlank() ? token : adminToken.strip();
			require(url.isEmpty() || isAddress(url), "matomo.url", "like https://matomo.example.gov.vn", url);
			require(url.isEmpty() || !token.isEmpty(), "matomo.token", "needed, because hits carry time and address",
					"");
			require(connectTimeout.isPositive(), "matomo.connect-timeout", "more than nothing", connectTimeout);
			require(timeout.isPositive(), "matomo.timeout", "more than nothing", timeout);
			require(bulk > 0 && bulk <= 5_000, "matomo.bulk", "1 to 5000", bulk);
		}

		/** Whether there is a Matomo. */
		boolean on() {
			return !this.url.isEmpty();
		}

		/** Where hits are sent to. */
		URI tracking() {
			return URI.create(this.url + "/matomo.php");
		}

		/** Where reports are asked for and sites are made. */
		URI reporting() {
			return URI.create(this.url + "/index.php");
		}

		@Override
		public String toString() {
			return "Matomo at " + this.url;
		}

		private static boolean isAddress(String url) {
			try {
				URI uri = new URI(url);
				return uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null
						&& ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
			}
			catch (URISyntaxException ex) {
				return false;
			}
		}

	}

	/**
	 * Hits on disk that wait for Matomo.
	 *
	 * @param folder where they lie; every running portal takes a numbered one in it for
	 * itself
	 * @param size if there are more, the oldest go
	 * @param age what is older goes; Matomo takes what is back-dated, reports of days
	 * that are over it makes anew only when told to
	 */
	record Buffer(Path folder, @DefaultValue("512MB") DataSize size, @DefaultValue("72h") Duration age) {

		Buffer {
			require(size.toBytes() >= 4L * HitLog.SEGMENT, "buffer.size", "16MB or more", size);
			require(age.isPositive(), "buffer.age", "more than nothing", age);
		}

	}

}
