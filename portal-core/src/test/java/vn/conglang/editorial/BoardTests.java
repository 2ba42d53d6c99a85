package vn.conglang.editorial;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class BoardTests {

	private static final Pattern LINK = Pattern.compile("/loi-moi/[0-9]+-[A-Za-z0-9_-]{32}");

	@Autowired
	private TestPortal portal;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	@Autowired
	private Invitations invitations;

	@Test
	void anInvitedPersonChoosesThePasswordAndWorksAtOnceButTheLinkWorksOnce() {
		TestPortal.Desk chief = chief("dinh-my");
		String link = invite(chief, "dinh-my", "Lê Thị Hoa", "EDITOR");
		TestPortal.Desk invited = this.portal.login("nobody");
		String name = "hoa." + UUID.randomUUID().toString().substring(0, 8);
		assertThat(invited.get(link).body()).contains("Xã Định Mỹ")
			.contains("Biên tập viên")
			.contains("value=\"Lê Thị Hoa\"");
		assertThat(invited.post(link, Map.of("username", name, "displayName", "Lê Thị Hoa", "password", "ngan")).body())
			.contains("từ 10 đến 200 ký tự")
			.contains("value=\"" + name);
		assertThat(invited
			.follow(invited.post(link,
					Map.of("username", name, "displayName", "Lê Thị Hoa", "password", TestPortal.PASSWORD)))
			.body()).contains("Đã mở tài khoản");
		assertThat(this.portal.login(name).get("/bien-tap/dinh-my").statusCode()).isEqualTo(200);
		assertThat(invited.get(link).statusCode()).isEqualTo(404);
		assertThat(invited
			.post(link, Map.of("username", name + "2", "displayName", "Ai đó", "password", TestPortal.PASSWORD))
			.statusCode()).isEqualTo(404);
		assertThat(chief.get("/bien-tap/dinh-my/ban-bien-tap").body()).contains("Lê Thị Hoa nhận lời mời");
	}

	@Test
	void somebodyWithAnAccountTakesTheInvitationWithItAndKeepsTheOtherSites() {
		TestPortal.Desk chief = chief("dinh-my");
		TestPortal.Desk mai = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("vong-dong"));
		String link = invite(chief, "dinh-my", "Mai", "CONTRIBUTOR");
		assertThat(mai.get(link).body()).contains("Nhận lời mời với tài khoản");
		assertThat(mai.follow(mai.post(link, Map.of())).body()).contains("Bạn đã vào Ban biên tập Xã Định Mỹ");
		User user = this.portal.user(mai.username());
		assertThat(user.roleIn(this.portal.site("dinh-my"))).contains(Role.CONTRIBUTOR);
		assertThat(user.roleIn(this.portal.site("vong-dong"))).contains(Role.CHIEF_EDITOR);
	}

	@Test
	void aLinkThatWasRenewedOrTakenBackIsOfNoUse() {
		TestPortal.Desk chief = chief("dinh-my");
		String link = invite(chief, "dinh-my", "Đổi ý", "EDITOR");
		long id = CurrentSite.call(this.portal.site("dinh-my").id(), () -> this.invitations.open().getFirst().id());
		String newer = link(
				chief.follow(chief.post("/bien-tap/dinh-my/ban-bien-tap/loi-moi/" + id + "/lam-lai", Map.of())).body());
		TestPortal.Desk nobody = this.portal.login("nobody");
		assertThat(nobody.get(link).statusCode()).isEqualTo(404);
		assertThat(nobody.get(newer).statusCode()).isEqualTo(200);
		chief.post("/bien-tap/dinh-my/ban-bien-tap/loi-moi/" + id + "/thoi", Map.of());
		assertThat(nobody.get(newer).statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsMissingInAnInvitationIsToldAndNothingTypedIsLost() {
		TestPortal.Desk chief = chief("dinh-my");
		assertThat(chief
			.post("/bien-tap/dinh-my/ban-bien-tap/moi",
					Map.of("name", "Lê Văn Tám", "email", "khong-phai", "role", "OPERATOR"))
			.body()).contains("thư điện tử chưa đúng")
			.contains("Xin chọn một vai trò của Ban biên tập")
			.contains("value=\"Lê Văn Tám\"");
	}

	@Test
	void whoIsSuspendedSeesNothingOfTheSiteAtOnceAndEverythingElse() {
		Site site = this.portal.site("vong-dong");
		TestPortal.Desk chief = chief("vong-dong");
		TestPortal.Desk lan = this.portal.login(Role.EDITOR, site);
		this.users.grant(lan.username(), new User.Grant(Role.EDITOR, this.portal.site("dinh-my").id().value()));
		String lanAt = "/bien-tap/vong-dong/ban-bien-tap/" + this.portal.user(lan.username()).id();
		assertThat(lan.get("/bien-tap/vong-dong").statusCode()).isEqualTo(200);
		assertThat(chief.follow(chief.post(lanAt + "/tam-dung", Map.of("mo", "false"))).body()).contains("Đã tạm dừng");
		assertThat(lan.get("/bien-tap/vong-dong").statusCode()).isEqualTo(404);
		assertThat(lan.get("/bien-tap/dinh-my").statusCode()).isEqualTo(200);
		chief.post(lanAt + "/tam-dung", Map.of("mo", "true"));
		assertThat(lan.get("/bien-tap/vong-dong").statusCode()).isEqualTo(200);
		chief.post(lanAt + "/vai-tro", Map.of("role", "DEPUTY_EDITOR"));
		assertThat(this.portal.user(lan.username()).roleIn(site)).contains(Role.DEPUTY_EDITOR);
		chief.post(lanAt + "/bo", Map.of());
		assertThat(lan.get("/bien-tap/vong-dong").statusCode()).isEqualTo(404);
		assertThat(this.portal.user(lan.username()).roleIn(this.portal.site("dinh-my"))).contains(Role.EDITOR);
		assertThat(chief.get("/bien-tap/vong-dong/ban-bien-tap").body())
			.contains("ra khỏi Ban biên tập, trước đó là Phó")
			.contains("vai trò Phó Trưởng Ban biên tập, trước đó là Biên tập viên");
	}

	@Test
	void neitherOneselfNorTheLastChiefCanBeRemoved() {
		Site site = this.portal.site("vong-the");
		TestPortal.Desk chief = chief("vong-the");
		String own = "/bien-tap/vong-the/ban-bien-tap/" + this.portal.user(chief.username()).id();
		for (String act : new String[] { "/bo", "/tam-dung", "/vai-tro" }) {
			assertThat(chief.follow(chief.post(own + act, Map.of("role", "EDITOR"))).body())
				.contains("Không thể tự đổi vai trò");
		}
		TestPortal.Desk province = this.portal.login("admin");
		for (String act : new String[] { "/bo", "/tam-dung", "/vai-tro" }) {
			assertThat(province.follow(province.post(own + act, Map.of("role", "EDITOR"))).body())
				.contains("Trưởng Ban biên tập duy nhất");
		}
		TestPortal.Desk second = chief("vong-the");
		assertThat(second.follow(second.post(own + "/bo", Map.of())).body()).contains("Đã đưa");
		assertThat(this.portal.user(chief.username()).roleIn(site)).isEmpty();
	}

	@Test
	void aChiefReachesNeitherOtherSitesNorRolesAboveNorAccountsThatAreNoMembers() {
		TestPortal.Desk chief = chief("vong-the");
		long admin = this.portal.user("admin").id();
		long other = this.portal.user(this.portal.login(Role.EDITOR, this.portal.site("dinh-my")).username()).id();
		for (long stranger : new long[] { admin, other }) {
			for (String act : new String[] { "/bo", "/tam-dung", "/vai-tro" }) {
				assertThat(
						chief.post("/bien-tap/vong-the/ban-bien-tap/" + stranger + act, Map.of("role", "CONTRIBUTOR"))
							.statusCode())
					.as(stranger + act)
					.isEqualTo(404);
			}
		}
		TestPortal.Desk lan = this.portal.login(Role.EDITOR, this.portal.site("vong-the"));
		String lanAt = "/bien-tap/vong-the/ban-bien-tap/" + this.portal.user(lan.username()).id();
		assertThat(chief.follow(chief.post(lanAt + "/vai-tro", Map.of("role", "PROVINCE_ADMIN"))).body())
			.contains("Xin chọn một vai trò của Ban biên tập");
		assertThat(lan.post(lanAt + "/vai-tro", Map.of("role", "CHIEF_EDITOR")).statusCode()).isEqualTo(403);
		assertThat(lan.post("/bien-tap/vong-the/ban-bien-tap/moi", Map.of("name", "X", "role", "EDITOR")).statusCode())
			.isEqualTo(403);
		assertThat(lan.get("/bien-tap/vong-the/ban-bien-tap").body()).doesNotContain("Mời thêm người");
	}

	@Test
	void citizensSeeOfTheBoardWhatItsChiefLetsThemSee() {
		TestPortal.Desk chief = chief("tay-phu");
		String host = "tay-phu.localhost";
		long id = this.portal.user(chief.username()).id();
		assertThat(this.portal.get(host, "/ban-bien-tap").statusCode()).isEqualTo(404);
		Map<String, String> form = new HashMap<>(Map.of("number", "45/QĐ-UBND", "date", "2026-03-02", "issuer",
				"UBND xã Tây Phú", "phone", "0296 3 123 456", "email", "", "title-" + id, "Chủ tịch UBND", "duty-" + id,
				"Phụ trách chung"));
		String facts = "/bien-tap/tay-phu/ban-bien-tap/quyet-dinh";
		assertThat(chief.follow(chief.post(facts, form)).body()).contains("đang ẩn").contains("value=\"45/QĐ-UBND\"");
		assertThat(this.portal.get(host, "/").body()).doesNotContain("/ban-bien-tap");
		form.put("shown", "true");
		chief.post(facts, form);
		String page = this.portal.get(host, "/ban-bien-tap").body();
		assertThat(page).contains("45/QĐ-UBND").contains("02/03/2026").doesNotContain("Phụ trách chung");
		assertThat(this.portal.get(host, "/").body()).contains("href=\"/ban-bien-tap\"");
		assertThat(this.portal.get(host, "/sitemap.xml").body()).contains("/ban-bien-tap");
		form.put("namesShown", "true");
		chief.post(facts, form);
		assertThat(this.portal.get(host, "/ban-bien-tap").body()).contains("Phụ trách chung")
			.contains("Người " + chief.username());
		chief.post("/toi", Map.of("displayName", "Lâm Văn Mới", "email", "", "mail", "NEVER"));
		assertThat(this.portal.get(host, "/ban-bien-tap").body()).contains("Lâm Văn Mới");
		form.put("date", "hôm qua");
		assertThat(chief.post(facts, form).body()).contains("Ngày chưa đúng").contains("value=\"hôm qua\"");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("tay-phu"));
		assertThat(editor.post(facts, form).statusCode()).isEqualTo(403);
		// who leaves the board is not shown a moment longer
		TestPortal.Desk second = chief("tay-phu");
		second.post("/bien-tap/tay-phu/ban-bien-tap/" + id + "/tam-dung", Map.of("mo", "false"));
		assertThat(this.portal.get(host, "/ban-bien-tap").body()).doesNotContain("Phụ trách chung");
	}

	@Test
	void theFirstStepsAreTickedOffAsTheyAreDoneAndCanBePutAway() {
		TestPortal.Desk lan = this.portal.login(Role.EDITOR, this.portal.site("phu-thuan"));
		assertThat(lan.get("/bien-tap/phu-thuan").body()).contains("Những bước đầu tiên");
		lan.post("/toi", Map.of("displayName", "Lan", "email", "lan@angiang.gov.vn", "mail", "NEVER"));
		lan.post("/bien-tap/phu-thuan/bai/moi?loai=article", Map.of("title", "Bản nháp", "viec", "luu"));
		String page = lan.get("/bien-tap/phu-thuan").body();
		assertThat(Pattern.compile("step-done").matcher(page).results()).hasSize(2);
		lan.post("/buoc-dau/an", Map.of());
		assertThat(lan.get("/bien-tap/phu-thuan").body()).doesNotContain("Những bước đầu tiên");
		assertThat(this.portal.login(Role.AREA_MONITOR, this.sites.area("thoai-son").orElseThrow().id())
			.get("/bien-tap/phu-thuan")
			.body()).doesNotContain("Những bước đầu tiên");
	}

	private TestPortal.Desk chief(String slug) {
		return this.portal.login(Role.CHIEF_EDITOR, this.portal.site(slug));
	}

	private static String invite(TestPortal.Desk chief, String slug, String name, String role) {
		return link(chief
			.follow(chief.post("/bien-tap/" + slug + "/ban-bien-tap/moi",
					Map.of("name", name, "email", "", "role", role)))
			.body());
	}

	private static String link(String page) {
		Matcher link = LINK.matcher(page);
		assertThat(link.find()).as(page).isTrue();
		return link.group();
	}

}
