package vn.conglang.identity;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class MeTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Users users;

	@Test
	void somebodyTellsTheirNameTheirAddressAndHowToBeWrittenTo() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("le-chanh"));
		assertThat(desk
			.follow(desk.post("/toi",
					Map.of("displayName", "Trần Thị Mai", "email", "mai@angiang.gov.vn", "mail", "DIGEST")))
			.body()).contains("Đã lưu thông tin").contains("value=\"mai@angiang.gov.vn\"");
		User me = this.portal.user(desk.username());
		assertThat(me.displayName()).isEqualTo("Trần Thị Mai");
		assertThat(me.email()).isEqualTo("mai@angiang.gov.vn");
		assertThat(me.mail()).isEqualTo(MailChoice.DIGEST);
		assertThat(this.users.byId(me.id())).contains(me);
	}

	@Test
	void anAddressThatNobodyCouldWriteToIsRefusedWithWhatWasTyped() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("le-chanh"));
		for (String wrong : Set.of("mai", "mai@xa", "mai@@angiang.gov.vn", "mai @angiang.gov.vn",
				"a@b.c\nBcc: x@y.vn")) {
			assertThat(desk.post("/toi", Map.of("displayName", "Mai", "email", wrong, "mail", "NEVER")).body())
				.as(wrong)
				.contains("thư điện tử chưa đúng")
				.contains("value=\"" + wrong.substring(0, 3));
		}
		assertThat(this.portal.user(desk.username()).email()).isNull();
	}

	@Test
	void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("le-chanh"));
		TestPortal.Desk elsewhere = this.portal.login(desk.username());
		assertThat(elsewhere.get("/toi").statusCode()).isEqualTo(200);
		assertThat(desk.post("/toi/mat-khau", Map.of("oldPassword", "doan-mo", "password", "mat-khau-moi-1")).body())
			.contains("Mật khẩu đang dùng chưa đúng");
		assertThat(desk.post("/toi/mat-khau", Map.of("oldPassword", TestPortal.PASSWORD, "password", "ngan")).body())
			.contains("từ 10 đến 200 ký tự");
		assertThat(desk
			.follow(desk.post("/toi/mat-khau",
					Map.of("oldPassword", TestPortal.PASSWORD, "password", "mat-khau-moi-1")))
			.body()).contains("Đã đổi mật khẩu");
		assertThat(elsewhere.get("/toi").statusCode()).isEqualTo(302);
		assertThat(this.portal.login(desk.username()).get("/toi").statusCode()).as("the old one").isEqualTo(302);
	}

	@Test
	void thePeopleOfASiteAreThoseWithARoleOverIt() {
		Site site = this.portal.site("le-chanh");
		User chief = this.portal.user(this.portal.login(Role.CHIEF_EDITOR, site).username());
		User monitor = this.portal.user(this.portal.login(Role.AREA_MONITOR, site.area().id()).username());
		this.portal.login(Role.EDITOR, this.portal.site("le-tri"));
		assertThat(this.users.holders(Set.of(Role.CHIEF_EDITOR), site)).containsExactly(chief);
		assertThat(this.users.monitors(site.area())).contains(monitor).doesNotContain(chief);
		this.users.enable(chief.username(), false);
		assertThat(this.users.holders(Set.of(Role.CHIEF_EDITOR), site)).isEmpty();
	}

}
