package vn.conglang.volume;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.Patiently;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class VolumeTests {

	private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2019, 12, 31);

	private static final Period DECEMBER = Period.month(YearMonth.of(2019, 12));

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Volumes volumes;

	@Autowired
	private VolumeReport report;

	@Autowired
	private VolumeCheck check;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Sites sites;

	@Autowired
	@Qualifier("ownerDataSource")
	private DataSource owner;

	private Site site(String slug) {
		return this.portal.site(slug);
	}

	@BeforeEach
	void aFewPublications() {
		if (count("hoa-lac", Period.year(2019)) == 0) {
			publish("hoa-lac", EntryType.ARTICLE, "Một", NEW_YEARS_EVE, LocalTime.of(23, 59));
			publish("hoa-lac", EntryType.ARTICLE, "Hai", NEW_YEARS_EVE.plusDays(1), LocalTime.MIDNIGHT);
			publish("hoa-lac", EntryType.LEGAL_DOCUMENT, "Ba", NEW_YEARS_EVE, LocalTime.NOON);
			publish("binh-chanh", EntryType.ARTICLE, "Bốn", NEW_YEARS_EVE, LocalTime.NOON);
			publish("phu-vinh", EntryType.ARTICLE, "Năm", NEW_YEARS_EVE, LocalTime.NOON);
		}
	}

	@Test
	void aDayEndsAtMidnightInVietnam() {
		assertThat(count("hoa-lac", Period.year(2019))).isEqualTo(2);
		assertThat(count("hoa-lac", Period.year(2020))).isEqualTo(1);
		assertThat(this.volumes.days(site("hoa-lac"), new Period(NEW_YEARS_EVE, NEW_YEARS_EVE.plusDays(1))))
			.containsExactly(Map.entry(NEW_YEARS_EVE, 2), Map.entry(NEW_YEARS_EVE.plusDays(1), 1));
		assertThat(this.volumes.months(List.of(site("hoa-lac")), YearMonth.of(2019, 11), YearMonth.of(2020, 1)))
			.hasEntrySatisfying(YearMonth.of(2019, 11), (figures) -> assertThat(figures.published()).isZero())
			.hasEntrySatisfying(YearMonth.of(2019, 12),
					(figures) -> assertThat(figures.byType())
						.isEqualTo(Map.of(EntryType.ARTICLE, 1, EntryType.LEGAL_DOCUMENT, 1)))
			.hasEntrySatisfying(YearMonth.of(2020, 1), (figures) -> assertThat(figures.published()).isOne());
	}

	@Test
	void aPeriodIsTheSameHoweverItIsPutTogether() {
		Site hoaLac = site("hoa-lac");
		for (LocalDate from : List.of(LocalDate.of(2015, 3, 7), LocalDate.of(2019, 6, 1), LocalDate.of(2019, 12, 31),
				LocalDate.of(2019, 8, 20))) {
			for (LocalDate to : List.of(NEW_YEARS_EVE, NEW_YEARS_EVE.plusDays(1), LocalDate.of(2020, 1, 31),
					LocalDate.of(2020, 10, 9), LocalDate.of(2024, 12, 31))) {
				int days = this.volumes.days(hoaLac, new Period(from, to))
					.values()
					.stream()
					.mapToInt(Integer::intValue)
					.sum();
				assertThat(count("hoa-lac", new Period(from, to))).as(from + " to " + to).isEqualTo(days).isPositive();
			}
		}
	}

	@Test
	void renewingAnEntryCountsItOnceAndWithdrawingAndComingBackAreToldBeside() {
		long id = publish("phu-hiep", EntryType.ARTICLE, "Sửa nhiều lần", LocalDate.of(2018, 5, 5), LocalTime.NOON);
		Period today = new Period(today(), today());
		Figures before = figures("phu-hiep", today);
		CurrentSite.run(site("phu-hiep").id(), () -> {
			this.publishing.publish(id);
			this.publishing.withdraw(id);
			this.publishing.publish(id);
		});
		assertThat(count("phu-hiep", Period.year(2018))).isEqualTo(1);
		Figures after = figures("phu-hiep", today);
		assertThat(after.published()).isEqualTo(before.published());
		assertThat(after.withdrawn() - before.withdrawn()).isEqualTo(1);
		assertThat(after.restored() - before.restored()).isEqualTo(1);
	}

	@Test
	void aFactTellsWhoseWorkItIsAndHowLongItTook() {
		Site site = site("phu-hiep");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		long id = CurrentSite.call(site.id(), () -> {
			this.categories.ensureStandard();
			return this.publishing.begin(EntryType.ARTICLE, text("Viết rồi chờ"), this.portal.user(editor.username()));
		});
		this.clock.ahead(Duration.ofHours(400 * 24 + 7), () -> {
			CurrentSite.run(site.id(), () -> this.publishing.publish(id));
			LocalDate later = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
			Work work = Objects
				.requireNonNull(this.volumes.work(List.of(site), new Period(later, later)).get(site.id()));
			assertThat(work.authors()).isOne();
			assertThat(work.medianDraftToPublication()).isBetween(Duration.ofHours(400 * 24 + 7),
					Duration.ofHours(400 * 24 + 8));
			Evidence evidence = this.volumes.entries(Reach.of(site), new Period(later, later), Filter.ALL,
					Kind.PUBLISHED, 1);
			assertThat(evidence.total()).isOne();
			assertThat(evidence.entries().getFirst().title()).isEqualTo("Viết rồi chờ");
			assertThat(evidence.entries().getFirst().author()).isEqualTo("Người " + editor.username());
			assertThat(this.volumes.lastOwn(List.of(site))).containsEntry(site.id(), later);
			assertThat(
					this.volumes
						.lastOwn(List.of(site),
								List.of(new Volumes.EntriesOfKind(Set.of(EntryType.ARTICLE), Set.of()),
										new Volumes.EntriesOfKind(Set.of(), Set.of("tin-tuc-su-kien")),
										new Volumes.EntriesOfKind(Set.of(), Set.of("khong-co-muc-nay"))))
						.get(site.id()))
				.containsExactly(later, later, null);
		});
	}

	@Test
	void aDistrictSeesItsOwnSitesOnly() {
		TestPortal.Desk phuTan = this.portal.login(Role.AREA_MONITOR, this.sites.area("phu-tan").orElseThrow().id());
		String page = phuTan.get("/san-luong?tu=2019-12-01&den=2019-12-31").body();
		assertThat(page).contains("Xã Hòa Lạc")
			.contains("Sản lượng huyện Phú Tân")
			.doesNotContain("Bình Chánh")
			.doesNotContain("Huyện Châu Phú");
		assertThat(phuTan.get("/san-luong.csv?tu=2019-12-01&den=2019-12-31")
			.body()
			.lines()
			.filter((line) -> line.contains("Phú Tân"))).hasSize(18);
		assertThat(phuTan.get("/san-luong/bai?tu=2019-12-01&den=2019-12-31").body()).contains("Một")
			.doesNotContain("Bốn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/san-luong?area=chau-phu", "/san-luong.csv?area=chau-phu", "/san-luong/bai?area=chau-phu",
			"/san-luong/bai?site=binh-chanh", "/san-luong/bai?site=binh-chanh&area=phu-tan", "/san-luong/binh-chanh",
			"/san-luong/binh-chanh/bai", "/san-luong?area=khong-co", "/san-luong/khong-co", "/san-luong/bai?site=1" })
	void whoGuessesWhatIsOthersFindsNothing(String path) {
		TestPortal.Desk phuTan = this.portal.login(Role.AREA_MONITOR, this.sites.area("phu-tan").orElseThrow().id());
		assertThat(phuTan.get(path).statusCode()).isEqualTo(404);
		assertThat(this.portal.login(Role.CHIEF_EDITOR, site("hoa-lac")).get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void theProvinceSeesAllSitesWithTotalsThatAddUp() {
		Reach all = new Reach(this.sites.areas(), this.sites.all(), Reach.Counts.AREAS);
		VolumeReport.Volume volume = this.report.of(all, DECEMBER, Filter.ALL);
		assertThat(volume.sites()).isEqualTo(156);
		assertThat(volume.total().published()).isEqualTo(4);
		assertThat(volume.areas()).hasSize(11);
		assertThat(volume.areas().stream().mapToInt((area) -> area.figures().published()).sum()).isEqualTo(4);
		assertThat(volume.total().of(EntryType.LEGAL_DOCUMENT)).isEqualTo(1);
		assertThat(volume.silent()).isEqualTo(153);
		assertThat(volume.categories().stream().mapToInt((category) -> category.published()).sum()).isEqualTo(4);
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		assertThat(province.get("/san-luong.csv?tu=2019-12-01&den=2019-12-31").body().lines().count()).isEqualTo(157);
		String page = province.get("/san-luong?tu=2019-12-01&den=2019-12-31").body();
		assertThat(page).contains("Trang 1 trên 2");
		assertThat(province.get("/san-luong?tu=2019-12-01&den=2019-12-31&trang=2").body()).contains("Trang 2 trên 2");
	}

	@Test
	void everyNumberLeadsToItsEvidence() {
		TestPortal.Desk province = this.portal.login("admin");
		String page = province.get("/san-luong?tu=2019-12-01&den=2019-12-31").body();
		assertThat(page).contains(
				"/san-luong/bai?tu=2019-12-01&amp;den=2019-12-31&amp;area=phu-tan&amp;type=article&amp;site=hoa-lac");
		String evidence = province
			.get("/san-luong/bai?tu=2019-12-01&den=2019-12-31&area=phu-tan&type=article&site=hoa-lac")
			.body();
		assertThat(evidence).contains("có 1 bài")
			.contains("Một")
			.doesNotContain("Ba</a>")
			.contains("/bien-tap/hoa-lac/bai/")
			.contains("hoa-lac.localhost")
			.contains("31/12/2019");
		assertThat(province.get("/san-luong/bai?tu=2019-12-01&den=2019-12-31&gi=go").body()).contains("có 0 lần gỡ")
			.contains("Không có bài nào");
		assertThat(province.get("/san-luong/bai?tu=2019-12-01&den=2019-12-31&trang=99").statusCode()).isEqualTo(200);
	}

	@Test
	void aBoardSeesItsOwnSiteBesideTheAverageOfItsArea() {
		TestPortal.Desk editor = this.portal.login(Role.CHIEF_EDITOR, site("hoa-lac"));
		String page = editor.get("/san-luong/hoa-lac?tu=2019-12-01&den=2019-12-31").body();
		assertThat(page).contains("Sản lượng xã Hòa Lạc")
			.contains("Trung bình một trang ở huyện Phú Tân")
			.contains("có 1 ngày đăng bài")
			.doesNotContain("/trung-lap");
		assertThat(editor.get("/san-luong/hoa-lac/bai?tu=2019-12-01&den=2019-12-31").body()).contains("có 2 bài");
		assertThat(this.portal.login("admin").get("/san-luong/hoa-lac").body()).contains("/trung-lap");
	}

	@Test
	void anEditorHasNoVolumePageOfAll() {
		TestPortal.Desk editor = this.portal.login(Role.CHIEF_EDITOR, site("hoa-lac"));
		for (String path : List.of("/san-luong", "/san-luong.csv", "/san-luong/bai", "/theo-doi")) {
			assertThat(editor.get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tu=2020-01-01&den=2019-01-01", "tu=khong&den=2019-13-45", "tu=0000-00-00",
			"den=9999-12-31", "tu=1900-01-01&den=2200-12-31", "sort=khong-co&order=x", "type=khong", "type=khac",
			"category=%27;drop table site;--", "sort=cuoi&order=tang", "sort=ten", "sort=huyen", "sort=go", "sort=chu",
			"sort=anh", "sort=bai", "sort=van-ban", "sort=trang", "trang=0", "trang=-1", "trang=99999999999",
			"category=tin-tuc-su-kien", "gi=khong" })
	void oddQuestionsAreAnsweredWithAPage(String query) {
		TestPortal.Desk province = this.portal.login("admin");
		for (String path : List.of("/san-luong", "/san-luong.csv", "/san-luong/bai", "/san-luong/hoa-lac",
				"/san-luong/hoa-lac/bai")) {
			assertThat(province.get(path + "?" + query.replace(" ", "%20")).statusCode()).as(path).isEqualTo(200);
		}
	}

	@Test
	void daysInTheWrongOrderArePutRightAndThatIsSaid() {
		assertThat(this.portal.login("admin").get("/san-luong?tu=2020-01-31&den=2019-12-01").body())
			.contains("Ngày đầu ở sau ngày cuối")
			.contains("Từ 01/12/2019 đến 31/01/2020");
	}

	@Test
	void aCategoryThatIsRenamedStaysOneCategory() {
		Site site = site("phu-hiep");
		publish("phu-hiep", EntryType.ARTICLE, "Tên cũ", LocalDate.of(2017, 2, 1), LocalTime.NOON);
		rename(site, "Tin tức – Sự kiện", "Tin trong xã");
		publish("phu-hiep", EntryType.ARTICLE, "Tên mới", LocalDate.of(2017, 2, 2), LocalTime.NOON);
		rename(site, "Tin trong xã", "Tin tức – Sự kiện");
		assertThat(this.volumes.byCategory(List.of(site), Period.year(2017), Filter.ALL)).singleElement()
			.satisfies((category) -> {
				assertThat(category.slug()).isEqualTo("tin-tuc-su-kien");
				assertThat(category.published()).isEqualTo(2);
			});
		Evidence evidence = this.volumes.entries(Reach.of(site), Period.year(2017), new Filter(null, "tin-tuc-su-kien"),
				Kind.PUBLISHED, 1);
		assertThat(evidence.entries()).extracting(Evidence.Counted::category)
			.containsExactly("Tin trong xã", "Tin tức – Sự kiện");
		assertThat(differences(site)).isEmpty();
	}

	@Test
	void aSiteThatMovesIsCountedWhereItStood() {
		Site site = site("phu-hiep");
		Instant before = Instant.now();
		long id = publishAt("phu-hiep", "Trước khi chuyển", before);
		move("phu-hiep", "chau-phu");
		try {
			publishAt("phu-hiep", "Sau khi chuyển", Instant.now());
			Reach old = new Reach(List.of(this.sites.area("phu-tan").orElseThrow()), List.of(), Reach.Counts.AREAS)
				.only(site);
			Reach now = new Reach(List.of(this.sites.area("chau-phu").orElseThrow()), List.of(), Reach.Counts.AREAS)
				.only(site);
			Period today = new Period(today(), today());
			assertThat(titles(old, today)).contains("Trước khi chuyển").doesNotContain("Sau khi chuyển");
			assertThat(titles(now, today)).contains("Sau khi chuyển").doesNotContain("Trước khi chuyển");
			assertThat(titles(Reach.of(site("phu-hiep")), today)).contains("Sau khi chuyển", "Trước khi chuyển");
			// what is brought in later with an earlier day counts where the site stood
			// then
			publish("phu-hiep", EntryType.ARTICLE, "Nhập sau", LocalDate.of(2016, 3, 3), LocalTime.NOON);
			assertThat(this.volumes.total(old, Period.year(2016), Filter.ALL).published()).isOne();
			CurrentSite.run(site.id(), () -> this.publishing.withdraw(id));
			assertThat(this.volumes.total(now, today, Filter.ALL).withdrawn()).isOne();
			assertThat(differences(site)).isEmpty();

			TestPortal.Desk phuTan = this.portal.login(Role.AREA_MONITOR,
					this.sites.area("phu-tan").orElseThrow().id());
			String page = phuTan.get("/san-luong?tu=" + today() + "&den=" + today()).body();
			assertThat(page).contains("Xã Phú Hiệp").contains("sau đó thuộc huyện Châu Phú").contains("18 trang");
			assertThat(phuTan.get("/san-luong/phu-hiep").statusCode()).isEqualTo(404);
			assertThat(phuTan.get("/san-luong/bai?site=phu-hiep&tu=" + today() + "&den=" + today()).body())
				.contains("Trước khi chuyển")
				.doesNotContain("Sau khi chuyển");
			TestPortal.Desk chauPhu = this.portal.login(Role.AREA_MONITOR,
					this.sites.area("chau-phu").orElseThrow().id());
			assertThat(chauPhu.get("/san-luong?tu=" + today() + "&den=" + today()).body())
				.contains("trước đó thuộc huyện Phú Tân");
			assertThat(chauPhu.get("/san-luong/phu-hiep").body()).contains("trước đó: huyện Phú Tân");
			assertThat(chauPhu.get("/san-luong?tu=2019-12-01&den=2019-12-31").body()).as("not yet there then")
				.doesNotContain("Phú Hiệp");
			VolumeReport.Volume all = this.report
				.of(new Reach(this.sites.areas(), this.sites.all(), Reach.Counts.AREAS), today, Filter.ALL);
			assertThat(all.sites()).isEqualTo(156);
			assertThat(all.rows()).filteredOn((row) -> row.site().slug().equals("phu-hiep")).hasSize(2);
		}
		finally {
			move("phu-hiep", "phu-tan");
		}
	}

	@Test
	void aSiteThatWasRetiredStaysInTheReportsOfItsTime() {
		publish("phu-vinh", EntryType.ARTICLE, "Bài cuối", today(), LocalTime.MIDNIGHT);
		change("UPDATE site SET status = 'RETIRED', changed_at = clock_timestamp() WHERE slug = 'phu-vinh'",
				() -> this.sites.bySlug("phu-vinh").isEmpty());
		try {
			String page = this.portal.login("admin")
				.get("/san-luong?area=tan-chau&tu=" + today() + "&den=" + today())
				.body();
			assertThat(page).contains("Xã Phú Vĩnh").contains("Ngừng hoạt động từ");
			assertThat(this.portal.login("admin").get("/san-luong/phu-vinh").body()).contains("ngừng hoạt động từ");
			assertThat(this.portal.login("admin")
				.get("/san-luong?area=tan-chau&tu=" + today().plusDays(1) + "&den=" + today().plusDays(2))
				.body()).doesNotContain("Phú Vĩnh");
		}
		finally {
			change("UPDATE site SET status = 'ACTIVE', changed_at = clock_timestamp() WHERE slug = 'phu-vinh'",
					() -> this.sites.bySlug("phu-vinh").isPresent());
		}
	}

	@Test
	void aNameThatLooksLikeAFormulaStaysText() {
		change("UPDATE site SET kind = '=HYPERLINK(1)' WHERE slug = 'phu-vinh'",
				() -> this.sites.bySlug("phu-vinh").orElseThrow().kind().startsWith("="));
		try {
			assertThat(this.portal.login("admin").get("/san-luong.csv?area=tan-chau").body())
				.contains(",'=HYPERLINK(1) Phú Vĩnh,");
		}
		finally {
			change("UPDATE site SET kind = 'xã' WHERE slug = 'phu-vinh'",
					() -> this.sites.bySlug("phu-vinh").orElseThrow().kind().equals("xã"));
		}
	}

	@Test
	void aSumThatIsWrongIsFoundAndMadeAnew() {
		Site site = site("hoa-lac");
		assertThat(differences(site)).isEmpty();
		JdbcClient owner = JdbcClient.create(this.owner);
		owner.sql("UPDATE volume_sum SET published = published + 1 WHERE site_id = :site AND span = 'YEAR'")
			.param("site", site.id().value())
			.update();
		owner.sql("DELETE FROM volume_last WHERE site_id = :site").param("site", site.id().value()).update();
		assertThat(differences(site)).containsExactlyInAnyOrder(VolumeCheck.Problem.SUMS, VolumeCheck.Problem.LAST);
		this.check.repair(site.id());
		assertThat(differences(site)).isEmpty();
		assertThat(count("hoa-lac", Period.year(2019))).isEqualTo(2);
	}

	private Set<VolumeCheck.Problem> differences(Site site) {
		return Set.copyOf(this.check.differences()
			.stream()
			.filter((difference) -> difference.site().equals(site.id()))
			.map(VolumeCheck.Difference::problem)
			.toList());
	}

	private List<String> titles(Reach reach, Period period) {
		return this.volumes.entries(reach, period, Filter.ALL, Kind.PUBLISHED, 1)
			.entries()
			.stream()
			.map(Evidence.Counted::title)
			.toList();
	}

	private void rename(Site site, String from, String to) {
		JdbcClient.create(this.owner)
			.sql("UPDATE category SET name = :to WHERE site_id = :site AND name = :from")
			.param("to", to)
			.param("site", site.id().value())
			.param("from", from)
			.update();
	}

	/** As a new tenant configuration would. */
	private void move(String slug, String area) {
		change("UPDATE site SET area_id = (SELECT id FROM area WHERE slug = '" + area
				+ "'), changed_at = clock_timestamp() WHERE slug = '" + slug + "'",
				() -> site(slug).area().slug().equals(area));
	}

	private void change(String sql, Callable<Boolean> known) {
		JdbcClient owner = JdbcClient.create(this.owner);
		owner.sql(sql).update();
		owner.sql("NOTIFY portal_configuration").update();
		Patiently.await().until(known);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	private int count(String slug, Period period) {
		return figures(slug, period).published();
	}

	private Figures figures(String slug, Period period) {
		return this.volumes.bySite(List.of(site(slug)), period, Filter.ALL).getOrDefault(site(slug).id(), Figures.NONE);
	}

	private EntryText text(String title) {
		return new EntryText(title, "", "<p>Nội dung</p>", this.categories.all().get(1).id(),
				Map.of("number", "1/KH", "documentType", "Kế hoạch", "issuer", "UBND"), "");
	}

	private long publishAt(String slug, String title, Instant at) {
		return CurrentSite.call(site(slug).id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(EntryType.ARTICLE, text(title), "thử");
			this.publishing.publish(id, at);
			return id;
		});
	}

	private long publish(String slug, EntryType type, String title, LocalDate day, LocalTime time) {
		Instant at = day.atTime(time).atZone(VietnameseText.ZONE).toInstant();
		return CurrentSite.call(site(slug).id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(type, text(title), "thử");
			this.publishing.publish(id, at);
			return id;
		});
	}

}
