package vn.conglang.care;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.editorial.WorkingTime;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.volume.Period;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Reminding, escalating, keeping contacts, and who may see what of it. */
@PortalTest
class CareTests {

	private static final LocalDate TODAY = LocalDate.now(VietnameseText.ZONE);

	private static final String NEWS = "im-lang/tin-tuc";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Escalation escalation;

	@Autowired
	private Reminding reminding;

	@Autowired
	private Reminders reminders;

	@Autowired
	private WeekLetters letters;

	@Autowired
	private MonthHighlights highlights;

	@Autowired
	private WorkingTime workingTime;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	@Test
	void theRulesTellEditorsThenTheirLeadersThenTheDistrictAndNobodyTwice() {
		Site site = this.portal.site("vinh-hoi-dong");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		TestPortal.Desk district = monitor("an-phu");
		publish(site, TODAY.minusDays(8));
		assertThat(steps(site)).isEmpty();
		at(1, () -> {
			carryOut(site);
			assertThat(steps(site)).as("the second look tells nobody again").containsExactly("0 EDITORS");
		});
		assertThat(editor.get("/thong-bao").body()).contains("Cổng Làng nhắc");
		assertThat(chief.get("/thong-bao").body()).doesNotContain("Cổng Làng nhắc");
		at(5, () -> {
			carryOut(site);
			assertThat(steps(site)).hasSize(1);
		});
		at(7, () -> carryOut(site));
		assertThat(chief.get("/thong-bao").body()).contains("Cổng Làng nhắc");
		assertThat(district.get("/thong-bao").body()).doesNotContain("Vĩnh Hội Đông");
		at(21, () -> {
			carryOut(site);
			assertThat(steps(site)).hasSize(3).last().isEqualTo("2 AREA");
			assertThat(district.get("/thong-bao").body()).contains("xã Vĩnh Hội Đông còn");
			assertThat(district.get("/nhac-viec").body()).contains("Cần huyện, tỉnh giúp");
		});
	}

	@Test
	void aSiteThatMendedThingsIsNotEscalatedAndBeginsAnewWhenItFallsSilentAgain() {
		Site site = this.portal.site("vinh-khanh");
		this.portal.login(Role.EDITOR, site);
		this.portal.login(Role.CHIEF_EDITOR, site);
		publish(site, TODAY.minusDays(12));
		carryOut(site);
		assertThat(steps(site)).containsExactly("0 EDITORS");
		publish(site, TODAY);
		at(7, () -> {
			carryOut(site);
			assertThat(steps(site)).as("it published").hasSize(1);
		});
		at(12, () -> {
			carryOut(site);
			assertThat(steps(site)).as("silent again").hasSize(2).last().asString().startsWith("0 ");
		});
	}

	@Test
	void rulesAreCarriedOutInWorkingHoursOnlyAndOnceOverSeveralNodes() {
		Site site = this.portal.site("vinh-chanh");
		this.portal.login(Role.EDITOR, site);
		publish(site, TODAY.minusDays(12));
		Instant sunday = TODAY.with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
			.atTime(9, 0)
			.atZone(VietnameseText.ZONE)
			.toInstant();
		assertThat(runner(sunday).look(List.of(site))).isZero();
		assertThat(steps(site)).isEmpty();
		Reminder.Item item = new Reminder.Item(NEWS, "Tin tức: lâu chưa có tin.", "/", TODAY,
				new Reminder.Step("im-lang", 0));
		Addressing.Addressees editors = this.reminding.addressing(List.of(site)).of(site, Whom.EDITORS).orElseThrow();
		assertThat(this.reminding.byRule(site, Whom.EDITORS, editors, List.of(item), 0, "" + UUID.randomUUID()))
			.isTrue();
		assertThat(this.reminding.byRule(site, Whom.EDITORS, editors, List.of(item), 0, "" + UUID.randomUUID()))
			.as("the other node decided before it knew")
			.isFalse();
		assertThat(steps(site)).hasSize(1);
	}

