package vn.conglang.analytics;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.conglang.kernel.SiteId;

import static org.assertj.core.api.Assertions.assertThat;

class VisitorTests {

	@Test
	void theLastBytesOfAnAddressAreMadeZero() {
		assertThat(Visitor.masked("113.161.72.5", 0)).isEqualTo("113.161.72.5");
		assertThat(Visitor.masked("113.161.72.5", 1)).isEqualTo("113.161.72.0");
		assertThat(Visitor.masked("113.161.72.5", 2)).isEqualTo("113.161.0.0");
		assertThat(Visitor.masked("113.161.72.5", 4)).isEqualTo("0.0.0.0");
		assertThat(Visitor.masked("2402:800:63b5:9a01:1:2:3:17", 2)).isEqualTo("2402:800:63b5:0:0:0:0:0");
		assertThat(Visitor.masked("2402:800:63b5:9a01:1:2:3:17", 1)).isEqualTo("2402:800:63b5:9a01:0:0:0:0");
		assertThat(Visitor.masked("fe80::1%eth0", 2)).isEqualTo("fe80:0:0:0:0:0:0:0");
		assertThat(Visitor.masked("::ffff:113.161.72.5", 2)).as("mapped").isEqualTo("113.161.0.0");
	}

	@Test
	void whatIsNoAddressIsNotKept() {
		for (String rubbish : new String[] { "", "unknown", "evil.example", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1..2.3",
				"1.2.3.4 ", "99999999999999.1.1.1", ":", "::zz", "1.2.3.4:80", "<script>" }) {
			assertThat(Visitor.masked(rubbish, 2)).as(rubbish).isEmpty();
		}
	}

	@Property(tries = 300)
	void anyAddressLosesItsEndAndKeepsItsBeginning(@ForAll @IntRange(max = 255) int a,
			@ForAll @IntRange(max = 255) int b, @ForAll @IntRange(max = 255) int c,
			@ForAll @IntRange(max = 255) int d) {
		assertThat(Visitor.masked(a + "." + b + "." + c + "." + d, 2)).isEqualTo(a + "." + b + ".0.0");
	}

	@Test
	void aNameIsTheSameOnlyForTheSameSiteAddressBrowserAndSalt() {
		String name = name("salt", 1, "1.2.3.4", "Firefox");
		assertThat(name).matches("[0-9a-f]{16}").isEqualTo(name("salt", 1, "1.2.3.4", "Firefox"));
		assertThat(name).isNotIn(name("other", 1, "1.2.3.4", "Firefox"), name("salt", 2, "1.2.3.4", "Firefox"),
				name("salt", 1, "1.2.3.5", "Firefox"), name("salt", 1, "1.2.3.4", "Chrome"));
	}

	private static String name(String salt, long site, String address, String userAgent) {
		return Visitor.name(Visitor.digest(), salt.getBytes(StandardCharsets.UTF_8), new SiteId(site), address,
				userAgent);
	}

}
