package vn.conglang.analytics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.Hit.Kind;
import vn.conglang.kernel.SiteId;

/**
 * A hit as it is kept and sent: nobody is recognised by it. One line of a text file, with
 * tabs between the fields.
 *
 * @param at when, in milliseconds since 1970
 * @param address of the visitor's network, or empty
 * @param visitor 16 hexadecimal digits, the same for a visitor of a site through one day
 * @param about what was searched for, or where a share leads; otherwise empty
 * @param count how much was found, of a search
 */
record MaskedHit(SiteId site, Kind kind, long at, String url, String title, String referrer, String userAgent,
		String language, String address, String visitor, String about, int count) {

	/** Says in which form the line is, and in the end that it is whole. */
	private static final String FORM = "1";

	private static final int FIELDS = 14;

	private static final Kind[] KINDS = Kind.values();

	/**
	 * The hit without what could tell who it was.
	 * @param address see {@link Visitor#masked}
	 * @param visitor see {@link Visitor#name}
	 */
	static MaskedHit of(Hit hit, String address, String visitor) {
		return new MaskedHit(hit.site().id(), hit.kind(), hit.at(), hit.url(), hit.title(),
				withoutOwnQuery(hit.referrer(), hit.url()), hit.userAgent(), hit.language(), address, visitor,
				hit.about(), hit.count());
	}

	/**
	 * Browsers tell the site from which of its own addresses they come, and so what was
	 * searched for there.
	 */
	static String withoutOwnQuery(String referrer, String url) {
		int path = url.indexOf('/', url.indexOf("//") + 2);
		int query = referrer.indexOf('?');
		boolean own = path > 0 && referrer.startsWith(url.substring(0, path + 1));
		return (own && query > 0) ? referrer.substring(0, query) : referrer;
	}

	/** Appends the line. */
	void writeTo(ByteArrayOutputStream out) {
		out.writeBytes((FORM + "\t" + this.site + "\t" + this.kind.ordinal() + "\t" + this.at + "\t" + this.count + "\t"
				+ this.address + "\t" + this.visitor)
			.getBytes(StandardCharsets.US_ASCII));
		write(this.url, out);
		write(this.title, out);
		write(this.referrer, out);
		write(this.userAgent, out);
		write(this.language, out);
		write(this.about, out);
		out.write('\t');
		out.write('1');
		out.write('\n');
	}

	/** What separates fields and lines cannot be in them. */
	private static void write(String field, ByteArrayOutputStream out) {
		byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] >= 0 && bytes[i] < ' ') {
				bytes[i] = ' ';
			}
		}
		out.write('\t');
		out.writeBytes(bytes);
	}

	/** The hit of a line without its end, or {@code null} if the line is not whole. */
	static @Nullable MaskedHit of(String line) {
		String[] fields = line.split("\t", -1);
		if (fields.length != FIELDS || !fields[0].equals(FORM) || !fields[FIELDS - 1].equals(FORM)) {
			return null;
		}
		try {
			return new MaskedHit(new SiteId(Long.parseLong(fields[1])), KINDS[Integer.parseInt(fields[2])],
					Long.parseLong(fields[3]), fields[7], fields[8], fields[9], fields[10], fields[11], fields[5],
					fields[6], fields[12], Integer.parseInt(fields[4]));
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			return null;
		}
	}

}
