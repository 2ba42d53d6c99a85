package vn.conglang.care;

import java.util.Arrays;
import java.util.Locale;

/** Who is reminded, those nearest to the work first. */
enum Whom {

	/** Biên tập viên. */
	EDITORS,

	/** Trưởng, Phó Trưởng Ban. */
	LEADERS,

	/** All of the board who may edit; by hand only. */
	BOARD,

	/** Who watches over the area. */
	AREA,

	/** The province's staff. */
	PROVINCE;

	/** As it is written in the rules. */
	static Whom ofOption(String option) {
		return Arrays.stream(values())
			.filter((whom) -> whom.name().toLowerCase(Locale.ROOT).equals(option))
			.findFirst()
			.orElseThrow();
	}

	/** Whether it is the site's own board. */
	boolean isBoard() {
		return compareTo(BOARD) <= 0;
	}

}