	@Test
	void anOfficerRemindsTheBoardSeesItAndSaysSoAndTheOfficerSeesWhatCameOfIt() {
		Site site = this.portal.site("can-dang");
		TestPortal.Desk district = monitor("chau-thanh");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		publish(site, TODAY.minusDays(20));
		Document file = Jsoup.parse(district.get("/don-vi/can-dang").body());
		assertThat(file.select("input[name=viec]").eachAttr("value")).contains(NEWS);
		assertThat(file.select("input[name=viec]:not([checked])")).as("all are preselected").isEmpty();
		Map<String, String> form = Map.of("viec", NEWS, "loi", "<script>alert(1)</script> Cần ảnh thì gọi", "ma",
				file.select("input[name=ma]").attr("value"));
		assertThat(district.follow(district.post("/don-vi/can-dang/nhac", form)).body())
			.contains("Đã nhắc Ban biên tập");
		district.post("/don-vi/can-dang/nhac", form);
		assertThat(this.reminders.of(List.of(site), Instant.EPOCH)).as("a second press").hasSize(1);
		assertThat(editor.get("/viec").body()).contains("nhắc việc").contains("20 ngày chưa có tin mới");
		assertThat(editor.get("/thong-bao").body()).contains("huyện Châu Thành nhắc");
		String page = editor.get("/bien-tap/can-dang/nhac-viec").body();
		assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert").contains("Chưa xong");
		assertThat(page + file.html()).as("every message is there").doesNotContain("??");
		String last = Jsoup.parse(page).select("input[name=den]").attr("value");
		editor.post("/bien-tap/can-dang/nhac-viec/da-biet", Map.of("den", last));
		assertThat(editor.get("/viec").body()).doesNotContain("20 ngày chưa có tin mới");
		assertThat(district.get("/don-vi/can-dang").body()).contains("Đã biết: ")
			.doesNotContain("<script>alert")
			.contains("Chưa xong");
		publish(site, TODAY);
		assertThat(Jsoup.parse(district.get("/don-vi/can-dang").body()).select(".reminder .done").text())
			.contains("Đã xong")
			.contains("20 ngày chưa có tin mới");
	}

	@Test
	void aReminderIsBeforeTheBoardUntilNothingOfItIsLeft() {
		Site site = this.portal.site("vinh-an");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		publish(site, TODAY.minusDays(16));
		monitor("chau-thanh").post("/don-vi/vinh-an/nhac", Map.of("viec", NEWS));
		assertThat(editor.get("/viec").body()).contains("nhắc việc");
		publish(site, TODAY);
		assertThat(editor.get("/viec").body()).doesNotContain("nhắc việc");
	}

