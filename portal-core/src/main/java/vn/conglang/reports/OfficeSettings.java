package vn.conglang.reports;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an office wants on its reports, and when they make themselves.
 *
 * @param letterhead without number and date
 * @param day of the month on which the report of the month before is made, 1 to 28; 0
 * where none is
 * @param quarters whether those of quarters are made too
 * @param years whether that of the year is made too
 * @param openData whether the volume per site is published; of the province only
 */
record OfficeSettings(Letterhead letterhead, int day, boolean quarters, boolean years, boolean openData) {

	static final int LAST_DAY = 28;

	private static final int USUAL_DAY = 5;

	/** What an office begins with. */
	static OfficeSettings of(Office office) {
		String body = "Ủy ban nhân dân " + office.name();
		Letterhead letterhead = office.isOfProvince()
				? new Letterhead(body, "Sở Văn hóa, Thể thao và Du lịch", "", "BC-SVHTTDL", office.province().name(),
						null, body, "Giám đốc", "", "Như trên\nGiám đốc, các Phó Giám đốc\nLưu: VT")
				: new Letterhead(body, "Phòng Văn hóa và Thông tin", "", "BC-VHTT",
						office.title().replaceFirst("^(Huyện|Thị xã|Thành phố) ", ""), null, body, "Trưởng phòng", "",
						"Như trên\nBan biên tập các trang thông tin điện tử trên địa bàn\nLưu: VT");
		return new OfficeSettings(letterhead, USUAL_DAY, true, true, false);
	}

	/** The same with what was typed into the form, which has every field. */
	OfficeSettings with(Map<String, String> typed) {
		String day = typed.getOrDefault("lich", "0");
		return new OfficeSettings(this.letterhead.with(typed), day.matches("[0-9]{1,2}") ? Integer.parseInt(day) : -1,
				typed.containsKey("quy"), typed.containsKey("nam"), typed.containsKey("du-lieu-mo"));
	}

	/** What is wrong, as message keys by field. */
	Map<String, String> problems() {
		Map<String, String> problems = new LinkedHashMap<>();
		if (this.letterhead.issuer().isEmpty()) {
			problems.put("co-quan", "reports.settings.problem.issuer");
		}
		if (this.letterhead.symbol().isEmpty()) {
			problems.put("ky-hieu", "reports.settings.problem.symbol");
		}
		if (this.letterhead.place().isEmpty()) {
			problems.put("noi", "reports.settings.problem.place");
		}
		if (this.letterhead.position().isEmpty()) {
			problems.put("chuc-vu", "reports.settings.problem.position");
		}
		if (this.day < 0 || this.day > LAST_DAY) {
			problems.put("lich", "reports.settings.problem.day");
		}
		return problems;
	}

}
