package vn.conglang.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Area;
import vn.conglang.site.Province;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionFormTests {

	private static final String PAGES = "https://tinnhiemmang.vn/handle_cert?id=";

	private static final String BING = "0123456789ABCDEF0123456789ABCDEF";

	private static final String EMC = """
			<!-- Begin EMC Tracking Code -->
			<script type="text/javascript">
			    var _govaq = window._govaq || [];
			    _govaq.push(['trackPageView']);
			    _govaq.push(['enableLinkTracking']);
			    (function () {
			        _govaq.push(['setTrackerUrl', 'https://f-emc.ngsp.gov.vn/tracking']);
			        _govaq.push(['setSiteId', '227']);
			        var d = document, g = d.createElement('script'), s = d.getElementsByTagName('script')[0];
			        g.src = 'https://f-emc.ngsp.gov.vn/embed/gov-tracking.min.js';
			        s.parentNode.insertBefore(g, s);
			    })();
			</script>""";

	private static final String BADGE = """
			<a href="https://tinnhiemmang.vn/danh-ba-tin-nhiem/thoaigiangangianggovvn-1636097761" title="Chung nhan Tin Nhiem Mang" \
			target="_blank"><img src="https://tinnhiemmang.vn/handle_cert?id=thoaigiang.angiang.gov.vn" width="150px" height="auto" \
			alt="Chung nhan Tin Nhiem Mang"></a>""";

	@Example
	void anIdIsTakenAsItIsAndOutOfTheSnippetThatPeopleWereSent() {
		assertThat(read("emc", "227").emc()).isEqualTo("227");
		assertThat(read("emc", "  an-giang_01 ").emc()).isEqualTo("an-giang_01");
		assertThat(read("emc", EMC).emc()).isEqualTo("227");
		assertThat(read("emc", EMC.replaceAll("\\s+", " ")).emc()).as("as a field of one line gets it")
			.isEqualTo("227");
		assertThat(read("emc", "_govaq.push([‘setSiteId’, ‘4064’]);").emc()).as("out of Word").isEqualTo("4064");
	}

	@Example
	void whatIsNoIdIsToldAtItsField() {
		assertThat(problem("emc", "mã số hai hai bảy")).isEqualTo("connections.emc.bad");
		assertThat(problem("emc", "<script>alert(1)</script>")).isEqualTo("connections.emc.bad");
		assertThat(problem("emc", EMC + EMC.replace("227", "228"))).isEqualTo("connections.emc.several");
		assertThat(problem("emc", "_paq.push(['setSiteId', '1']); g.src=u+'matomo.js'"))
			.isEqualTo("connections.emc.matomo");
		assertThat(problem("emc", "1".repeat(65))).isEqualTo("connections.emc.bad");
		assertThat(problem("emc", "x".repeat(5_001))).isEqualTo("connections.long");
	}

	@Example
	void aDomainIsTakenOutOfAnAddressAndOutOfTheSnippetWithItsPage() {
		assertThat(read("tin-nhiem", "ThoaiGiang.AnGiang.gov.vn").badge()).isEqualTo("thoaigiang.angiang.gov.vn");
		assertThat(read("tin-nhiem", "https://thoaigiang.angiang.gov.vn/tin").badge())
			.isEqualTo("thoaigiang.angiang.gov.vn");
		assertThat(read("tin-nhiem", "thoaigiang.angiang.gov.vn/").badge()).isEqualTo("thoaigiang.angiang.gov.vn");
		assertThat(read("tin-nhiem", PAGES + "thoaigiang.angiang.gov.vn").badge())
			.isEqualTo("thoaigiang.angiang.gov.vn");
		ConnectionChoice pasted = read("tin-nhiem", BADGE);
		assertThat(pasted.badge()).isEqualTo("thoaigiang.angiang.gov.vn");
		assertThat(pasted.badgePage())
			.isEqualTo("https://tinnhiemmang.vn/danh-ba-tin-nhiem/thoaigiangangianggovvn-1636097761");
	}

	@Example
	void aPageOfACertificateIsThatOfTheProgrammeAndOfNobodyElse() {
		for (String page : List.of("https://tinnhiemmang.vn.example.com/x", "http://tinnhiemmang.vn/x",
				"javascript:alert(1)", "https://tinnhiemmang.vn/\"><script>", "https://tinnhiemmang.vn", "xem ở đây")) {
			ConnectionForm form = ConnectionForm
				.sent(Map.of("tin-nhiem", "thoaigiang.angiang.gov.vn", "tin-nhiem-trang", page));
			form.read(site(null, null), PAGES);
			assertThat(form.problems()).as(page).containsEntry("tin-nhiem-trang", "connections.badge.page.bad");
		}
		assertThat(problem("tin-nhiem", BADGE.replace("https://tinnhiemmang.vn/danh", "https://lua-dao.example/danh")))
			.isEqualTo("connections.badge.page.bad");
	}

	@Example
	void whatIsNoDomainIsToldAtItsField() {
		for (String wrong : List.of("xã Thoại Giang", "localhost", "-a.vn", "a..vn", "1.2.3.4", "a.vn\"><script>",
				"https://[::1]/", "https://")) {
			assertThat(problem("tin-nhiem", wrong)).as(wrong).isEqualTo("connections.badge.bad");
		}
		assertThat(problem("tin-nhiem", "https://tinnhiemmang.vn/danh-ba-tin-nhiem/x-1"))
			.isEqualTo("connections.badge.theirs");
	}

	@Example
	void aProofIsTakenOutOfItsTagHoweverItIsWritten() {
		String code = "7eYWuScqnr8gb0mN5uTckSd_-abcdefghijklmnopqr";
		assertThat(read("google", code).google()).isEqualTo(code);
		assertThat(read("google", "<meta name=\"google-site-verification\" content=\"" + code + "\" />").google())
			.isEqualTo(code);
		assertThat(read("google", "<META content='" + code + "' name='Google-Site-Verification'>").google())
			.isEqualTo(code);
		assertThat(read("google", "<meta name=“google-site-verification” content=“" + code + "”>").google())
			.isEqualTo(code);
		assertThat(read("bing", "<meta name=\"msvalidate.01\" content=\"0123456789ABCDEF0123456789ABCDEF\" />").bing())
			.isEqualTo("0123456789ABCDEF0123456789ABCDEF");
		assertThat(read("zalo",
				"<meta name=\"zalo-platform-site-verification\" content=\"R8wl0B7-UWD4xFaQXvvoBaEqn0wlnH5MDZ8\" />")
			.zalo()).isEqualTo("R8wl0B7-UWD4xFaQXvvoBaEqn0wlnH5MDZ8");
	}

	@Example
	void aProofInTheWrongFieldIsToldWhereItBelongs() {
		assertThat(problem("google", "<meta name=\"msvalidate.01\" content=\"0123456789ABCDEF0123456789ABCDEF\">"))
			.isEqualTo("connections.proof.of.BING");
		assertThat(problem("zalo", "<meta name=\"facebook-domain-verification\" content=\"abc\">"))
			.isEqualTo("connections.proof.unknown");
		assertThat(problem("google", "<script>alert(1)</script>")).isEqualTo("connections.proof.noTag");
		assertThat(problem("google", "google1234567890abcdef.html")).isEqualTo("connections.proof.otherWay");
		assertThat(problem("google", "google-site-verification=abcdefghijklmnopqrstuvwxyz"))
			.isEqualTo("connections.proof.otherWay");
		assertThat(problem("google", "ngắn")).isEqualTo("connections.proof.bad.GOOGLE");
		assertThat(problem("bing", "0123456789ABCDEF")).isEqualTo("connections.proof.bad.BING");
		assertThat(problem("zalo", "a b")).isEqualTo("connections.proof.bad.ZALO");
	}

	@Example
	void whatIsAsConfiguredFollowsTheConfigurationAndAnEmptyFieldDoesNot() {
		Site configured = site("227", "thoaigiang.angiang.gov.vn");
		ConnectionForm usual = ConnectionForm.of(configured, ConnectionChoice.USUAL);
		assertThat(usual.field("emc")).isEqualTo("227");
		assertThat(usual.field("tin-nhiem")).isEqualTo("thoaigiang.angiang.gov.vn");
		assertThat(usual.field("bing")).isEqualTo(BING);
		assertThat(usual.read(configured, PAGES)).isEqualTo(ConnectionChoice.USUAL);
		ConnectionChoice none = ConnectionForm.sent(Map.of("emc", "", "tin-nhiem", " ")).read(configured, PAGES);
		assertThat(none.emc()).isEmpty();
		assertThat(none.badge()).isEmpty();
		assertThat(none.bing()).isEmpty();
		assertThat(ConnectionForm.of(configured, none).field("emc")).isEmpty();
		assertThat(read("emc", "").emc()).as("nothing configured, nothing chosen").isNull();
	}

	@Property
	void whateverIsTypedNothingIsKeptThatCouldLeaveItsAttribute(
			@ForAll @StringLength(max = 120) @CharRange(from = ' ', to = '~') String typed) {
		for (String field : List.of("emc", "tin-nhiem", "tin-nhiem-trang", "google", "bing", "zalo")) {
			Map<String, String> fields = new HashMap<>(Map.of("tin-nhiem", "xa.angiang.gov.vn"));
			fields.put(field, typed);
			ConnectionForm form = ConnectionForm.sent(fields);
			ConnectionChoice choice = form.read(site(null, null), PAGES);
			assertThat(choice.toString()).doesNotContainPattern("[\"'<>;]");
		}
	}

	private static ConnectionChoice read(String field, String typed) {
		ConnectionForm form = ConnectionForm.sent(Map.of(field, typed));
		ConnectionChoice choice = form.read(site(null, null), PAGES);
		assertThat(form.problems()).as(typed).isEmpty();
		return choice;
	}

	private static @Nullable String problem(String field, String typed) {
		ConnectionForm form = ConnectionForm.sent(Map.of(field, typed));
		form.read(site(null, null), PAGES);
		return form.problems().get(field);
	}

	private static Site site(@Nullable String emc, @Nullable String badge) {
		Area area = new Area(1, new Province(1, "an-giang", "tỉnh", "An Giang"), "thoai-son", "huyện", "Thoại Sơn");
		return new Site(new SiteId(1), "thoai-giang", "1", "xã", "Thoại Giang", area, "base", List.of(),
				new Site.Integrations(null, emc, badge, null, (emc != null) ? BING : null, null), false);
	}

}
