package vn.conglang.identity;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LoginTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	@Test
	void theFirstAccountIsThereWithTheConfiguredPassword() {
		assertThat(this.portal.login("admin").get("/chon-trang").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/chon-trang", "/bien-tap/ba-chuc", "/bien-tap/ba-chuc/bai/moi", "/san-luong",
			"/san-luong.csv", "/tai-khoan", "/khong-co" })
	void withoutALoginEveryPageLeadsToIt(String path) {
		HttpResponse<String> answer = this.portal.get("quan-tri.localhost", path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/dang-nhap");
	}

	@Test
	void afterTheLoginComesWhatWaits() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("vinh-te"));
		assertThat(desk.get("/").headers().firstValue("Location").orElse("")).endsWith("/viec");
		assertThat(desk.get("/viec").body()).contains("Không có việc nào chờ bạn").contains("/bien-tap/vinh-te");
	}

	@Test
	void anOfficerForWhomNothingWaitsIsLedToTheSitesInNeed() {
		TestPortal.Desk desk = this.portal.login(Role.AREA_MONITOR, this.sites.area("tri-ton").orElseThrow().id());
		assertThat(desk.get("/viec").body()).contains("Trang nào đang cần giúp")
			.contains("class=\"button\" href=\"/theo-doi\"")
			.contains("class=\"button\" href=\"/nhac-viec\"");
	}

	@Test
	void aWrongPasswordIsRefusedAndAfterFiveEvenTheRightOneHasToWait() {
		String name = this.portal.login(Role.EDITOR, this.portal.site("vinh-te")).username();
		TestPortal.Desk stranger = this.portal.login("khong-ai-ca");
		for (int i = 0; i < LoginThrottle.TRIES_PER_ACCOUNT_AND_ADDRESS; i++) {
			assertThat(location(stranger.post("/dang-nhap", Map.of("username", name, "password", "sai" + i))))
				.endsWith("?loi");
		}
		assertThat(location(stranger.post("/dang-nhap", Map.of("username", name, "password", TestPortal.PASSWORD))))
			.endsWith("?cho");
		assertThat(stranger.get("/dang-nhap?cho").body()).contains("15 phút");
	}

	@Test
	void aLoginWithoutTheFormsTokenIsRefused() {
		HttpResponse<String> answer = this.portal.send("POST", "quan-tri.localhost", "/dang-nhap",
				"username=admin&password=x");
		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void aRoleThatIsTakenAwayIsGoneAtOnce() {
		Site site = this.portal.site("vinh-chau");
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, site);
		assertThat(desk.get("/bien-tap/vinh-chau").statusCode()).isEqualTo(200);
		this.users.revoke(desk.username(), new User.Grant(Role.EDITOR, site.id().value()));
		assertThat(desk.get("/bien-tap/vinh-chau").statusCode()).isEqualTo(404);
	}

	@Test
	void aSuspendedAccountIsOutAtOnce() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("vinh-chau"));
		this.users.enable(desk.username(), false);
		assertThat(desk.get("/bien-tap/vinh-chau").statusCode()).isNotEqualTo(200);
		assertThat(desk.get("/chon-trang").statusCode()).isNotEqualTo(200);
	}

	@Test
	void theProvinceOpensAccountsOnScreenAndOthersSeeNothingOfIt() {
		TestPortal.Desk admin = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		String done = admin.follow(admin.post("/tai-khoan/moi", Map.of("username", "Mai.Le", "displayName",
				"Lê Thị Mai", "password", "mot-mat-khau-dai", "role", "EDITOR", "scope", "site ba-chuc")))
			.body();
		assertThat(done).contains("mai.le").contains("Lê Thị Mai").contains("Biên tập viên");
		assertThat(this.users.find("mai.le").orElseThrow().sites(this.sites)).extracting(Site::slug)
			.containsExactly("ba-chuc");
		TestPortal.Desk editor = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("ba-chuc"));
		assertThat(editor.get("/tai-khoan").statusCode()).isEqualTo(404);
		assertThat(editor
			.post("/tai-khoan/moi", Map.of("username", "la", "displayName", "L", "password", "0123456789", "role",
					"OPERATOR", "scope", "province"))
			.statusCode()).isEqualTo(404);
	}

	@Test
	void aRefusedAccountFormComesBackFilled() {
		TestPortal.Desk admin = this.portal.login(Role.OPERATOR, this.sites.province().id());
		HttpResponse<String> answer = admin.post("/tai-khoan/moi", Map.of("username", "x y", "displayName", "Tên <b>",
				"password", "0123456789", "role", "EDITOR", "scope", "site ba-chuc"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("value=\"x y\"").contains("Tên &lt;b&gt;").contains("Tên đăng nhập gồm");
		assertThat(admin
			.post("/tai-khoan/moi", Map.of("username", "hop-le", "displayName", "Tên", "password", "0123456789", "role",
					"AREA_MONITOR", "scope", "site ba-chuc"))
			.body()).contains("chưa khớp");
	}

	@Test
	void passwordsAreKeptAsArgon2AndCookiesAreForTheBrowserOnly() {
		TestPortal.Desk desk = this.portal.login("admin");
		HttpResponse<String> login = desk.post("/dang-nhap",
				Map.of("username", "admin", "password", TestPortal.PASSWORD));
		assertThat(login.headers().firstValue("Set-Cookie").orElse("")).contains("phien=", "HttpOnly", "SameSite=Lax");
	}

	@Test
	void whoeverTriesPasswordsOutHasMuchToDo() {
		PasswordEncoder passwords = new SecurityConfiguration().passwordEncoder();
		String kept = passwords.encode("mat-khau");
		assertThat(kept).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
		assertThat(passwords.matches("mat-khau", kept)).isTrue();
		assertThat(passwords.matches("mat-khau-khac", kept)).isFalse();
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("");
	}

}
