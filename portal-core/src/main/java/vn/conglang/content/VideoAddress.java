package vn.conglang.content;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which addresses are videos, and who shows them. The editor knows the same rules
 * (video-address.js).
 */
final class VideoAddress {

	private static final Pattern FILE = Pattern.compile("/[^\\s\"'<>\\\\]*\\.mp4");

	private VideoAddress() {
	}

	/** The name readers know the provider by; null when the address is no video. */
	static @Nullable String provider(String address) {
		if (FILE.matcher(address).matches() && !address.startsWith("//")) {
			return "trang này";
		}
		try {
			URI uri = URI.create(address);
			if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
				return null;
			}
			return provider(uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|m|web)\\.", ""),
					(uri.getPath() != null) ? uri.getPath() : "", (uri.getQuery() != null) ? uri.getQuery() : "");
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable String provider(String host, String path, String query) {
		return switch (host) {
			case "youtube.com" ->
				(path.equals("/watch") && query.contains("v=")) || path.matches("/(shorts|live)/[\\w-]+") ? "YouTube"
						: null;
			case "youtu.be" -> path.matches("/[\\w-]+") ? "YouTube" : null;
			case "vimeo.com" -> path.matches("/[0-9]+(/\\w+)?") ? "Vimeo" : null;
			case "facebook.com" ->
				path.matches("/watch/?|/reel/[0-9]+/?|/share/[vr]/\\w+/?|.*/videos/.+") ? "Facebook" : null;
			case "fb.watch" -> path.length() > 1 ? "Facebook" : null;
			default -> path.toLowerCase(Locale.ROOT).endsWith(".mp4") ? host : null;
		};
	}

}