	@Test
	void onlyWhoWatchesASiteSeesItsFileAndActsOnIt() {
		TestPortal.Desk stranger = monitor("tri-ton");
		TestPortal.Desk board = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("can-dang"));
		for (TestPortal.Desk desk : List.of(stranger, board)) {
			assertThat(desk.get("/don-vi/can-dang").statusCode()).isEqualTo(404);
			assertThat(desk.post("/don-vi/can-dang/nhac", Map.of("viec", NEWS)).statusCode()).isEqualTo(404);
			assertThat(desk.post("/don-vi/can-dang/lien-he", Map.of("noi-dung", "x")).statusCode()).isEqualTo(404);
			assertThat(desk.post("/don-vi/can-dang/chia-se/1", Map.of()).statusCode()).isEqualTo(404);
			assertThat(desk.get("/nhac-viec/nhac?site=can-dang").statusCode()).isEqualTo(404);
			assertThat(desk.post("/nhac-viec/nhac", Map.of("site", "can-dang")).statusCode()).isEqualTo(404);
			assertThat(desk.post("/nhac-viec/chia-se", Map.of("site", "can-dang")).statusCode()).isEqualTo(404);
		}
		assertThat(board.get("/nhac-viec").statusCode()).isEqualTo(404);
		assertThat(stranger.get("/nhac-viec").statusCode()).isEqualTo(200);
		assertThat(stranger.get("/nhac-viec?huyen=chau-thanh").statusCode()).isEqualTo(404);
		assertThat(stranger.get("/don-vi/khong-co").statusCode()).isEqualTo(404);
		assertThat(this.portal.login("admin").get("/don-vi/can-dang").statusCode()).isEqualTo(200);
		assertThat(stranger.post("/bien-tap/can-dang/nhac-viec/da-biet", Map.of("den", "9")).statusCode())
			.isEqualTo(404);
		assertThat(monitor("chau-thanh").post("/bien-tap/can-dang/nhac-viec/da-biet", Map.of("den", "9")).statusCode())
			.as("it is the board's to say")
			.isEqualTo(403);
	}

	@Test
	void manySitesAreRemindedAfterAQuestionAndOnceEach() {
		Site one = this.portal.site("phu-loc");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, one);
		publish(one, TODAY.minusDays(30));
		TestPortal.Desk district = monitor("tan-chau");
		assertThat(Jsoup.parse(district.get("/nhac-viec").body()).select("#nhac-phu-loc")).hasSize(1);
		Document question = Jsoup.parse(district.get("/nhac-viec/nhac?site=phu-loc&site=phu-vinh").body());
		assertThat(question.text()).contains("1 trang", "Người " + editor.username(), "30 ngày chưa có tin mới");
		assertThat(question.html() + district.get("/nhac-viec").body()).as("every message is there")
			.doesNotContain("??");
		assertThat(question.select("section[aria-labelledby=khong-den]").text()).as("nobody there")
			.contains("Phú Vĩnh");
		assertThat(this.reminders.of(List.of(one), Instant.EPOCH)).as("asked only").isEmpty();
		Map<String, String> form = Map.of("site", "phu-loc", "ma",
				question.select("main input[name=ma]").attr("value"));
		assertThat(district.follow(district.post("/nhac-viec/nhac", form)).body()).contains("Đã nhắc 1 trang");
		district.post("/nhac-viec/nhac", form);
		assertThat(this.reminders.of(List.of(one), Instant.EPOCH)).hasSize(1);
		Document after = Jsoup.parse(district.get("/nhac-viec").body());
		assertThat(after.select("#nhac-phu-loc")).as("not again at once").isEmpty();
		assertThat(after.select("section[aria-labelledby=dang-cho]").text()).contains("Phú Lộc");
		at(4, () -> assertThat(Jsoup.parse(district.get("/nhac-viec").body()).select("#nhac-phu-loc")).hasSize(1));
	}

	@Test
	void contactsAreKeptCorrectedByFurtherRowsAndLeadBackOnTheDayAgreed() {
		Site site = this.portal.site("phu-lam");
		TestPortal.Desk district = monitor("phu-tan");
		HttpResponse<String> refused = district.post("/don-vi/phu-lam/lien-he",
				Map.of("ngay", "" + TODAY.plusDays(1), "cach", "PHONE", "noi-dung", "", "voi", "Anh <b>Tư</b>"));
		assertThat(refused.body()).contains("Ngày này chưa đến", "Xin ghi đã trao đổi điều gì", "Anh &lt;b&gt;Tư");
		assertThat(
				district
					.post("/don-vi/phu-lam/lien-he",
							Map.of("ngay", "" + TODAY, "cach", "PHONE", "noi-dung", "x", "hen",
									"" + TODAY.minusDays(1)))
					.body())
			.contains("Ngày hẹn phải sau ngày liên hệ");
		Map<String, String> form = Map.of("ngay", "" + TODAY, "cach", "VISIT", "voi", "Chị Lan", "noi-dung",
				"Hướng dẫn <i>đăng tin</i>", "thong-nhat", "Mỗi tuần hai tin", "hen", "" + TODAY.plusDays(10), "ma",
				"" + UUID.randomUUID());
		assertThat(district.follow(district.post("/don-vi/phu-lam/lien-he", form)).body())
			.contains("Đã ghi lần liên hệ", "&lt;i&gt;đăng tin", "đến nơi");
		Document file = Jsoup.parse(district.follow(district.post("/don-vi/phu-lam/lien-he", form)).body());
		assertThat(file.select(".contacts > li")).as("sent twice").hasSize(1);
		assertThat(district.get("/nhac-viec").body()).doesNotContain("Mỗi tuần hai tin");
		at(10, () -> assertThat(
				Jsoup.parse(district.get("/nhac-viec").body()).select("section[aria-labelledby=hen]").text())
			.contains("Phú Lâm", "Mỗi tuần hai tin", "đến hẹn"));
		String correct = file.select(".contacts a").attr("href").replace("#lien-he", "");
		String id = correct.substring(correct.indexOf('=') + 1);
		assertThat(district.get(correct).body()).contains("Đính chính lần liên hệ", "Mỗi tuần hai tin");
		district.post("/don-vi/phu-lam/lien-he", Map.of("ngay", "" + TODAY, "cach", "VISIT", "noi-dung",
				"Đã đính chính", "sua", id, "ma", "" + UUID.randomUUID()));
		Document corrected = Jsoup.parse(district.get("/don-vi/phu-lam").body());
		assertThat(corrected.select(".contacts > li")).as("the first stays").hasSize(2);
		assertThat(corrected.select(".contacts > .corrected").text()).contains("Mỗi tuần hai tin");
		at(10, () -> assertThat(district.get("/nhac-viec").body()).as("what was corrected does not hold")
			.doesNotContain("Mỗi tuần hai tin"));
		assertThat(district.get(correct).statusCode()).as("a row is corrected once").isEqualTo(404);
		for (String sql : List.of("UPDATE contact SET said = 'x'", "DELETE FROM contact", "DELETE FROM reminder",
				"UPDATE reminder_item SET sentence = 'x'")) {
			assertThat(isRefused(site, sql)).as(sql).isTrue();
		}
	}

	@Test
	void whatIsKeptOfCareIsWalledIn() {
		Site site = this.portal.site("can-dang");
		Site other = this.portal.site("vinh-an");
		monitor("chau-thanh").post("/don-vi/vinh-an/lien-he",
				Map.of("ngay", "" + TODAY, "cach", "PHONE", "noi-dung", "Riêng"));
		for (String table : List.of("reminder", "reminder_item", "reminder_known", "finding_seen", "contact",
				"week_letter")) {
			assertThat(CurrentSite.call(site.id(),
					() -> this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE site_id = " + other.id().value())
						.query(Long.class)
						.single()))
				.as(table)
				.isZero();
		}
	}

	@Test
	void silentSitesAreRemindedOfWhatWasOfferedAndTheFormForATextKnowsThem() {
		Site site = this.portal.site("phu-xuan");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		publish(site, TODAY.minusDays(40));
		TestPortal.Desk district = monitor("phu-tan");
		String title = "Phòng chống sạt lở " + UUID.randomUUID();
		district.post("/chia-se/moi", Map.of("title", title, "summary", "Tóm tắt", "bodyHtml", "<p>Nội dung</p>", "cho",
				"chon", "site", "phu-xuan", "area", "phu-tan", "source", ""));
		Document today = Jsoup.parse(district.get("/nhac-viec").body());
		assertThat(today.select("section[aria-labelledby=im-lang]").text()).contains("Phú Xuân").contains(title);
		String write = today.select("a[href^=/chia-se/moi?]").attr("href");
		assertThat(write).contains("site=phu-xuan");
		assertThat(Jsoup.parse(district.get(write).body()).select("#cho-phu-xuan").hasAttr("checked")).isTrue();
		Document file = Jsoup.parse(district.get("/don-vi/phu-xuan").body());
		String action = file.select("form[action*=/chia-se/]").attr("action");
		assertThat(district.follow(district.post(action, Map.of())).body()).contains("trả lời bài này");
		assertThat(editor.get("/thong-bao").body()).contains("đang chờ trang trả lời").contains(title);
		assertThat(editor.get("/bien-tap/phu-xuan/nhac-viec").body()).contains(title);
		String offered = Jsoup.parse(editor.get("/bien-tap/phu-xuan/nhac-viec").body())
			.select("a[href*=/duoc-chia-se/]")
			.attr("href");
		editor.post(offered + "/khong", Map.of("reason", "Đã có tin riêng"));
		assertThat(district.get("/don-vi/phu-xuan").body()).contains("Đã xong");
	}

	@Test
	void chiefsGetALetterOnMondayOnceEachAndLaterWhereNoNodeWasUp() {
		Site site = this.portal.site("vinh-truong");
		Site beside = this.portal.site("phu-tho");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		LocalDate monday = TODAY.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		publish(site, TODAY);
		List<Site> both = List.of(site, beside);
		until(monday.atTime(6, 59), () -> {
			assertThat(this.letters.write(both)).as("before seven o'clock").isZero();
		});
		until(monday.plusDays(2).atTime(11, 0), () -> {
			assertThat(this.letters.write(both)).isPositive();
			assertThat(this.letters.write(both)).as("once").isZero();
		});
		Document told = Jsoup.parse(chief.get("/thong-bao").body());
		assertThat(told.text()).contains("trang đăng", "Trung bình mỗi trang ở huyện An Phú");
		assertThat(told.text()).doesNotContain("Phú Thọ");
		assertThat(editor.get("/thong-bao").body()).as("chiefs only").doesNotContain("Trung bình mỗi trang");
	}

	@Test
	void officersAreToldThreeSentencesWithTheReport() {
		List<String> sentences = this.highlights.highlights(this.sites.of(this.sites.area("an-phu").orElseThrow()),
				Period.lastDays(30, TODAY));
		assertThat(sentences).hasSize(3);
		assertThat(sentences.get(1)).contains("cần giúp");
		assertThat(sentences.get(2)).contains("trong kỳ");
	}

	@Test
	void theGuideForOfficersIsServed() {
		TestPortal.Desk district = monitor("chau-thanh");
		assertThat(district.get("/huong-dan/theo-doi").body()).contains("Mười giây", "Dành cho Ban biên tập");
		assertThat(district.get("/nhac-viec").body()).contains("href=\"/huong-dan/theo-doi\"");
	}

	/** As often as it takes: what goes further up waits for the look after. */
	private void carryOut(Site site) {
		for (int look = 0; look < 3; look++) {
			this.escalation.carryOut(List.of(site));
		}
	}

	private EscalationRunner runner(Instant now) {
		return new EscalationRunner(this.escalation, this.sites, this.workingTime, true,
				Clock.fixed(now, ZoneOffset.UTC));
	}

	/** Which steps were taken about news, the first first. */
	private List<String> steps(Site site) {
		return this.reminders.of(List.of(site), Instant.EPOCH)
			.reversed()
			.stream()
			.flatMap((reminder) -> reminder.items()
				.stream()
				.filter((item) -> item.rule().equals(NEWS))
				.flatMap((item) -> Stream.ofNullable(item.step()))
				.map((step) -> step.number() + " " + reminder.whom()))
			.toList();
	}

	private boolean isRefused(Site site, String sql) {
		try {
			CurrentSite.run(site.id(), () -> this.jdbc.sql(sql).update());
			return false;
		}
		catch (DataAccessException ex) {
			return String.valueOf(ex.getMostSpecificCause().getMessage()).contains("permission denied");
		}
	}

	private void at(int days, Runnable work) {
		this.clock.ahead(Duration.ofDays(days), work);
	}

	private void until(LocalDateTime time, Runnable work) {
		this.clock.ahead(Duration.between(Instant.now(), time.atZone(VietnameseText.ZONE).toInstant()), work);
	}

	private TestPortal.Desk monitor(String area) {
		return this.portal.login(Role.AREA_MONITOR, this.sites.area(area).orElseThrow().id());
	}

	private void publish(Site site, LocalDate day) {
		CurrentSite.run(site.id(), () -> {
			long category = this.categories.findOrAdd("Tin tức – Sự kiện").id();
			long id = this.publishing.begin(EntryType.ARTICLE,
					new EntryText("Tin ngày " + day, "", "<p>Nội dung</p>", category, Map.of(), ""), "Ai đó");
			this.publishing.publish(id, day.equals(TODAY) ? Instant.now().minusSeconds(1)
					: day.atTime(LocalTime.NOON).atZone(VietnameseText.ZONE).toInstant());
		});
	}

}
