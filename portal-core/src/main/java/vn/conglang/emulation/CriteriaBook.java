package vn.conglang.emulation;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All versions of the criteria, read once at start. */
@Component
class CriteriaBook {

	private final List<Criteria> versions;

	CriteriaBook(@Value("${portal.rules}") String location) {
		this.versions = new CriteriaReader().read(location);
	}

	/**
	 * What is in force for the days: the latest that began by the first of them. Days
	 * before all versions are scored by the oldest.
	 */
	Criteria inForce(ScoredDays days) {
		return this.versions.stream()
			.filter((version) -> !version.from().isAfter(days.first()))
			.findFirst()
			.orElse(this.versions.getLast());
	}

}
