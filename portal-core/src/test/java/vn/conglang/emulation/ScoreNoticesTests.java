package vn.conglang.emulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PortalTest
class ScoreNoticesTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private ScoreNotices notices;

	@Autowired
	private ScorePeriodRepository periods;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Test
	void whoLeadsABoardIsToldOnceThatItsScoreIsPublishedAndUntilWhenToObject() throws Exception {
		Site site = this.portal.site("tan-an");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		TestPortal.Desk deputy = this.portal.login(Role.DEPUTY_EDITOR, site);
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		ScorePeriod period = open("2023-02-01");
		this.notices.run();
		assertThat(told(chief, "tháng 2 năm 2023")).as("open").isEmpty();

		publish(period);
		nodes(4);
		this.notices.run();
		for (TestPortal.Desk leader : List.of(chief, deputy)) {
			List<Element> told = told(leader, "Điểm thi đua tháng 2 năm 2023 đã công bố");
			assertThat(told).hasSize(1);
			assertThat(told.getFirst().text()).contains("Kiến nghị đến hết ngày " + Sentences.day(until(period)))
				.contains("Mới:");
		}
		assertThat(told(editor, "Điểm thi đua")).as("nothing for them to do").isEmpty();

		chief.get(told(chief, "tháng 2 năm 2023").getFirst().attr("href"));
		assertThat(told(chief, "tháng 2 năm 2023").getFirst().text()).as("it was read").doesNotContain("Mới:");
		assertThat(told(deputy, "tháng 2 năm 2023").getFirst().text()).contains("Mới:");
	}

	@Test
	void whatCameOfItIsToldWhenThePeriodIsClosed() {
		Site site = this.portal.site("tan-loi");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		ScorePeriod period = open("2023-03-01");
		this.clock.ahead(Duration.ofDays(-20), () -> publish(period));
		this.notices.run();
		assertThat(told(chief, "tháng 3 năm 2023")).as("nobody can object any more").isEmpty();

		province().post("/thi-dua/ky/" + period.id() + "/chot", Map.of("name", "Lê Văn Mẫn", "position", "Giám đốc Sở",
				"day", "2023-06-01", "decision", "12/QĐ-STTTT", "sure", "co"));
		this.notices.run();
		this.notices.run();
		List<Element> told = told(chief, "Điểm thi đua tháng 3 năm 2023 đã chốt:");
		assertThat(told).hasSize(1);
		assertThat(told.getFirst().text()).containsPattern("đã chốt: −?\\d+(,\\d+)? điểm")
			.containsPattern("Hạng \\d+ trong 156 trang toàn tỉnh\\. .+: hạng \\d+\\.");
		this.clock.ahead(Duration.ofDays(31), this.notices::run);
		TestPortal.Desk late = this.portal.login(Role.CHIEF_EDITOR, site);
		this.notices.run();
		assertThat(told(late, "Điểm thi đua")).as("the board was told").isEmpty();
	}

	@Test
	void thatASiteWasToldIsItsOwn() {
		ScorePeriod period = open("2023-04-01");
		publish(period);
		this.notices.run();
		Site site = this.portal.site("tan-an");
		Site other = this.portal.site("tan-loi");
		assertThat(rows(site, "site_id = " + site.id().value())).isPositive();
		assertThat(rows(other, "site_id = " + site.id().value())).isZero();
		assertThatThrownBy(() -> CurrentSite.run(other.id(), () -> this.jdbc
			.sql("INSERT INTO score_told (site_id, period_id, state, at) VALUES (:site, :period, 'CLOSED', now())")
			.param("site", site.id().value())
			.param("period", period.id())
			.update())).isInstanceOf(DataAccessException.class);
	}

	private long rows(Site site, String condition) {
		return CurrentSite.call(site.id(),
				() -> this.jdbc.sql("SELECT count(*) FROM score_told WHERE " + condition).query(Long.class).single());
	}

	private TestPortal.Desk province() {
		return this.portal.login("admin");
	}

	private ScorePeriod open(String firstDay) {
		province().post("/thi-dua/ky", Map.of("ky", "MONTH " + firstDay));
		return this.periods.findByKindAndFirstDay(ScoredDays.Kind.MONTH, LocalDate.parse(firstDay)).orElseThrow();
	}

	private void publish(ScorePeriod period) {
		province().post("/thi-dua/ky/" + period.id() + "/cong-bo", Map.of());
	}

	private LocalDate until(ScorePeriod period) {
		return this.overseer.sql("SELECT appeals_until FROM emulation_period WHERE id = :id")
			.param("id", period.id())
			.query(LocalDate.class)
			.single();
	}

	private void nodes(int number) throws Exception {
		try (ExecutorService nodes = Executors.newFixedThreadPool(number)) {
			for (Future<?> node : IntStream.range(0, number)
				.mapToObj((one) -> nodes.submit(this.notices::run))
				.toList()) {
				node.get();
			}
		}
	}

	private static List<Element> told(TestPortal.Desk desk, String title) {
		return Jsoup.parse(desk.get("/thong-bao").body())
			.select("a.task")
			.stream()
			.filter((notice) -> notice.select(".task-title").text().contains(title))
			.toList();
	}

}
