package vn.conglang.search;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is, for provinces that have one. Without an address PostgreSQL
 * searches and nothing below is looked at.
 *
 * @param url address of a node, or of several with commas between
 * @param username for basic authentication, with {@code password}
 * @param apiKey instead of a name and a password, as Elasticsearch encodes it
 * @param caFingerprint SHA-256 of the authority that signed the nodes' certificates,
 * where Java does not know it
 * @param index alias of the index, and how names of indexes begin
 * @param shards of an index that is made; see the operator's guide
 * @param connectTimeout until a node answers at all; then PostgreSQL searches
 * @param responseTimeout until there is an answer; then PostgreSQL searches
 */
@ConfigurationProperties("portal.search.elasticsearch")
record ElasticSettings(@DefaultValue("") String url, @DefaultValue("") String username,
		@DefaultValue("") String password, @DefaultValue("") String apiKey, @DefaultValue("") String caFingerprint,
		@DefaultValue("cong-lang") String index, @DefaultValue("1") int shards,
		@DefaultValue("300ms") Duration connectTimeout, @DefaultValue("1s") Duration responseTimeout) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

	private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Fa-f]{64}");

	ElasticSettings {
		caFingerprint = caFingerprint.replace(":", "");
		require(NAME.matcher(index).matches(), "index", "only lower-case letters, digits and hyphens", index);
		require(shards > 0 && shards <= 64, "shards", "1 to 64", shards);
		require(connectTimeout.isPositive(), "connect-timeout", "more than nothing", connectTimeout);
		require(responseTimeout.isPositive(), "response-timeout", "more than nothing", responseTimeout);
		require(caFingerprint.isEmpty() || FINGERPRINT.matcher(caFingerprint).matches(), "ca-fingerprint",
				"SHA-256 as 64 hexadecimal digits", caFingerprint);
		for (String node : nodes(url)) {
			require(isAddress(node), "url", "like https://elasticsearch.example:9200", node);
		}
	}

	/** Addresses of the nodes; none where Elasticsearch is not used. */
	List<URI> nodes() {
		return nodes(this.url).stream().map(URI::create).toList();
	}

	private static List<String> nodes(String url) {
		return Arrays.stream(url.split(",")).map(String::strip).filter((node) -> !node.isEmpty()).toList();
	}

	private static boolean isAddress(String node) {
		try {
			URI uri = new URI(node);
			return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private static void require(boolean fine, String setting, String wanted, Object value) {
		if (!fine) {
			throw new IllegalArgumentException(
					"portal.search.elasticsearch." + setting + ": " + wanted + ", not \"" + value + "\"");
		}
	}

}
