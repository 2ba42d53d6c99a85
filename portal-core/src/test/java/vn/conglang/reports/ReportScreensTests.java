package vn.conglang.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.conglang.ReportsTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.Role;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SpreadsheetText;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who sees which reports, what is kept, and what too many get to see. */
@ReportsTest
class ReportScreensTests {

	private static final Pattern KEY = Pattern.compile("cl_[A-Za-z0-9_-]{43}");

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Reports reports;

	@Autowired
	private ReportRunner runner;

	@Autowired
	private Offices offices;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Users users;

	@Autowired
	private List<Highlights> highlights;

	@Autowired
	private SiteAddresses addresses;

	@Autowired
	private Words words;

	private Area area(String slug) {
		return this.sites.area(slug).orElseThrow();
	}

	private TestPortal.Desk monitor(String area) {
		return this.portal.login(Role.AREA_MONITOR, area(area).id());
	}

	private static String kept(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	@Test
	void aDistrictSeesItsOwnReportsOnlyAndTheProvinceAll() {
		TestPortal.Desk own = monitor("cho-moi");
		String report = kept(own.post("/bao-cao", Map.of("ky", "2026-01", "don-vi", "cho-moi")));
		String ofProvince = kept(this.portal.login("admin").post("/bao-cao", Map.of("ky", "2026-01", "don-vi", "")));
		TestPortal.Desk other = monitor("tri-ton");
		assertThat(own.get(report).statusCode()).isEqualTo(200);
		assertThat(this.portal.login("admin").get(report).statusCode()).isEqualTo(200);
		for (String address : List.of(report, report + "/tai/xlsx", report + "/tai/pdf", ofProvince,
				ofProvince + "/tai/csv")) {
			assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
		}
		for (String address : List.of("/bao-cao/ky/2026-01?don-vi=cho-moi",
				"/bao-cao/ky/2026-01/tai/csv?don-vi=cho-moi", "/bao-cao/thiet-lap?don-vi=cho-moi", "/bao-cao/999999",
				"/bao-cao/abc", "/bao-cao/ky/2026-13", "/bao-cao/ky/2026/tai/exe")) {
			assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
		}
		assertThat(other.post("/bao-cao", Map.of("ky", "2026-01", "don-vi", "cho-moi")).statusCode()).isEqualTo(404);
		assertThat(other.get("/bao-cao").body()).doesNotContain(report);
		// asking for nothing in particular is asking for one's own
		assertThat(other.get("/bao-cao/ky/2026-01").body()).contains("Huyện Tri Tôn").doesNotContain("Huyện Chợ Mới");
		assertThat(this.portal.login(Role.CHIEF_EDITOR, this.sites.of(area("tri-ton")).getFirst())
			.get("/bao-cao")
			.statusCode()).isEqualTo(404);
	}

	@Test
	void aKeptReportStaysAsItWas() {
		TestPortal.Desk admin = this.portal.login("admin");
		String report = kept(admin.post("/bao-cao", Map.of("ky", "2025-q3", "don-vi", "an-phu")));
		String before = Jsoup.parse(admin.get(report).body()).select("main section").text();
		assertThat(before).contains("Xã");
		assertThat(Jsoup.parse(admin.get(report).body()).select("main section").text()).isEqualTo(before);
		assertThat(admin.get("/bao-cao").body()).contains("Huyện An Phú, quý III năm 2025");
		long id = Long.parseLong(report.substring(report.lastIndexOf('/') + 1));
		assertThatThrownBy(
				() -> this.jdbc.sql("UPDATE report SET published = 7 WHERE id = :id").param("id", id).update())
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> this.jdbc.sql("DELETE FROM report WHERE id = :id").param("id", id).update())
			.hasStackTraceContaining("permission denied");
	}

