package vn.conglang.web;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.media.Rendition;

/**
 * Offers the pictures of an entry's clean HTML in the widths and formats that suit the
 * screen. The text stays as it is stored; this is done while a page is rendered, and
 * needs to ask nobody.
 */
final class BodyPictures {

	/** As wide as the column of text. */
	private static final String SIZES = "(min-width: 48rem) 44rem, 100vw";

	/** As the cleaner writes it: every value between double quotes. */
	private static final Pattern IMG = Pattern.compile("<img((?:\\s+[a-z]+=\"[^\"]*\")*)\\s*/?>");

	private static final Pattern OWN = Pattern
		.compile("(?:/bien-tap/[a-z0-9-]+)?/media/[0-9a-f]{32}/[A-Za-z0-9_-]+\\.(?:jpg|png)");

	private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-z]+)=\"([^\"]*)\"");

	private BodyPictures() {
	}

	static String inWidths(String html) {
		if (!html.contains("<img")) {
			return html;
		}
		StringBuilder result = new StringBuilder(html.length() + 500);
		Matcher matcher = IMG.matcher(html);
		boolean first = true;
		while (matcher.find()) {
			matcher.appendReplacement(result, Matcher.quoteReplacement(picture(matcher, first)));
			first = false;
		}
		return matcher.appendTail(result).toString();
	}

	private static String picture(MatchResult found, boolean first) {
		String attributes = found.group(1);
		String src = value(attributes, "src");
		String width = value(attributes, "width");
		if (src == null || width == null || width.equals("0") || !OWN.matcher(src).matches()) {
			return found.group();
		}
		if (first) {
			// likely the largest thing on the screen: not to be waited for
			attributes = attributes.replace(" loading=\"lazy\"", "");
		}
		String srcset = Rendition.srcset(src, Integer.parseInt(width));
		String webp = Rendition.webpSrcset(src, Integer.parseInt(width));
		String img = "<img" + attributes
				+ ((srcset != null) ? " srcset=\"" + srcset + "\" sizes=\"" + SIZES + "\"" : "") + ">";
		return (webp != null) ? "<picture><source type=\"image/webp\" srcset=\"" + webp + "\" sizes=\"" + SIZES + "\">"
				+ img + "</picture>" : img;
	}

	private static @Nullable String value(String attributes, String name) {
		Matcher matcher = ATTRIBUTE.matcher(attributes);
		while (matcher.find()) {
			if (matcher.group(1).equals(name)) {
				return matcher.group(2);
			}
		}
		return null;
	}

}
