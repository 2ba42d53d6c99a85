package vn.conglang.appearance;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A colour that a board chooses for its site in place of the theme's own. It can always
 * be read on the theme's surfaces: where it could not, its nearest neighbour is taken,
 * lighter or darker and of the same hue.
 */
public final class Accent {

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

	/** Where a colour glows in the dark without dazzling. */
	private static final double LIGHT_ENOUGH = 0.78;

	private static final int STEPS = 200;

	private Accent() {
	}

	/** Whether it is a colour, and can be read on paper and tint of the theme by day. */
	public static boolean allowed(Theme theme, String colour) {
		return COLOUR.matcher(colour).matches() && readable(theme.light(), colour);
	}

	/**
	 * The nearest colour that is allowed: itself where it is.
	 * @param colour as {@code #rrggbb}
	 */
	public static String nearest(Theme theme, String colour) {
		return readable(theme.light(), colour) ? colour.toLowerCase(Locale.ROOT)
				: search(theme.light(), Lch.of(colour));
	}

	/** The tone of a colour for those who read in the dark. */
	public static String dark(Theme theme, String colour) {
		Lch wanted = Lch.of(colour);
		return search(theme.dark(), wanted.at(Math.max(wanted.lightness, LIGHT_ENOUGH)));
	}

	/** Text on a surface of this colour: black or white, whichever is easier to read. */
	public static String ink(String colour) {
		return (Contrast.of(colour, "#000000") > Contrast.of(colour, "#ffffff")) ? "#000000" : "#ffffff";
	}

	/**
	 * Reads a colour as it stands in an address.
	 * @param digits "0b6b5d"
	 * @return "#0b6b5d", or {@code null} where it is none
	 */
	public static @Nullable String parse(String digits) {
		String colour = "#" + digits.toLowerCase(Locale.ROOT);
		return COLOUR.matcher(colour).matches() ? colour : null;
	}

	private static boolean readable(Map<String, String> palette, String colour) {
		return readable(palette, "paper", colour) && readable(palette, "tint", colour);
	}

	private static boolean readable(Map<String, String> palette, String surface, String colour) {
		String below = palette.get(surface);
		return below == null || Contrast.of(below, colour) >= Contrast.TEXT;
	}

	/** Goes lighter and darker at once, until one of both can be read. */
	private static String search(Map<String, String> palette, Lch wanted) {
		for (int step = 0; step <= STEPS; step++) {
			double distance = (double) step / STEPS;
			for (double lightness : new double[] { wanted.lightness - distance, wanted.lightness + distance }) {
				String candidate = wanted.at(Math.clamp(lightness, 0, 1)).colour();
				if (readable(palette, candidate)) {
					return candidate;
				}
			}
		}
		// surfaces on which nothing can be read: the theme's own colour is as good
		return palette.getOrDefault("accent", wanted.colour());
	}

	/**
	 * A colour as people see it (Björn Ottosson's OKLCh).
	 *
	 * @param lightness from 0 to 1
	 */
	private record Lch(double lightness, double chroma, double hue) {

		static Lch of(String colour) {
			double red = Contrast.linear(Contrast.part(colour, 0));
			double green = Contrast.linear(Contrast.part(colour, 1));
			double blue = Contrast.linear(Contrast.part(colour, 2));
			double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
			double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
			double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
			double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
			double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
			return new Lch(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a));
		}

		Lch at(double other) {
			return new Lch(other, this.chroma, this.hue);
		}

		/** The colour, as strong as screens can show it at this lightness. */
		String colour() {
			double[] rgb = rgb(this.chroma);
			if (!shown(rgb)) {
				double weak = 0;
				double strong = this.chroma;
				for (int half = 0; half < 20; half++) {
					double middle = (weak + strong) / 2;
					if (shown(rgb(middle))) {
						weak = middle;
					}
					else {
						strong = middle;
					}
				}
				rgb = rgb(weak);
			}
			return String.format(Locale.ROOT, "#%02x%02x%02x", whole(rgb[0]), whole(rgb[1]), whole(rgb[2]));
		}

		private double[] rgb(double strength) {
			double a = strength * Math.cos(this.hue);
			double b = strength * Math.sin(this.hue);
			double l = Math.pow(this.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
			double m = Math.pow(this.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
			double s = Math.pow(this.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
			return new double[] { 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
					-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
					-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
		}

		private static boolean shown(double[] rgb) {
			for (double part : rgb) {
				if (part < -0.0005 || part > 1.0005) {
					return false;
				}
			}
			return true;
		}

		private static int whole(double linear) {
			double part = Math.clamp(linear, 0, 1);
			double share = (part <= 0.0031308) ? 12.92 * part : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
			return (int) Math.round(share * 255);
		}

	}

}
