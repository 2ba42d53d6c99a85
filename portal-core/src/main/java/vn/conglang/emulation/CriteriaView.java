package vn.conglang.emulation;

import java.time.LocalDate;
import java.util.List;

/**
 * The criteria as pages show them.
 *
 * @param note whose decision it is; may be empty
 * @param standard the sum of the standard points
 */
record CriteriaView(String version, LocalDate from, String title, String note, String standard, List<Group> groups) {

	static CriteriaView of(Criteria criteria, Sentences sentences) {
		return new CriteriaView(criteria.version(), criteria.from(), criteria.title(), criteria.note(),
				Sentences.points(criteria.standard()),
				criteria.groups()
					.stream()
					.map((group) -> new Group(group.title(), Sentences.points(group.standard()),
							group.standard().signum() > 0,
							group.criteria()
								.stream()
								.map((one) -> new Item(one.title(), one.kind().name(), Sentences.points(one.points()),
										sentences.rule(one)))
								.toList()))
					.toList());
	}

	/** Criteria that belong together. */
	record Group(String title, String standard, boolean counted, List<Item> items) {
	}

	/** A criterion; its kind is the name of a {@link Criteria.Kind}. */
	record Item(String title, String kind, String points, String rule) {
	}

}
