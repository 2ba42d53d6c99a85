package vn.conglang.appearance;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What may stand in the fields of the screens that arrange a site. */
final class Checks {

	static final int LONGEST_ADDRESS = 1000;

	private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

	private static final Pattern SPACES = Pattern.compile("\\h+");

	private static final Pattern BARE_HOST = Pattern.compile("(www\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/.*)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PATH = Pattern.compile("/([^/\\\\\\s\"'<>][^\\\\\\s\"'<>]*)?");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{1,28}[0-9]");

	private static final Pattern EMAIL = Pattern
		.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}");

	private static final Pattern MAP_HOST = Pattern.compile(
			"((www|maps)\\.)?google\\.(com|com\\.vn)|maps\\.app\\.goo\\.gl|goo\\.gl|(www\\.)?openstreetmap\\.org|osm\\.org");

	private Checks() {
	}

	/** One line of text, as people meant it. */
	static String line(String text) {
		return SPACES.matcher(NOT_SHOWN.matcher(text.replaceAll("[\\r\\n\\t]+", " ")).replaceAll(""))
			.replaceAll(" ")
			.strip();
	}

	/** Lines of text, without empty ones at the ends. */
	static String lines(String text) {
		StringBuilder lines = new StringBuilder();
		text.lines().map(Checks::line).forEach((line) -> lines.append(line).append('\n'));
		return lines.toString().strip();
	}

	/**
	 * An address of this site ("/van-ban") or one elsewhere; what was typed without
	 * https:// gets it.
	 * @return {@code null} where it is none to which citizens may be sent
	 */
	static @Nullable String address(String typed) {
		String address = Normalizer.normalize(line(typed), Normalizer.Form.NFC);
		if (address.length() > LONGEST_ADDRESS) {
			return null;
		}
		if (address.startsWith("/")) {
			return PATH.matcher(address).matches() ? address : null;
		}
		return elsewhere(BARE_HOST.matcher(address).matches() ? "https://" + address : address);
	}

	private static @Nullable String elsewhere(String address) {
		String ready = address.replace(" ", "%20");
		try {
			URI uri = new URI(ready);
			String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
			return ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
					&& uri.getRawUserInfo() == null) ? uri.toASCIIString() : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	/**
	 * The address of a place on Google Maps or OpenStreetMap.
	 * @return {@code null} where it is none
	 */
	static @Nullable String map(String typed) {
		String address = address(typed);
		if (address == null || !address.startsWith("https://")) {
			return null;
		}
		URI uri = URI.create(address);
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		boolean google = host.contains("google.");
		// what is made to be put into other pages shows nothing by itself
		boolean shows = !google
				|| ((host.startsWith("maps.") || path.startsWith("/maps")) && !path.startsWith("/maps/embed"));
		return (MAP_HOST.matcher(host).matches() && shows && (!host.equals("goo.gl") || path.startsWith("/maps")))
				? address : null;
	}

	static boolean isPhone(String text) {
		return PHONE.matcher(text).matches();
	}

	static boolean isEmail(String text) {
		return EMAIL.matcher(text).matches() && text.length() <= 100;
	}

}
