package vn.conglang.upkeep;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
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
import vn.conglang.upkeep.SectionState.State;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class UpkeepTests {

	private static final LocalDate TODAY = LocalDate.now(VietnameseText.ZONE);

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Upkeep upkeep;

	@Autowired
	private Survey survey;

	@Autowired
	private SurveyRunner runner;

	@Autowired
	private SectionStates states;

	@Autowired
	private Rules rules;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Looks looks;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Test
	void silenceBeginsTheDayAfterThoseAllowedAndIsToldWithItsRule() {
		Site site = this.portal.site("phu-thanh-phu-tan-30427");
		publish(site, EntryType.ARTICLE, "Tin tuần trước", TODAY.minusDays(7));
		publish(site, EntryType.ANNOUNCEMENT, "Thông báo hôm nay", TODAY);
		assertThat(rule(site, "im-lang/tin-tuc")).isNull();
		this.clock.ahead(Duration.ofDays(1), () -> {
			Finding finding = found(site, "im-lang/tin-tuc");
			assertThat(finding.severity()).isEqualTo(Severity.WARN);
			assertThat(finding.sentence())
				.isEqualTo("Tin tức: 8 ngày chưa có tin mới, quy định 7 ngày (từ 01/01/2026).");
			assertThat(finding.href()).isEqualTo("/bien-tap/phu-thanh-phu-tan-30427/bai/moi?loai=article");
			assertThat(finding.since()).isEqualTo(TODAY.plusDays(1));
			assertThat(this.upkeep.of(site).light()).isNotEqualTo(Light.GOOD);
		});
		this.clock.ahead(Duration.ofDays(8), () -> {
			Standing standing = this.upkeep.of(site);
			assertThat(standing.light()).isEqualTo(Light.BAD);
			assertThat(standing.reason()).as("the worst comes first")
				.isEqualTo("Tin tức: 15 ngày chưa có tin mới, quy định 7 ngày (từ 01/01/2026).");
		});
		this.clock.ahead(Duration.ofDays(15), () -> assertThat(found(site, "im-lang/thong-bao"))
			.satisfies((finding) -> assertThat(finding.sentence()).contains("15 ngày chưa có thông báo mới")));
	}

	@Test
	void aSiteOnWhichNothingEverAppearedIsSilentSinceItWasSetUp() {
		Site site = this.portal.site("binh-thanh-thoai-son");
		look(site);
		assertThat(rule(site, "im-lang/van-ban")).isNull();
		this.clock.ahead(Duration.ofDays(31), () -> {
			Finding finding = found(site, "im-lang/van-ban");
			assertThat(finding.sentence()).startsWith("Văn bản: ")
				.contains(" ngày từ khi mở trang chưa có văn bản mới, quy định 30 ngày");
		});
	}

	@Test
	void sectionsAreSeenWhereThePortalCanLookItself() {
		Site site = this.portal.site("binh-thanh-chau-thanh");
		look(site);
		assertThat(state(site, "gioi-thieu")).isEqualTo(State.MISSING);
		assertThat(state(site, "tim-kiem")).isEqualTo(State.CURRENT);
		assertThat(state(site, "tra-cuu-van-ban")).isEqualTo(State.CURRENT);
		assertThat(state(site, "chi-dao-dieu-hanh")).as("not even the category").isEqualTo(State.MISSING);
		assertThat(state(site, "thu-tuc")).isEqualTo(State.MISSING);

		long page = begin(site, EntryType.PAGE, "Giới thiệu", null);
		CurrentSite.run(site.id(), this.categories::ensureStandard);
		begin(site, EntryType.PROCEDURE, "Chứng thực bản sao", null);
		lookAgain(site);
		assertThat(state(site, "gioi-thieu")).as("a draft").isEqualTo(State.EMPTY);
		assertThat(found(site, "muc/gioi-thieu"))
			.satisfies((finding) -> assertThat(finding.href()).isEqualTo("/bien-tap/binh-thanh-chau-thanh/bai/" + page))
			.satisfies((finding) -> assertThat(finding.severity()).isEqualTo(Severity.BAD));
		assertThat(state(site, "chi-dao-dieu-hanh")).isEqualTo(State.EMPTY);
		assertThat(state(site, "thu-tuc")).isEqualTo(State.EMPTY);

		CurrentSite.run(site.id(), () -> this.publishing.publish(page));
		publish(site, EntryType.ARTICLE, "Công điện phòng chống sạt lở", TODAY.minusDays(91), "Chỉ đạo điều hành");
		publish(site, EntryType.ARTICLE, "Một tin", TODAY);
		this.runner.run();
		assertThat(state(site, "gioi-thieu")).as("the runner has seen that the site changed").isEqualTo(State.CURRENT);
		assertThat(state(site, "chi-dao-dieu-hanh")).isEqualTo(State.OLD);
		assertThat(found(site, "muc/chi-dao-dieu-hanh"))
			.satisfies((finding) -> assertThat(finding.since()).isEqualTo(TODAY));
		assertThat(state(site, "tin-tuc")).as("two are not four").isEqualTo(State.EMPTY);
		assertThat(found(site, "muc/tin-tuc"))
			.satisfies((finding) -> assertThat(finding.sentence()).contains("mới có 2, cần ít nhất 4"));

		CurrentSite.run(site.id(), () -> this.publishing.withdraw(page));
		this.runner.run();
		assertThat(state(site, "gioi-thieu")).isEqualTo(State.EMPTY);
	}

	@Test
	void whatIsCurrentTodayIsOutOfDateTheDayAfterItsTimeWithoutAnotherLook() {
		Site site = this.portal.site("phu-thanh-phu-tan-30433");
		publish(site, EntryType.ARTICLE, "Trả lời cử tri", TODAY.minusDays(180), "Hỏi – đáp");
		this.runner.run();
		assertThat(state(site, "hoi-dap")).isEqualTo(State.CURRENT);
		this.clock.ahead(Duration.ofDays(1), () -> assertThat(state(site, "hoi-dap")).isEqualTo(State.OLD));
	}

	@Test
	void anOfficeIsThereOnceItCanBeReached() {
		Site site = this.portal.site("binh-thanh-chau-thanh");
		look(site);
		assertThat(state(site, "lien-he")).isEqualTo(State.MISSING);
		CurrentSite.run(site.id(), () -> this.looks.change(Look.Part.OFFICE,
				Look.USUAL.with(new Look.Office("Ấp Vĩnh Lộc", "0296 3651 000", "", "", "", List.of())), 0, "thử"));
		this.runner.run();
		assertThat(state(site, "lien-he")).isEqualTo(State.CURRENT);
	}

	@Test
	void aBoardsWordHoldsUntilItsDayAndIsKeptForEver() {
		Site site = this.portal.site("phu-thanh-phu-tan-30427");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		String evil = "<script>alert(1)</script> Niêm yết tại trụ sở";
		HttpResponse<String> answer = attest(editor, site, "ngan-sach", TODAY, TODAY.plusDays(30), evil,
				"https://congkhai.example.vn/?a=\"><img src=x>");
		assertThat(answer.statusCode()).as("a link must be one").isEqualTo(200);
		assertThat(answer.body()).contains("Liên kết phải bắt đầu bằng https://").doesNotContain("<script>alert");
		assertThat(Jsoup.parse(answer.body()).select("#ghi-chu-ngan-sach").val()).as("nothing typed is lost")
			.isEqualTo(evil);
		assertThat(state(site, "ngan-sach")).isEqualTo(State.MISSING);

		answer = attest(editor, site, "ngan-sach", TODAY, TODAY.plusDays(30), evil, "https://congkhai.example.vn/");
		assertThat(answer.statusCode()).isEqualTo(302);
		Document page = Jsoup.parse(editor.follow(answer).body());
		assertThat(state(site, "ngan-sach")).isEqualTo(State.CURRENT);
		assertThat(page.select("#muc-ngan-sach").attr("data-state")).isEqualTo("du");
		assertThat(page.select(".history").text()).contains(evil)
			.contains("Biên tập viên")
			.contains(UpkeepTexts.day(TODAY.plusDays(30)));
		assertThat(page.select(".history script")).isEmpty();
		assertThat(page.select(".history a").attr("rel")).contains("noopener").contains("noreferrer");

		this.clock.ahead(Duration.ofDays(30), () -> assertThat(state(site, "ngan-sach")).isEqualTo(State.CURRENT));
		this.clock.ahead(Duration.ofDays(31), () -> {
			assertThat(state(site, "ngan-sach")).isEqualTo(State.OLD);
			assertThat(found(site, "muc/ngan-sach"))
				.satisfies((finding) -> assertThat(finding.sentence()).contains("đã hết hạn ngày"));
		});

		editor.post("/bien-tap/" + site.slug() + "/theo-doi/thoi-xac-nhan", Map.of("muc", "ngan-sach"));
		assertThat(state(site, "ngan-sach")).isEqualTo(State.MISSING);
		assertThat(count("attestation", site)).as("added to, never edited").isEqualTo(2);
		assertThat(in(site, () -> refused("UPDATE attestation SET note = ''"))).isTrue();
		assertThat(in(site, () -> refused("DELETE FROM attestation"))).isTrue();
	}

	@Test
	void aWordThatCannotHoldIsRefused() {
		Site site = this.portal.site("phu-thanh-phu-tan-30427");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		long before = count("attestation", site);
		assertThat(attest(editor, site, "thong-ke", TODAY.plusDays(1), TODAY.plusDays(2), "x", "").body())
			.contains("Xin chọn một ngày từ");
		assertThat(attest(editor, site, "thong-ke", TODAY, TODAY.plusDays(366), "x", "").body())
			.contains("Xin chọn một ngày từ");
		assertThat(attest(editor, site, "thong-ke", TODAY, TODAY.minusDays(1), "x", "").body())
			.contains("Xin chọn một ngày từ");
		assertThat(attest(editor, site, "thong-ke", TODAY, TODAY.plusDays(9), "", "").body()).contains("Xin ghi chú");
		assertThat(attest(editor, site, "thong-ke", TODAY, TODAY.plusDays(9), "", "javascript:alert(1)").body())
			.contains("Liên kết phải");
		assertThat(attest(editor, site, "thong-ke", TODAY, TODAY.plusDays(9), "y".repeat(501), "").body())
			.contains("Ghi chú dài nhất");
		assertThat(attest(editor, site, "tim-kiem", TODAY, TODAY.plusDays(9), "x", "").statusCode())
			.as("what the portal sees itself is nobody's word")
			.isEqualTo(404);
		assertThat(attest(editor, site, "khong-co", TODAY, TODAY.plusDays(9), "x", "").statusCode()).isEqualTo(404);
		assertThat(count("attestation", site)).isEqualTo(before);
	}

	@Test
	void onlyEditorsOfTheBoardItselfSpeakForIt() {
		Site site = this.portal.site("phu-thanh-phu-tan-30427");
		Site other = this.portal.site("binh-thanh-thoai-son");
		long before = count("attestation", site);
		TestPortal.Desk stranger = this.portal.login(Role.CHIEF_EDITOR, other);
		assertThat(attest(stranger, site, "thong-ke", TODAY, TODAY.plusDays(9), "x", "").statusCode()).isEqualTo(404);
		assertThat(stranger.get("/bien-tap/" + site.slug() + "/theo-doi").statusCode()).isEqualTo(404);
		TestPortal.Desk contributor = this.portal.login(Role.CONTRIBUTOR, site);
		assertThat(attest(contributor, site, "thong-ke", TODAY, TODAY.plusDays(9), "x", "").statusCode())
			.isEqualTo(403);
		TestPortal.Desk district = this.portal.login(Role.AREA_MONITOR, site.area().id());
		assertThat(attest(district, site, "thong-ke", TODAY, TODAY.plusDays(9), "x", "").statusCode()).isEqualTo(403);
		Document page = Jsoup.parse(district.get("/bien-tap/" + site.slug() + "/theo-doi").body());
		assertThat(page.select("form.section-vouch, .section-vouch form")).isEmpty();
		assertThat(page.select(".section")).isNotEmpty();
		assertThat(count("attestation", site)).isEqualTo(before);
	}

	@Test
	void aStandingPageIsLookedThroughAYearAfterItsLastRevisionUntilSomebodySaysItIsRight() {
		Site site = this.portal.site("phu-thanh-phu-tan-30433");
		long id = publish(site, EntryType.PAGE, "Nội quy tiếp dân", TODAY.minusMonths(12));
		this.runner.run();
		assertThat(rule(site, "ra-soat")).as("on the day itself").isNull();
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		this.clock.ahead(Duration.ofDays(1), () -> {
			assertThat(found(site, "ra-soat"))
				.satisfies((finding) -> assertThat(finding.sentence()).contains("Nội quy tiếp dân")
					.contains(UpkeepTexts.day(TODAY))
					.contains("Ai đó"));
			Document page = Jsoup.parse(chief.get("/bien-tap/" + site.slug() + "/theo-doi").body());
			assertThat(page.select("#trang-" + id + " .late").text()).contains("Quá hạn rà soát");
		});
		long me = this.portal.user(chief.username()).id();
		String path = "/bien-tap/" + site.slug() + "/theo-doi/trang/";
		assertThat(chief.follow(chief.post(path + id, Map.of("viec", "ra-soat", "ngay", "" + TODAY))).body())
			.contains("Chưa ghi được: ngày rà soát lần sau");
		assertThat(chief.follow(chief.post(path + id, Map.of("viec", "ra-soat", "phu-trach", "1"))).body())
			.as("somebody of another board")
			.contains("không ở trong Ban biên tập");
		assertThat(chief.post(path + (id + 1_000_000), Map.of("viec", "ra-soat")).statusCode()).isEqualTo(404);
		String told = chief
			.follow(chief.post(path + id,
					Map.of("viec", "ra-soat", "phu-trach", "" + me, "ngay", "" + TODAY.plusMonths(6))))
			.body();
		Elements row = Jsoup.parse(told).select("#trang-" + id);
		assertThat(row.text()).contains("Phụ trách: Người " + chief.username())
			.contains("Rà soát trước " + UpkeepTexts.day(TODAY.plusMonths(6)));
		this.clock.ahead(Duration.ofDays(1), () -> assertThat(rule(site, "ra-soat")).isNull());

		CurrentSite.run(site.id(), () -> this.publishing.withdraw(id));
		this.runner.run();
		this.clock.ahead(Duration.ofDays(300), () -> assertThat(rule(site, "ra-soat")).as("nobody sees it").isNull());
	}

	@Test
	void aTextThatWaitsTooLongIsToldWithThoseWhoDecide() {
		Site site = this.portal.site("phu-thanh-phu-tan-30433");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		TestPortal.Desk writer = this.portal.login(Role.CONTRIBUTOR, site);
		long category = CurrentSite.call(site.id(), () -> this.categories.findOrAdd("Tin tức – Sự kiện").id());
		String begun = writer
			.post("/bien-tap/" + site.slug() + "/bai/moi",
					Map.of("loai", "article", "title", "Bài nằm chờ", "bodyHtml", "<p>Nội dung</p>", "categoryId",
							"" + category, "author", "A", "viec", "gui"))
			.headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(rule(site, "duyet-qua-han")).isNull();
		this.clock.ahead(Duration.ofDays(21), () -> {
			Finding finding = found(site, "duyet-qua-han");
			assertThat(finding.sentence()).contains("“Bài nằm chờ”").contains("Người " + chief.username());
			assertThat(finding.href()).endsWith("/duyet").startsWith("/bien-tap/" + site.slug() + "/bai/");
			assertThat(begun).isNotEmpty();
			assertThat(chief.get("/bien-tap/" + site.slug() + "/theo-doi").body()).contains("Bài chờ duyệt quá hạn");
		});
		this.clock.ahead(Duration.ofDays(14), () -> assertThat(found(site, "duyet-qua-han"))
			.satisfies((finding) -> assertThat(finding.severity()).isEqualTo(Severity.BAD)));
	}

	@Test
	void theMatrixOfADistrictShowsItsOwnSitesOnly() {
		this.runner.run();
		TestPortal.Desk phuTan = this.portal.login(Role.AREA_MONITOR, this.sites.area("phu-tan").orElseThrow().id());
		Document page = Jsoup.parse(phuTan.get("/muc-bat-buoc").body());
		assertThat(page.select(".matrix tbody tr")).hasSize(18);
		assertThat(page.select(".matrix tbody .under").eachText()).containsOnly("Huyện Phú Tân");
		assertThat(page.select(".matrix thead .turned")).hasSize(20);
		assertThat(page.select(".upkeep-notice").text()).contains("42/2022");
		Element cell = page.expectFirst(".matrix tbody .cell");
		assertThat(cell.select(".sign").attr("aria-hidden")).isEqualTo("true");
		assertThat(cell.select(".word").text()).isIn("Đủ", "Cũ", "Trống", "Thiếu");
		assertThat(phuTan.get("/muc-bat-buoc?area=cho-moi").statusCode()).isEqualTo(404);
		assertThat(phuTan.get("/muc-bat-buoc.csv?area=cho-moi").statusCode()).isEqualTo(404);
		assertThat(phuTan.get("/muc-bat-buoc.csv").body().lines()).hasSize(19)
			.noneMatch((line) -> line.contains("Chợ Mới"));
		TestPortal.Desk editor = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("binh-thanh-thoai-son"));
		assertThat(editor.get("/muc-bat-buoc").statusCode()).isEqualTo(404);
		assertThat(editor.get("/muc-bat-buoc.csv").statusCode()).isEqualTo(404);
	}

	@Test
	void theMatrixIsNarrowedByAreaSectionAndStateAndPaged() {
		this.runner.run();
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		Document all = Jsoup.parse(province.get("/muc-bat-buoc").body());
		assertThat(all.select(".matrix tbody tr")).hasSize(60);
		assertThat(all.select(".pages").text()).contains("1").contains("3");
		assertThat(Jsoup.parse(province.get("/muc-bat-buoc?trang=99999999999").body()).select(".matrix tbody tr"))
			.isNotEmpty();
		Document last = Jsoup.parse(province.get("/muc-bat-buoc?trang=3").body());
		assertThat(last.select(".matrix tbody tr")).hasSize(36);
		int search = all.select(".matrix thead .turned").eachText().indexOf("Tìm kiếm");
		assertThat(all.select(".matrix-sum .cell").get(search).text()).as("all have it, on whatever page they stand")
			.isEqualTo("156");
		assertThat(Jsoup.parse(province.get("/muc-bat-buoc?item=tim-kiem&state=thieu").body()).select(".matrix"))
			.isEmpty();
		assertThat(province.get("/muc-bat-buoc.csv?item=tim-kiem&state=du").body().lines()).hasSize(157);
		assertThat(province.get("/muc-bat-buoc?item=%3Cscript%3Ealert(1)%3C/script%3E&state=x").body())
			.doesNotContain("<script>alert");
	}

	@Test
	void askingForAllSitesTakesAFewStatementsAndTellsOfEachOfThem() {
		this.runner.run();
		Map<?, Standing> standings = this.upkeep.of(this.sites.all());
		assertThat(standings).hasSize(156);
		assertThat(standings.values()).allSatisfy((standing) -> {
			assertThat(standing.tally().sections()).isEqualTo(20);
			assertThat(standing.tally().current()).isBetween(5, standing.tally().present());
			assertThat(standing.reason()).isNotEmpty();
		});
	}

	@Test
	void whatIsOnlyCountedIsAsMuchAsWhatIsTold() {
		Site site = this.portal.site("binh-thanh-thoai-son");
		publish(site, EntryType.ARTICLE, "Tin để đếm", TODAY);
		this.runner.run();
		for (int days : new int[] { 0, 8, 31, 400 }) {
			this.clock.ahead(Duration.ofDays(days), () -> {
				Map<SiteId, Tally> tallies = this.upkeep.tallies(this.sites.all());
				Map<SiteId, Standing> standings = this.upkeep.of(this.sites.all());
				assertThat(tallies).hasSize(156);
				standings.forEach((id, standing) -> {
					assertThat(tallies.get(id)).isEqualTo(standing.tally());
					assertThat(standing.tally().bad() + standing.tally().warn()).isEqualTo(standing.findings().size());
				});
			});
		}
	}

	@Test
	void whoAsksForThousandsHearsOfNoOtherSites() {
		Site site = this.portal.site("binh-thanh-thoai-son");
		this.runner.run();
		assertThat(this.upkeep.tallies(Collections.nCopies(1000, site))).isEqualTo(this.upkeep.tallies(List.of(site)));
		assertThat(this.upkeep.of(Collections.nCopies(1000, site))).containsOnlyKeys(site.id());
	}

	@Test
	void howASiteStandsIsWalledIn() {
		Site site = this.portal.site("phu-thanh-phu-tan-30427");
		look(site);
		Site other = this.portal.site("binh-thanh-thoai-son");
		for (String table : List.of("section_survey", "section_state", "attestation", "page_review")) {
			assertThat(in(other,
					() -> this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE site_id = " + site.id().value())
						.query(Long.class)
						.single()))
				.as(table)
				.isZero();
		}
	}

	private HttpResponse<String> attest(TestPortal.Desk desk, Site site, String item, LocalDate on, LocalDate until,
			String note, String link) {
		return desk.post("/bien-tap/" + site.slug() + "/theo-doi/xac-nhan",
				Map.of("muc", item, "ngay", "" + on, "den", "" + until, "ghi-chu", note, "lien-ket", link));
	}

	private @Nullable Finding rule(Site site, String rule) {
		return find(site, rule).orElse(null);
	}

	private Finding found(Site site, String rule) {
		return find(site, rule).orElseThrow();
	}

	private Optional<Finding> find(Site site, String rule) {
		return this.upkeep.of(site).findings().stream().filter((finding) -> finding.rule().equals(rule)).findFirst();
	}

	private State state(Site site, String item) {
		LocalDate today = this.rules.today();
		return this.states.of(List.of(site), this.rules.checklist(today).orElseThrow())
			.getOrDefault(site.id(), Map.of())
			.getOrDefault(item, SectionState.MISSING)
			.on(today);
	}

	private void look(Site site) {
		CurrentSite.run(site.id(), this.survey::look);
	}

	/** After a change of which the site's version does not tell, as once a day. */
	private void lookAgain(Site site) {
		Instant before = this.overseer.sql("SELECT at FROM section_survey WHERE site_id = :site")
			.param("site", site.id().value())
			.query((row, number) -> row.getObject("at", OffsetDateTime.class).toInstant())
			.single();
		this.clock.ahead(Duration.between(Instant.now(), before).plusHours(25), () -> look(site));
	}

	private long count(String table, Site site) {
		return this.overseer.sql("SELECT count(*) FROM " + table + " WHERE site_id = :site")
			.param("site", site.id().value())
			.query(Long.class)
			.single();
	}

	private boolean refused(String sql) {
		try {
			this.jdbc.sql(sql).update();
			return false;
		}
		catch (DataAccessException ex) {
			return String.valueOf(ex.getMostSpecificCause().getMessage()).contains("permission denied");
		}
	}

	private <T> T in(Site site, Supplier<T> work) {
		return CurrentSite.call(site.id(), work);
	}

	private long publish(Site site, EntryType type, String title, LocalDate day) {
		return publish(site, type, title, day, null);
	}

	private long publish(Site site, EntryType type, String title, LocalDate day, @Nullable String category) {
		long id = begin(site, type, title, category);
		Instant at = day.equals(TODAY) ? Instant.now().minusSeconds(1)
				: day.atTime(LocalTime.NOON).atZone(VietnameseText.ZONE).toInstant();
		CurrentSite.run(site.id(), () -> this.publishing.publish(id, at));
		return id;
	}

	private long begin(Site site, EntryType type, String title, @Nullable String category) {
		return CurrentSite.call(site.id(), () -> {
			Long in = type.categorized() || category != null
					? (Long) this.categories.findOrAdd((category != null) ? category : "Tin tức – Sự kiện").id() : null;
			Map<String, String> fields = (type == EntryType.PROCEDURE)
					? Map.of("field", "Chứng thực", "papers", "Bản chính") : Map.of();
			return this.publishing.begin(type, new EntryText(title, "", "<p>Nội dung</p>", in, fields, ""), "Ai đó");
		});
	}

}
