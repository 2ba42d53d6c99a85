package vn.conglang.volume;

import java.util.Arrays;
import java.util.Optional;

/** What a figure counts. */
public enum Kind {

	/** Own entries that appeared for the first time. */
	PUBLISHED("dang"),

	/** Entries taken over from the district or the province. */
	SHARED("chia-se"),

	/** Own entries that were taken from the citizens' sight. */
	WITHDRAWN("go"),

	/** Own entries that came back after that. */
	RESTORED("dang-lai");

	private final String option;

	Kind(String option) {
		this.option = option;
	}

	/** The name in addresses. */
	public String option() {
		return this.option;
	}

	static Optional<Kind> ofOption(String option) {
		return Arrays.stream(values()).filter((kind) -> kind.option.equals(option)).findFirst();
	}

}
