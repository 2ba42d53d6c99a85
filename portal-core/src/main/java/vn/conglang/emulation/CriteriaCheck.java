package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import vn.conglang.site.CheckedConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets {@code bin/portal check} look at the criteria. */
@Component
class CriteriaCheck implements CheckedConfiguration {

	private final String location;

	CriteriaCheck(@Value("${portal.rules}") String location) {
		this.location = location;
	}

	@Override
	public String check() {
		List<Criteria> versions = new CriteriaReader().read(this.location);
		return "emulation criteria: " + versions.stream()
			.map((version) -> version.version() + " from " + version.from() + " (" + version.all().size()
					+ " criteria, " + plain(version.standard()) + " standard points)")
			.collect(Collectors.joining(", "));
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

}