	@Test
	void oddPeriodsAreSaidOrPutRight() {
		TestPortal.Desk admin = this.portal.login("admin");
		HttpResponse<String> turned = admin.get("/bao-cao/ky?tu=2026-03-15&den=2026-03-01");
		assertThat(kept(turned)).isEqualTo("/bao-cao/ky/2026-03-01--2026-03-15");
		assertThat(admin.follow(turned).body()).contains("hai ngày đã được đổi chỗ");
		assertThat(kept(admin.get("/bao-cao/ky?tu=2026-02-01&den=2026-02-28"))).isEqualTo("/bao-cao/ky/2026-02");
		for (String odd : List.of("tu=&den=", "tu=1066-10-14&den=2026-01-01", "tu=2001-01-01&den=2026-01-01",
				"ky=khong-co", "tu=x&den=y", "ky=2026-q5")) {
			assertThat(admin.follow(admin.get("/bao-cao/ky?" + odd)).body()).as(odd)
				.contains("Chưa rõ khoảng thời gian");
		}
		assertThat(admin.follow(admin.get("/bao-cao/ky/2099")).body()).contains("chưa bắt đầu");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=HYPERLINK(\"http://a.example\")", "+1", "-1", "@SUM(A1)", "\tx" })
	void noTextBecomesAFormula(String text) throws IOException {
		assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
		try (XlsxWriter writer = new XlsxWriter()) {
			writer.sheet("Thử", text, "", List.of("Cột")).row().text(text);
			try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(writer.bytes()))) {
				read.getFirstSheet().read().forEach((row) -> row.forEach((cell) -> {
					if (cell != null) {
						assertThat(cell.getFormula()).isNull();
					}
				}));
			}
		}
	}

	@Test
	void anOfficeChoosesItsLetterheadAndIsToldWhatIsMissing() {
		TestPortal.Desk desk = monitor("phu-tan");
		Map<String, String> form = new HashMap<>(Map.of("don-vi", "phu-tan", "chu-quan", "UBND huyện Phú Tân",
				"co-quan", "", "ky-hieu", "BC-VHTT", "noi", "Phú Tân", "chuc-vu", "Trưởng phòng", "lich", "40",
				"nguoi-ky", "Lê Thị Hoa", "noi-nhan", "Như trên\nLưu: VT"));
		assertThat(desk.post("/bao-cao/thiet-lap", form).body()).contains("Xin ghi tên cơ quan ban hành.",
				"Ngày phải là số từ 0 đến 28.", "Lê Thị Hoa");
		form.putAll(Map.of("co-quan", "Phòng Văn hóa <Thông tin>", "lich", "0"));
		assertThat(desk.post("/bao-cao/thiet-lap", form).statusCode()).isEqualTo(302);
		assertThat(desk.get("/bao-cao/ky/2026-01").body()).contains("Phòng Văn hóa &lt;Thông tin&gt;", "Lê Thị Hoa");
	}

	@Test
	void programsNeedAKeyThatIsShownOnceAndCanBeTakenBack() {
		TestPortal.Desk desk = monitor("chau-phu");
		assertThat(this.portal.get("localhost", "/api/bao-cao?ky=2026-01").statusCode()).isEqualTo(401);
		HttpResponse<String> made = desk.post("/bao-cao/khoa", Map.of("ten", "Tổng hợp", "don-vi", "chau-phu"));
		Matcher found = KEY.matcher(made.body());
		assertThat(found.find()).isTrue();
		String key = found.group();
		assertThat(desk.get("/bao-cao/khoa").body()).doesNotContain(key).contains("chưa dùng");
		assertThat(this.jdbc.sql("SELECT count(*) FROM report_key k WHERE k::text LIKE '%' || :key || '%'")
			.param("key", key)
			.query(Long.class)
			.single()).isZero();
		HttpResponse<String> own = ask("?ky=2026-01", key);
		assertThat(own.statusCode()).isEqualTo(200);
		assertThat(own.body()).contains("\"chau-phu\"").doesNotContain("\"cho-moi\"");
		assertThat(own.headers().firstValue("Cache-Control")).contains("private, no-store");
		assertThat(ask("?ky=2026-01&huyen=cho-moi", key).statusCode()).isEqualTo(400);
		assertThat(ask("?ky=2026-99", key).statusCode()).isEqualTo(400);
		assertThat(ask("/da-luu", key).statusCode()).isEqualTo(200);
		// what a key may read nobody else gets out of the page cache
		assertThat(this.portal.get("localhost", "/api/bao-cao/da-luu").statusCode()).isEqualTo(401);
		String foreign = kept(
				this.portal.login("admin").post("/bao-cao", Map.of("ky", "2026-02", "don-vi", "cho-moi")));
		assertThat(ask("/da-luu/" + foreign.substring(foreign.lastIndexOf('/') + 1), key).statusCode()).isEqualTo(404);
		assertThat(desk.get("/bao-cao/khoa").body()).doesNotContain("chưa dùng");
		long id = this.jdbc.sql("SELECT max(id) FROM report_key WHERE area_id = :area")
			.param("area", area("chau-phu").id())
			.query(Long.class)
			.single();
		assertThat(monitor("tri-ton").post("/bao-cao/khoa/" + id + "/thu-hoi", Map.of()).statusCode()).isEqualTo(404);
		desk.post("/bao-cao/khoa/" + id + "/thu-hoi", Map.of());
		assertThat(ask("?ky=2026-01", key).statusCode()).isEqualTo(401);
	}

	@Test
	void aKeyThatAsksTooOftenHasToWait() {
		Matcher found = KEY.matcher(
				monitor("tan-chau").post("/bao-cao/khoa", Map.of("ten", "Nhanh quá", "don-vi", "tan-chau")).body());
		assertThat(found.find()).isTrue();
		List<Integer> answers = IntStream.range(0, 50)
			.mapToObj((number) -> ask("/da-luu", found.group()).statusCode())
			.toList();
		assertThat(answers).contains(200, 429).endsWith(429);
	}

	private HttpResponse<String> ask(String what, String key) {
		return this.portal.get("localhost", "/api/bao-cao" + what, "Authorization", "Bearer " + key);
	}

	@Test
	void aThousandExportsAtOnceAreServedOrAskedToComeBack() throws InterruptedException, ExecutionException {
		List<TestPortal.Desk> desks = List.of(monitor("thoai-son"), monitor("tinh-bien"), monitor("chau-doc"));
		List<Callable<HttpResponse<byte[]>>> asked = IntStream.range(0, 1000)
			.<Callable<HttpResponse<byte[]>>>mapToObj(
					(number) -> () -> desks.get(number % 3).download("/bao-cao/ky/2026-01/tai/xlsx"))
			.toList();
		try (ExecutorService many = Executors.newFixedThreadPool(60)) {
			List<Future<HttpResponse<byte[]>>> answers = many.invokeAll(asked);
			Map<Integer, Integer> byStatus = new HashMap<>();
			for (Future<HttpResponse<byte[]>> answer : answers) {
				HttpResponse<byte[]> got = answer.get();
				byStatus.merge(got.statusCode(), 1, Integer::sum);
				if (got.statusCode() == 503) {
					assertThat(got.headers().firstValue("Retry-After")).contains("20");
					assertThat(new String(got.body(), StandardCharsets.UTF_8))
						.contains("Đang có nhiều người lấy báo cáo");
				}
			}
			assertThat(byStatus.keySet()).isEqualTo(Set.of(200, 503));
		}
		assertThat(desks.getFirst().download("/bao-cao/ky/2026-01/tai/xlsx").statusCode()).as("afterwards")
			.isEqualTo(200);
	}

	@Test
	void whoWatchesIsMailedWhatMattersMostOnceTheMailServerIsThere() throws Exception {
		Site site = this.sites.of(area("tinh-bien")).getFirst();
		TestPortal.Desk desk = monitor("tinh-bien");
		String address = desk.username() + "@thu.test";
		desk.post("/toi", Map.of("displayName", "Lê Thị Tám", "email", address, "mail", MailChoice.AT_ONCE.name()));
		LocalDate month = LocalDate.now(VietnameseText.ZONE);
		new MadeUpMonth(site, month).write(this.jdbc);
		GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		post.start();
		int port = post.getSmtp().getPort();
		try {
			this.clock.ahead(untilReportsOf(month), () -> {
				this.runner.run();
				post.stop();
				mailer(port).run();
			});
			post.start();
			int again = post.getSmtp().getPort();
			this.clock.ahead(untilReportsOf(month).plusHours(1), () -> {
				mailer(again).run();
				mailer(again).run();
			});
			Map<String, String> mails = new HashMap<>();
			for (MimeMessage mail : post.getReceivedMessages()) {
				if (GreenMailUtil.getHeaders(mail).contains(address)
						&& GreenMailUtil.getBody(mail).contains("/bao-cao/")) {
					assertThat(mails.put(mail.getSubject(), mail.getContent().toString())).as("once").isNull();
				}
			}
			String subject = "Báo cáo tháng " + month.getMonthValue() + " năm " + month.getYear()
					+ ", Thị xã Tịnh Biên";
			// a quarter or a year may have ended with the month
			assertThat(mails).containsKey(subject);
			assertThat(mails.get(subject)).contains("Chào Lê Thị Tám",
					this.sites.of(area("tinh-bien")).size() + " trang", "\n– ", "quan-tri.localhost");
		}
		finally {
			post.stop();
		}
	}

	private ReportMailer mailer(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.setDefaultEncoding("UTF-8");
		return new ReportMailer(
				new StaticListableBeanFactory(Map.of("mail", sender)).getBeanProvider(JavaMailSender.class), this.jdbc,
				this.users, this.sites, this.highlights, this.addresses, this.words,
				"Cổng Làng <khong-tra-loi@localhost>", this.clock);
	}

	/** Until the morning on which the reports of the month have been made for long. */
	private static Duration untilReportsOf(LocalDate month) {
		return Duration.between(Instant.now(),
				month.plusMonths(1).withDayOfMonth(10).atTime(9, 0).atZone(VietnameseText.ZONE).toInstant());
	}

	@Test
	void whatIsDueIsMadeOnceByOneNodeAndThoseWhoWatchAreTold() throws InterruptedException, ExecutionException {
		Site site = this.sites.of(area("long-xuyen")).getFirst();
		TestPortal.Desk desk = monitor("long-xuyen");
		new MadeUpMonth(site, LocalDate.now(VietnameseText.ZONE)).write(this.jdbc);
		this.clock.ahead(untilReportsOf(LocalDate.now(VietnameseText.ZONE)), () -> {
			try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
				for (Future<?> node : IntStream.range(0, 4)
					.mapToObj((number) -> nodes.submit(this.runner::run))
					.toList()) {
					node.get();
				}
			}
			catch (InterruptedException | ExecutionException ex) {
				throw new IllegalStateException(ex);
			}
			this.runner.run();
			Map<ReportPeriod.Kind, Long> made = this.reports
				.of(this.offices.all().stream().filter((office) -> office.slug().equals("long-xuyen")).toList(), 100)
				.stream()
				.filter(Reports.Line::scheduled)
				.collect(Collectors.groupingBy((line) -> line.period().kind(), Collectors.counting()));
			assertThat(made.get(ReportPeriod.Kind.MONTH)).isEqualTo(1);
		});
		String list = desk.get("/bao-cao").body();
		assertThat(list).contains("tự lập theo lịch", "Báo cáo mới").contains(">Mới<");
		String report = Jsoup.parse(list).select("tbody th a").attr("href");
		assertThat(desk.get(report).statusCode()).isEqualTo(200);
	}

	/** A single publication, as the recorder writes it. */
	private record MadeUpMonth(Site site, LocalDate day) {

		void write(JdbcClient jdbc) {
			CurrentSite.run(this.site.id(),
					() -> jdbc
						.sql("""
								INSERT INTO volume_sum (site_id, span, start, area_id, type, category, published, shared, withdrawn,
								    restored, words, images)
								SELECT :site, span, date_trunc(unit, :day::date)::date, :area, kind, '', 5, 0, 0, 0, 500, 5
								FROM (VALUES ('MONTH_TOTAL', 'month', ''), ('MONTH', 'month', 'ARTICLE'), ('YEAR_TOTAL', 'year', ''),
								    ('YEAR', 'year', 'ARTICLE')) s (span, unit, kind)
								ON CONFLICT DO NOTHING""")
						.param("site", this.site.id().value())
						.param("day", this.day)
						.param("area", this.site.area().id())
						.update());
		}

	}

}
