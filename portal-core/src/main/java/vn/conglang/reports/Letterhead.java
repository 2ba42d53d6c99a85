package vn.conglang.reports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

/**
 * What an administrative report says beside its numbers, in the form of Decree
 * 30/2020/NĐ-CP, appendix I. Texts may be empty: then there is room to write by hand.
 *
 * @param superior the body above the issuing one
 * @param issuer the issuing body
 * @param number of the document, given by the office's registry
 * @param symbol behind the number: "BC-SVHTTDL"
 * @param place "An Giang"
 * @param date of the document; {@code null} leaves day and month open
 * @param addressee whom it is sent to, may be empty
 * @param position of who signs
 * @param signer name of who signs
 * @param recipients a line each
 */
record Letterhead(String superior, String issuer, String number, String symbol, String place, @Nullable LocalDate date,
		String addressee, String position, String signer, String recipients) {

	static final int LONGEST = 200;

	static final int LONGEST_RECIPIENTS = 1000;

	/** Letters that fit beside the national motto. */
	private static final int LONGEST_LINE = 29;

	/** The fields a form may have, by their names there. */
	static final List<String> FIELDS = List.of("chu-quan", "co-quan", "so", "ky-hieu", "noi", "ngay", "kinh-gui",
			"chuc-vu", "nguoi-ky", "noi-nhan");

	Letterhead {
		superior = line(superior);
		issuer = line(issuer);
		number = line(number);
		symbol = line(symbol);
		place = line(place);
		addressee = line(addressee);
		position = line(position);
		signer = line(signer);
		recipients = lines(recipients);
	}

	/** The same with what was typed in place of its own; what is not given stays. */
	Letterhead with(Map<String, String> typed) {
		return new Letterhead(typed.getOrDefault("chu-quan", this.superior), typed.getOrDefault("co-quan", this.issuer),
				typed.getOrDefault("so", this.number), typed.getOrDefault("ky-hieu", this.symbol),
				typed.getOrDefault("noi", this.place),
				typed.containsKey("ngay") ? day(typed.getOrDefault("ngay", "")) : this.date,
				typed.getOrDefault("kinh-gui", this.addressee), typed.getOrDefault("chuc-vu", this.position),
				typed.getOrDefault("nguoi-ky", this.signer), typed.getOrDefault("noi-nhan", this.recipients));
	}

	Letterhead on(@Nullable LocalDate day) {
		return new Letterhead(this.superior, this.issuer, this.number, this.symbol, this.place, day, this.addressee,
				this.position, this.signer, this.recipients);
	}

	private static @Nullable LocalDate day(String text) {
		try {
			return text.isEmpty() ? null : LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** "ngày 05 tháng 02 năm 2026", as the decree writes small numbers. */
	public String dateInWords() {
		if (this.date == null) {
			return "ngày …… tháng …… năm ………";
		}
		return String.format(Locale.ROOT, "ngày %02d tháng %s năm %d", this.date.getDayOfMonth(),
				(this.date.getMonthValue() < 3) ? "0" + this.date.getMonthValue() : "" + this.date.getMonthValue(),
				this.date.getYear());
	}

	/** In capitals, as the head of the document has them. */
	public List<String> superiorLines() {
		return balanced(this.superior.toUpperCase(VietnameseText.LOCALE));
	}

	/** In capitals. */
	public List<String> issuerLines() {
		return balanced(this.issuer.toUpperCase(VietnameseText.LOCALE));
	}

	/**
	 * A long name in two lines of about the same length, as it is set by hand: before an
	 * "and" where that is not too far from the middle.
	 */
	private static List<String> balanced(String name) {
		if (name.length() <= LONGEST_LINE) {
			return List.of(name);
		}
		int middle = name.length() / 2;
		int and = name.indexOf(" VÀ ", middle / 2);
		int before = name.lastIndexOf(' ', middle);
		int after = name.indexOf(' ', middle);
		int nearest = (before < 0 || (after >= 0 && after - middle < middle - before)) ? after : before;
		int at = (and >= 0 && Math.abs(and - middle) <= middle / 2) ? and : nearest;
		return (at < 0) ? List.of(name) : List.of(name.substring(0, at), name.substring(at + 1));
	}

	public String positionInCapitals() {
		return this.position.toUpperCase(VietnameseText.LOCALE);
	}

	/** "Số: 12/BC-VHTT"; without a number, room for one. */
	public String numberAndSymbol() {
		return "Số: " + designation();
	}

	/** "12/BC-VHTT", in a sentence. */
	public String designation() {
		return (this.number.isEmpty() ? "\u2003\u2003\u2003" : this.number) + "/" + this.symbol;
	}

	/** Each ends with a semicolon, the last with a full stop. */
	public List<String> recipientLines() {
		List<String> lines = this.recipients.lines()
			.map((line) -> line.replaceFirst("^[-–•\\s]+", "").replaceFirst("[;.\\s]+$", ""))
			.filter((line) -> !line.isEmpty())
			.toList();
		int last = lines.size() - 1;
		return IntStream.rangeClosed(0, last)
			.mapToObj((at) -> "- " + lines.get(at) + ((at < last) ? ";" : "."))
			.toList();
	}

	private static String line(String text) {
		return cut(text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip(), LONGEST);
	}

	private static String lines(String text) {
		return cut(String.join("\n",
				Arrays.stream(text.split("\\R")).map(Letterhead::line).filter((line) -> !line.isEmpty()).toList()),
				LONGEST_RECIPIENTS);
	}

	private static String cut(String text, int longest) {
		return (text.length() > longest) ? text.substring(0, longest).strip() : text;
	}

}
