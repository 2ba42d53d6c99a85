package vn.conglang.analytics;

import java.net.URI;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the systems are that pages of connected sites lead browsers to.
 *
 * @param emc the government's measuring system
 * @param trustBadge the network-trust programme
 * @param matomo for sites that count with Matomo's own script
 */
@ConfigurationProperties("portal.analytics")
record ConnectionSettings(@DefaultValue Emc emc, @DefaultValue TrustBadge trustBadge, @DefaultValue Matomo matomo) {

	private static void require(String key, String address) {
		URI uri = URI.create(address);
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (uri.getHost() == null || uri.getRawUserInfo() != null
				|| !(scheme.equals("https") || scheme.equals("http"))) {
			throw new IllegalArgumentException(
					"portal.analytics." + key + " has to be an address like https://example.vn/…, not: " + address);
		}
	}

	/**
	 * The government's measuring system.
	 *
	 * @param script address of its script
	 * @param tracker where the script reports to
	 */
	record Emc(@DefaultValue("https://f-emc.ngsp.gov.vn/embed/gov-tracking.min.js") String script,
			@DefaultValue("https://f-emc.ngsp.gov.vn/tracking") String tracker) {

		Emc {
			require("emc.script", script);
			require("emc.tracker", tracker);
		}

	}

	/**
	 * The network-trust programme.
	 *
	 * @param image address of the mark, to which the domain is added
	 * @param page where a certificate can be looked up; the domain is added
	 */
	record TrustBadge(@DefaultValue("https://tinnhiemmang.vn/handle_cert?id=") String image,
			@DefaultValue("https://tinnhiemmang.vn/handle_cert?id=") String page) {

		TrustBadge {
			require("trust-badge.image", image);
			require("trust-badge.page", page);
		}

	}

	/**
	 * Matomo as browsers reach it.
	 *
	 * @param browserUrl where that is not the address the portal uses, else empty
	 */
	record Matomo(@DefaultValue("") String browserUrl) {

		Matomo {
			if (!browserUrl.isEmpty()) {
				require("matomo.browser-url", browserUrl);
			}
		}

	}

}
