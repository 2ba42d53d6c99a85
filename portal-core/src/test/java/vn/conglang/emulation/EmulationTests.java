package vn.conglang.emulation;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Scores from the opening of a period to what is said about it after its end. */
@PortalTest
class EmulationTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Sites sites;

	@Autowired
	private Scores scores;

	@Autowired
	private LiveScores live;

	@Autowired
	private ScorePeriodRepository periods;

	@Autowired
	@Qualifier("dataSource")
	private DataSource application;

	private TestPortal.Desk province() {
		return this.portal.login("admin");
	}

	private TestPortal.Desk monitor(String area) {
		return this.portal.login(Role.AREA_MONITOR, this.sites.area(area).orElseThrow().id());
	}

	@Test
	void aSiteIsScoredByWhatItPublishedInThePeriod() {
		// three on 1 March, four over the rest of the month, and what does not count
		for (int day : new int[] { 1, 1, 1, 8, 15, 22, 31 }) {
			publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 3, day));
		}
		publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 2, 29));
		publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 4, 1));
		publish("vinh-chau", EntryType.LEGAL_DOCUMENT, LocalDate.of(2024, 3, 9));
		long period = open("MONTH 2024-03-01");
		Map<String, Line> lines = lines(period, "vinh-chau");
		assertThat(points(lines, "tin-dang-deu")).as("7 news in 31 days, 3 a week are 16 points").isEqualTo("8.43");
		assertThat(points(lines, "van-ban")).as("one document of three, 8 points").isEqualTo("2.67");
		assertThat(points(lines, "thong-bao")).isEqualTo("0.00");
		assertThat(points(lines, "tu-viet")).as("all of its own").isEqualTo("8.00");
		assertThat(points(lines, "khong-ngat-quang")).as("22 to 31 March: eight days without").isEqualTo("6.00");
		assertThat(points(lines, "duyet-dung-han")).as("nothing was late").isEqualTo("5.00");
		assertThat(points(lines, "quy-che")).as("nobody judged").isEqualTo("0.00");
		assertThat(Objects.requireNonNull(lines.get("tin-dang-deu")).href()).contains("/san-luong/vinh-chau/bai")
			.contains("tu=2024-03-01")
			.contains("den=2024-03-31");
		Map<String, Line> silent = lines(period, "nui-sam");
		assertThat(points(silent, "tu-viet")).as("a share of nothing").isEqualTo("0.00");
		assertThat(points(silent, "ngat-quang-dai")).as("31 days: one point").isEqualTo("1.00");
		assertThat(Objects.requireNonNull(silent.get("ngat-quang-dai")).signed()).isEqualByComparingTo("-1");
	}

	@Test
	void everyTotalIsTheSumOfItsLinesAndEveryRankFollowsFromTheTotals() {
		publish("nui-sam", EntryType.ARTICLE, LocalDate.of(2024, 1, 10));
		publish("vinh-chau", EntryType.ANNOUNCEMENT, LocalDate.of(2024, 1, 12));
		long period = open("MONTH 2024-01-01");
		LiveScores.Scored scored = this.live.score(period, days("MONTH", "2024-01-01"));
		Map<SiteId, Score> all = scored.board().scores();
		assertThat(all).hasSize(this.sites.all().size());
		for (Site site : this.sites.all()) {
			Score score = Objects.requireNonNull(all.get(site.id()));
			BigDecimal sum = this.live.lines(scored, site)
				.stream()
				.map(Line::signed)
				.reduce(BigDecimal.ZERO, BigDecimal::add);
			assertThat(score.total()).as(site.title()).isEqualByComparingTo(sum);
			assertThat(score.groups().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
				.isEqualByComparingTo(sum);
			assertThat(score.rank()).isEqualTo(1 + better(score, List.copyOf(all.values())));
			assertThat(score.areaRank()).isEqualTo(1 + better(score, scored.board().of(score.areaId())));
		}
		assertThat(all.values().stream().map(Score::rank)).isSorted();
	}

	private static int better(Score score, List<Score> others) {
		return (int) others.stream().filter((other) -> other.total().compareTo(score.total()) > 0).count();
	}

	@Test
	void aClosedPeriodStaysAsItWasSignedWhateverHappensLater() {
		List<Long> entries = List.of(publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 5, 2)),
				publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 5, 9)));
		long period = open("MONTH 2024-05-01");
		give("vinh-chau", period, "quy-che", "3,5");
		publishPreliminarily(period);
		close(period);
		Score signed = score(period, "vinh-chau");
		Map<String, Line> lines = lines(period, "vinh-chau");
		String csv = province().get("/thi-dua.csv?ky=" + period).body();
		String page = province().get("/thi-dua/" + period + "/vinh-chau").body();
		assertThat(page).contains("Giám đốc Sở Lê Văn Mẫn ký ngày 01/06/2025")
			.contains("Quyết định số 12/QĐ-STTTT")
			.contains("Đã chốt");

		publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 5, 20));
		CurrentSite.run(site("vinh-chau").id(), () -> this.publishing.withdraw(entries.getFirst()));
		assertThat(give("vinh-chau", period, "quy-che", "1").body()).contains("Kỳ này đã chốt");
		this.scores.forget(period);
		assertThat(score(period, "vinh-chau")).isEqualTo(signed);
		assertThat(lines(period, "vinh-chau")).isEqualTo(lines);
		assertThat(points(lines, "quy-che")).isEqualTo("3.50");
		assertThat(province().get("/thi-dua.csv?ky=" + period).body()).isEqualTo(csv);
		assertThat(this.live.score(period, days("MONTH", "2024-05-01")).board().scores().get(signed.site()))
			.as("the facts have changed")
			.isNotEqualTo(signed);
		province().post("/thi-dua/ky/" + period + "/chot", signature());
		assertThat(score(period, "vinh-chau")).as("closed once").isEqualTo(signed);

		JdbcClient app = JdbcClient.create(this.application);
		CurrentSite.run(site("vinh-chau").id(), () -> {
			for (String sql : List.of("UPDATE score SET total = 100", "DELETE FROM score",
					"UPDATE score_line SET points = 9", "DELETE FROM score_line", "DELETE FROM appeal",
					"UPDATE manual_points SET points = 4", "INSERT INTO score_line SELECT * FROM score_line",
					"UPDATE emulation_criterion SET points = 1",
					"UPDATE emulation_period SET state = 'OPEN' WHERE id = " + period)) {
				assertThatException().as(sql)
					.isThrownBy(() -> app.sql(sql).update())
					.havingRootCause()
					.withMessageMatching("(?s).*(permission denied|is closed).*");
			}
			assertThatException()
				.isThrownBy(
						() -> app.sql("SELECT freeze_scores(" + period + ", '[]', '[]', '[]')").query().listOfRows())
				.havingRootCause()
				.withMessageContaining("cannot be closed");
		});
		assertThat(score(period, "vinh-chau")).isEqualTo(signed);
	}

	@Test
	void aPeriodIsPublishedWhenItIsOverAndClosedWhenNobodyCanObjectAnyMore() {
		long running = open(running());
		assertThat(province().follow(province().post("/thi-dua/ky/" + running + "/cong-bo", Map.of())).statusCode())
			.isEqualTo(200);
		assertThat(period(running).state()).isEqualTo(ScorePeriod.State.OPEN);
		long period = open("MONTH 2024-06-01");
		province().post("/thi-dua/ky/" + period + "/chot", signature());
		assertThat(period(period).state()).as("not published").isEqualTo(ScorePeriod.State.OPEN);
		province().post("/thi-dua/ky/" + period + "/cong-bo", Map.of());
		assertThat(period(period).state()).isEqualTo(ScorePeriod.State.PUBLISHED);
		province().post("/thi-dua/ky/" + period + "/chot", signature());
		assertThat(period(period).state()).as("boards may object").isEqualTo(ScorePeriod.State.PUBLISHED);
		assertThat(province().get("/thi-dua/ky/" + period).body())
			.contains("Các trang còn được kiến nghị đến hết ngày");
		TestPortal.Desk desk = province();
		for (String kept : List.of("MONTH 2024-06-01", "MONTH 2024-06-02", "MONTH 2099-01-01", "QUARTER 2024-02-01",
				"DAY 2024-01-01", "x", "MONTH 2000-01-01")) {
			desk.post("/thi-dua/ky", Map.of("ky", kept));
		}
		assertThat(this.scores.periods().stream().filter((one) -> one.to().isAfter(LocalDate.of(2098, 1, 1))))
			.isEmpty();
		assertThat(this.scores.periods().stream().filter((one) -> one.from().getYear() < 2023)).isEmpty();
		assertThat(this.scores.periods().stream().filter((one) -> one.title().equals("tháng 6 năm 2024"))).hasSize(1);
	}

	@Test
	void whoSignsMustSayWhoAndWhenAndMeanIt() {
		long period = open("MONTH 2024-07-01");
		publishPreliminarily(period);
		Map<String, String> form = new HashMap<>(signature());
		form.put("name", " ");
		form.put("day", "2999-01-01");
		form.remove("sure");
		String page = province().post("/thi-dua/ky/" + period + "/chot", form).body();
		assertThat(page).contains("Xin ghi họ và tên người ký")
			.contains("hôm nay hoặc một ngày đã qua")
			.contains("Xin đánh dấu")
			.contains("Giám đốc Sở")
			.contains("12/QĐ-STTTT");
		assertThat(period(period).closed()).isFalse();
		form.putAll(signature());
		form.put("day", "2024-07-31");
		assertThat(province().post("/thi-dua/ky/" + period + "/chot", form).body()).contains("sau ngày cuối của kỳ");
		assertThat(period(period).closed()).isFalse();
	}

	@Test
	void aBoardObjectsIsAnsweredAndWhatIsCorrectedAfterTheClosingStandsBesideTheSignedScore() {
		publish("vinh-chau", EntryType.ARTICLE, LocalDate.of(2024, 8, 5));
		long period = open("MONTH 2024-08-01");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site("vinh-chau"));
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site("vinh-chau"));
		object(chief, period, "quy-che");
		assertThat(objections(period)).as("before the publication").isEmpty();
		assertThat(chief.get("/viec").body()).doesNotContain("Điểm thi đua tháng 8 năm 2024");
		publishPreliminarily(period, Duration.ZERO);
		assertThat(chief.get("/viec").body()).contains("Điểm thi đua tháng 8 năm 2024 đã công bố",
				"/bien-tap/vinh-chau/thi-dua?ky=" + period);
		assertThat(editor.get("/viec").body()).as("may not object")
			.doesNotContain("Điểm thi đua tháng 8 năm 2024 đã công bố");
		object(editor, period, "quy-che");
		object(monitor("chau-doc"), period, "quy-che");
		assertThat(objections(period)).as("only who leads the board").isEmpty();
		object(chief, period, "quy-che");
		object(chief, period, "quy-che");
		object(chief, period, "tap-huan");
		object(chief, period, "cai-chinh");
		object(chief, period, "khong-co");
		assertThat(objections(period)).extracting(OfficerActs.Waiting::title)
			.containsExactly("Có quy chế hoạt động của Ban biên tập", "Tham gia tập huấn đầy đủ",
					"Đăng sai, phải cải chính theo yêu cầu bằng văn bản");
		List<Long> ids = objections(period).stream().map(OfficerActs.Waiting::id).toList();

		TestPortal.Desk monitor = monitor("chau-doc");
		assertThat(points(lines(period, "vinh-chau"), "quy-che")).isEqualTo("0.00");
		answer(monitor, period, ids.getFirst(), "chap-nhan", "5");
		answer(monitor, period, ids.getFirst(), "chap-nhan", "-1");
		answer(monitor, period, ids.getFirst(), "", "1");
		answer(monitor("tri-ton"), period, ids.getFirst(), "chap-nhan", "1");
		answer(chief, period, ids.getFirst(), "chap-nhan", "4");
		assertThat(objections(period)).as("more than there is, less than nothing, no decision, not theirs").hasSize(3);
		answer(monitor, period, ids.getFirst(), "chap-nhan", "4");
		answer(monitor, period, ids.getFirst(), "khong", "");
		assertThat(points(lines(period, "vinh-chau"), "quy-che")).isEqualTo("4.00");
		assertThat(chief.get("/bien-tap/vinh-chau/thi-dua?ky=" + period).body()).contains("Chấp nhận: 4 điểm");
		assertThat(chief.get("/thong-bao").body())
			.contains("đã trả lời kiến nghị về điểm “Có quy chế hoạt động của Ban biên tập”", "Đã đối chiếu hồ sơ.");

		passTheTermOf(period);
		assertThat(chief.get("/viec").body()).as("no longer").doesNotContain("Điểm thi đua tháng 8 năm 2024");
		object(chief, period, "tin-dang-deu");
		assertThat(objections(period)).as("too late").hasSize(2);
		close(period);
		Score signed = score(period, "vinh-chau");
		assertThat(signed.corrected()).isNull();
		answer(monitor, period, ids.get(1), "chap-nhan", "2,5");
		assertThat(objections(period)).as("what was signed only the province corrects").hasSize(2);
		answer(province(), period, ids.get(1), "chap-nhan", "2,5");
		answer(province(), period, ids.get(2), "chap-nhan", "0,5");
		Score corrected = score(period, "vinh-chau");
		assertThat(corrected.total()).isEqualTo(signed.total());
		assertThat(corrected.rank()).isEqualTo(signed.rank());
		assertThat(corrected.corrected()).isEqualByComparingTo(signed.total().add(new BigDecimal("2")));
		assertThat(points(lines(period, "vinh-chau"), "tap-huan")).as("the signed line").isEqualTo("0.00");
		assertThat(chief.get("/bien-tap/vinh-chau/thi-dua?ky=" + period).body())
			.contains("Điều chỉnh sau khi chốt thành 2,5 điểm");
		assertThat(province().get("/thi-dua?huyen=chau-doc&ky=" + period).body()).contains("sau điều chỉnh: ");
	}

	@Test
	void officersGivePointsByHandWithAReasonAndTheLatestCount() {
		long period = open("MONTH 2024-09-01");
		TestPortal.Desk monitor = monitor("chau-doc");
		String address = "/thi-dua/" + period + "/nui-sam/diem";
		for (Map<String, String> wrong : List.of(form("quy-che", "4,5", "Đủ", ""), form("quy-che", "", "Đủ", ""),
				form("quy-che", "3.555", "Đủ", ""), form("quy-che", "3", " ", ""), form("tin-dang-deu", "3", "Đủ", ""),
				form("quy-che", "3", "Đủ", "javascript:alert(1)"), form("khong-co", "3", "Đủ", ""))) {
			assertThat(monitor.post(address, wrong).body()).as(wrong + "").contains("Chưa lưu, xin xem lại");
		}
		assertThat(points(lines(period, "nui-sam"), "quy-che")).isEqualTo("0.00");
		assertThat(monitor.follow(monitor.post(address, form("quy-che", "2", "Mới có dự thảo", ""))).body())
			.contains("Đã lưu điểm");
		monitor.post(address, form("quy-che", "4", "Quyết định 05/QĐ-UBND", "https://nui-sam.example/qd-05"));
		Map<String, Line> lines = lines(period, "nui-sam");
		assertThat(points(lines, "quy-che")).isEqualTo("4.00");
		assertThat(Objects.requireNonNull(lines.get("quy-che")).href()).isEqualTo("https://nui-sam.example/qd-05");
		assertThat(monitor.get("/thi-dua/" + period + "/nui-sam").body()).contains("Mới có dự thảo")
			.contains("Quyết định 05/QĐ-UBND");
		assertThat(monitor("tri-ton").post(address, form("quy-che", "1", "Không phải của mình", "")).statusCode())
			.isEqualTo(404);
		assertThat(this.portal.login(Role.CHIEF_EDITOR, site("nui-sam"))
			.post(address, form("quy-che", "1", "Tự chấm", ""))
			.statusCode()).isEqualTo(404);
		assertThat(points(lines(period, "nui-sam"), "quy-che")).isEqualTo("4.00");
	}

	@Test
	void anOfficerJudgesAllSitesOfADistrictAtOnceOrNoneWhereAnythingIsWrong() {
		long period = open("MONTH 2024-11-01");
		TestPortal.Desk monitor = monitor("chau-doc");
		String address = "/thi-dua/cham/" + period;
		assertThat(monitor.get(address).body()).contains("diem-nui-sam").doesNotContain("diem-o-lam");
		Map<String, String> form = new HashMap<>(Map.of("huyen", "chau-doc", "tieu-chi", "tap-huan", "diem-nui-sam",
				"3", "diem-vinh-chau", "4,01", "diem-vinh-te", "", "reason", "Danh sách điểm danh", "href", ""));
		assertThat(monitor.post(address, form).body()).contains("vượt quá mức tối đa").contains("Danh sách điểm danh");
		assertThat(this.acts.manual(period)).isEmpty();
		form.put("diem-vinh-chau", "4");
		form.put("diem-o-lam", "4");
		assertThat(monitor.follow(monitor.post(address, form)).body()).contains("Đã lưu điểm của 2 trang");
		assertThat(monitor.post(address, form).body()).contains("Chưa có điểm nào thay đổi");
		assertThat(this.acts.manual(period)).containsOnlyKeys(site("nui-sam").id(), site("vinh-chau").id());
		assertThat(points(lines(period, "vinh-chau"), "tap-huan")).isEqualTo("4.00");
		assertThat(monitor.get(address + "?huyen=tri-ton").statusCode()).isEqualTo(404);
		assertThat(monitor.get(address + "?tieu-chi=tin-dang-deu").statusCode()).isEqualTo(404);
		assertThat(monitor("tri-ton").post(address, form).statusCode()).isEqualTo(404);
		assertThat(this.portal.login(Role.CHIEF_EDITOR, site("nui-sam")).get(address).statusCode()).isEqualTo(404);
	}

	@Test
	void everybodySeesWhatIsTheirsAndNothingElse() {
		long period = open("MONTH 2024-10-01");
		TestPortal.Desk monitor = monitor("chau-doc");
		String own = monitor.get("/thi-dua?ky=" + period).body();
		assertThat(own).contains("Phường Núi Sam").doesNotContain("Huyện Tri Tôn");
		assertThat(monitor.get("/thi-dua.csv?ky=" + period).body().lines()).hasSize(8);
		assertThat(monitor.get("/thi-dua?ky=" + period + "&huyen=tri-ton").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua.csv?ky=" + period + "&huyen=tri-ton").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua/" + period + "/o-lam").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua/" + period + "/khong-co").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua/999999/nui-sam").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua?ky=999999").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua/ky").statusCode()).isEqualTo(404);
		assertThat(monitor.get("/thi-dua/ky/" + period).statusCode()).isEqualTo(404);
		assertThat(monitor.post("/thi-dua/ky", Map.of("ky", "MONTH 2024-11-01")).statusCode()).isEqualTo(404);
		assertThat(monitor.post("/thi-dua/ky/" + period + "/cong-bo", Map.of()).statusCode()).isEqualTo(404);
		assertThat(monitor.post("/thi-dua/ky/" + period + "/chot", signature()).statusCode()).isEqualTo(404);

		TestPortal.Desk board = this.portal.login(Role.CHIEF_EDITOR, site("nui-sam"));
		for (String path : List.of("/thi-dua", "/thi-dua.csv?ky=" + period, "/thi-dua/ky",
				"/thi-dua/" + period + "/nui-sam", "/thi-dua/" + period + "/vinh-chau", "/bien-tap/vinh-chau/thi-dua",
				"/bien-tap/nui-sam/thi-dua?ky=999999")) {
			assertThat(board.get(path).statusCode()).as(path).isEqualTo(404);
		}
		String score = board.get("/bien-tap/nui-sam/thi-dua?ky=" + period).body();
		assertThat(score).contains("trong 7 trang của thành phố Châu Đốc").contains("mức trung bình của các trang này");
		for (Site other : this.sites.of(site("nui-sam").area())) {
			if (!other.slug().equals("nui-sam")) {
				assertThat(score).doesNotContain(other.title() + "<").doesNotContain("/" + other.slug());
			}
		}
	}

	@Test
	void aBoardReadsWhereMostPointsAreToBeWonAndTheWayThere() {
		long period = open(running());
		String page = this.portal.login(Role.EDITOR, site("vinh-chau"))
			.get("/bien-tap/vinh-chau/thi-dua?ky=" + period)
			.body();
		assertThat(page).contains("Cách được thêm điểm")
			.containsPattern("Đăng thêm \\d+ tin, bài tự viết trong kỳ")
			.contains("/bien-tap/vinh-chau/bai/moi?loai=article")
			.contains("Đang mở, điểm tạm tính");
	}

	@ParameterizedTest
	@ValueSource(strings = { "trang=0", "trang=-4", "trang=99999999", "xep=khong", "xep=ten", "xep=huyen",
			"xep=thay-doi", "loai=phường", "loai=%3Cscript%3E", "trang=2" })
	void oddQuestionsAreAnsweredWithAPage(String query) {
		open("MONTH 2024-12-01");
		long period = open("MONTH 2025-01-01");
		String asked = query.replace("ư", "%C6%B0").replace("ờ", "%E1%BB%9D");
		assertThat(province().get("/thi-dua?ky=" + period + "&" + asked).statusCode()).isEqualTo(200);
	}

	@Test
	void aSpreadsheetTakesNothingForAFormula() {
		assertThat(StandingsController.plain("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
		assertThat(StandingsController.plain("+1")).startsWith("'");
		assertThat(StandingsController.plain("-1")).startsWith("'");
		assertThat(StandingsController.plain("@x")).startsWith("'");
		assertThat(StandingsController.plain("Xã Vĩnh Châu")).isEqualTo("Xã Vĩnh Châu");
	}

	private Site site(String slug) {
		return this.portal.site(slug);
	}

	private static String running() {
		return "MONTH " + LocalDate.now(VietnameseText.ZONE).withDayOfMonth(1);
	}

	private static ScoredDays days(String kind, String first) {
		return new ScoredDays(ScoredDays.Kind.valueOf(kind), LocalDate.parse(first));
	}

	/** Opened once, whichever test needs it first. */
	private long open(String choice) {
		String[] parts = choice.split(" ");
		province().post("/thi-dua/ky", Map.of("ky", choice));
		return this.periods.findByKindAndFirstDay(ScoredDays.Kind.valueOf(parts[0]), LocalDate.parse(parts[1]))
			.orElseThrow()
			.id();
	}

	private ScorePeriod period(long id) {
		return this.periods.findById(id).orElseThrow();
	}

	/** Ten days ago, so that the term is over. */
	private void publishPreliminarily(long period) {
		publishPreliminarily(period, Duration.ofDays(-10));
	}

	private void publishPreliminarily(long period, Duration when) {
		this.clock.ahead(when, () -> province().post("/thi-dua/ky/" + period + "/cong-bo", Map.of()));
		assertThat(period(period).state()).isEqualTo(ScorePeriod.State.PUBLISHED);
	}

	/** As if it had been published ten days earlier. */
	private void passTheTermOf(long period) {
		JdbcClient.create(this.application)
			.sql("UPDATE emulation_period SET appeals_until = appeals_until - 10 WHERE id = :id")
			.param("id", period)
			.update();
		this.scores.forget(period);
	}

	private void close(long period) {
		province().post("/thi-dua/ky/" + period + "/chot", signature());
		assertThat(period(period).closed()).isTrue();
	}

	private static Map<String, String> signature() {
		return Map.of("name", "Lê Văn Mẫn", "position", "Giám đốc Sở", "day", "2025-06-01", "decision", "12/QĐ-STTTT",
				"sure", "co");
	}

	private static Map<String, String> form(String criterion, String points, String reason, String href) {
		return Map.of("criterion", criterion, "points", points, "reason", reason, "href", href);
	}

	private HttpResponse<String> give(String slug, long period, String criterion, String points) {
		return province().post("/thi-dua/" + period + "/" + slug + "/diem", form(criterion, points, "Đã xem", ""));
	}

	private void object(TestPortal.Desk desk, long period, String criterion) {
		desk.post("/bien-tap/vinh-chau/thi-dua/kien-nghi",
				Map.of("ky", "" + period, "criterion", criterion, "text", "Chưa tính đủ, đề nghị xem lại."));
	}

	private void answer(TestPortal.Desk desk, long period, long appeal, String decision, String points) {
		desk.post("/thi-dua/" + period + "/vinh-chau/kien-nghi/" + appeal,
				Map.of("decision", decision, "points", points, "reason", "Đã đối chiếu hồ sơ."));
	}

	@Autowired
	private OfficerActs acts;

	private List<OfficerActs.Waiting> objections(long period) {
		return this.acts.waiting(period);
	}

	private Score score(long period, String slug) {
		return Objects.requireNonNull(this.scores.of(List.of(site(slug)), period).get(site(slug).id()));
	}

	private Map<String, Line> lines(long period, String slug) {
		this.scores.forget(period);
		Map<String, Line> lines = new HashMap<>();
		this.scores.sheet(period(period), site(slug))
			.orElseThrow()
			.lines()
			.forEach((line) -> lines.put(line.criterion(), line));
		return lines;
	}

	private static String points(Map<String, Line> lines, String criterion) {
		return Objects.requireNonNull(lines.get(criterion)).points().toPlainString();
	}

	private long publish(String slug, EntryType type, LocalDate day) {
		Instant at = day.atTime(LocalTime.NOON).atZone(VietnameseText.ZONE).toInstant();
		return CurrentSite.call(site(slug).id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(type,
					new EntryText("Thi đua " + day, "", "<p>Nội dung</p>", this.categories.all().get(1).id(),
							Map.of("number", "1/KH", "documentType", "Kế hoạch", "issuer", "UBND"), ""),
					"thử");
			this.publishing.publish(id, at);
			return id;
		});
	}

}
