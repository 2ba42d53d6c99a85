package vn.conglang.search;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.search.SearchCountReport.Counted;
import vn.conglang.search.SearchCountReport.Question;
import vn.conglang.search.SearchCountReport.SiteCount;
import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@PortalTest
class SearchCountsTests {

	private static final String BROWSER = "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36";

	@Autowired
	private TestPortal portal;

	@Autowired
	private SearchCounts counts;

	@Autowired
	private SearchCountReport report;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	private Site site(String slug) {
		return this.portal.site(slug);
	}

	@Test
	void spellingsThatDifferInDiacriticsAreOneQuestionToldAsMostTypedIt() {
		Site site = site("an-thanh-trung");
		search(site, 3, "Đăng ký  KHAI SINH", true);
		search(site, 2, "dang ky khai sinh", true);
		search(site, 2, "đổi đất", true);
		Counted counted = counted(site);
		assertThat(counted.popular()).extracting(Question::words, Question::times)
			.containsExactly(tuple("đăng ký khai sinh", 5L));
		assertThat(counted.missed()).isEmpty();
		assertThat(counted.of(site)).as("all count, also what only two asked").isEqualTo(new SiteCount(7, 0));
	}

	@Test
	void whatNobodyFindsIsToldUntilItIsFound() {
		Site site = site("binh-phuoc-xuan");
		search(site, 3, "lịch tiêm chủng", false);
		search(site, 3, "giá lúa", false);
		assertThat(counted(site).missed()).extracting(Question::words).containsOnly("giá lúa", "lịch tiêm chủng");
		this.clock.ahead(Duration.ofDays(1), () -> {
			search(site, 1, "lich tiem chung", true);
			this.counts.write();
			assertThat(this.report.of(List.of(site), false, today(), today().plusDays(1)).missed())
				.extracting(Question::words)
				.containsExactly("giá lúa");
		});
	}

	@Test
	void aResultWithOnlySomeOfTheWordsIsNone() {
		Site site = site("hoa-an");
		for (int i = 0; i < 3; i++) {
			count(site, "vay vốn làm nhà", 12, Closeness.SOME_WORDS, BROWSER);
		}
		assertThat(counted(site).missed()).extracting(Question::words).containsExactly("vay vốn làm nhà");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nguyễn thị lan 0912345678", "0912 345 678", "0912.345.678", "+84 (912) 345-678",
			"lan@angiang.gov.vn", "cccd 089123456789", "hộ chiếu C1234567", "Trần Văn Được sinh ngày 2/3/1980",
			"tran van duoc sinh nam 1980", "https://example.com/ai-do", "www.example.com",
			"tôi muốn hỏi về việc ông hàng xóm nhà tôi lấn chiếm đất của gia đình tôi" })
	void whatLooksPersonalIsCountedWithoutItsWords(String text) {
		assertThat(SearchCounts.personal(SearchCounts.words(text))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2590/QĐ-UBND", "2590 qd ubnd", "nghị quyết 12/2025/NQ-HĐND ngày 20/11/2025",
			"tuyển sinh năm 2026", "học sinh năm học 2025 - 2026", "lịch 20-11-2025", "covid19", "tổ 12 ấp Bình Hòa 2",
			"tỷ lệ 50%", "😀" })
	void whatDoesNotLookPersonalKeepsItsWords(String text) {
		assertThat(SearchCounts.personal(SearchCounts.words(text))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "'  Khai \t SINH ', khai sinh", "'\"khai sinh\"', khai sinh", "'“Khai sinh”', khai sinh",
			"'Hòa', 'hòa'", "'\u0000 \ud800', ''", "'Ủy\u00a0ban', ủy ban" })
	void wordsAreCountedInOneForm(String text, String words) {
		assertThat(SearchCounts.words(text)).isEqualTo(words);
	}

	@Test
	void noWordsThatLookPersonalReachTheDatabase() {
		Site site = site("hoi-an");
		search(site, 4, "Nguyễn Văn Tám 0912 345 678", false);
		Counted counted = counted(site);
		assertThat(counted.popular()).isEmpty();
		assertThat(counted.of(site)).isEqualTo(new SiteCount(4, 4));
		assertThat(this.overseer.sql("SELECT string_agg(query || folded, '') FROM search_count WHERE site_id = :site")
			.param("site", site.id().value())
			.query(String.class)
			.single()).isEmpty();
	}

	@Test
	void programsFurtherPagesFiltersAndTheNewsroomCountForNothing() {
		Site site = site("dao-huu-canh");
		count(site, "khai sinh", 1, Closeness.AS_TYPED,
				"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
		count(site, "khai sinh", 1, Closeness.AS_TYPED, "facebookexternalhit/1.1");
		SearchResult result = result("khai sinh", 30, Closeness.AS_TYPED);
		CurrentSite.run(site.id(), () -> {
			this.counts.count(new SearchQuery("khai sinh", Reach.SITE, SearchQuery.NO_FILTER, 1, 10), result, BROWSER);
			this.counts.count(new SearchQuery("khai sinh", Reach.SITE,
					new SearchQuery.Filter(null, "tin-tuc-su-kien", null, null, null), 0, 10), result, BROWSER);
			this.counts.count(new SearchQuery("khai sinh", Reach.DESK, 10), result, BROWSER);
			this.counts.count(new SearchQuery(" \" ", Reach.SITE, 10), result(" \" ", 0, Closeness.AS_TYPED), BROWSER);
		});
		assertThat(counted(site).of(site)).isEqualTo(SiteCount.NONE);
		count(site, "khai sinh", 1, Closeness.AS_TYPED, null);
		assertThat(counted(site).of(site)).as("who says nothing").isEqualTo(new SiteCount(1, 0));
	}

	@Test
	void manyAtOnceAreAllCounted() throws Exception {
		Site site = site("long-dien-a");
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Boolean>> searches = IntStream.range(0, 400).<Callable<Boolean>>mapToObj((number) -> () -> {
				search(site, 5, "việc " + number % 7, number % 2 == 0);
				this.counts.write();
				return true;
			}).toList();
			for (var search : people.invokeAll(searches)) {
				search.get();
			}
		}
		assertThat(counted(site).of(site)).isEqualTo(new SiteCount(2000, 1000));
		assertThat(counted(site).popular()).hasSize(7);
	}

	@Test
	void aFloodOfQueriesKeepsTheWordsOfTheFirstOnlyAndCountsAll() {
		Site site = site("long-dien-b");
		search(site, 3, "giấy khai tử", true);
		this.counts.write();
		for (int i = 0; i < 2 * SearchCounts.MOST_WAITING; i++) {
			search(site, 1, "rác " + i, false);
		}
		search(site, 3, "giấy khai tử", true);
		Counted counted = counted(site);
		assertThat(counted.of(site))
			.isEqualTo(new SiteCount(2 * SearchCounts.MOST_WAITING + 6, 2 * SearchCounts.MOST_WAITING));
		assertThat(this.overseer.sql("SELECT count(*) FROM search_count WHERE site_id = :site")
			.param("site", site.id().value())
			.query(Integer.class)
			.single()).isLessThanOrEqualTo(SearchCounts.MOST_A_DAY + 1);
		assertThat(counted.popular()).extracting(Question::words).containsExactly("giấy khai tử");
	}

	@Test
	void eachSiteHasItsOwnCountsAndTheProvinceTheSum() {
		Site one = site("long-kien");
		Site other = site("binh-my");
		search(one, 2, "cấp lại thẻ bảo hiểm", false);
		search(other, 2, "cap lai the bao hiem", false);
		for (int i = 0; i < 3; i++) {
			this.counts.count(new SearchQuery("bản đồ quy hoạch " + one.slug(), Reach.PROVINCE, 10),
					result("bản đồ quy hoạch " + one.slug(), 0, Closeness.AS_TYPED), BROWSER);
		}
		assertThat(counted(one).popular()).as("two on this site").isEmpty();
		Counted both = this.report.of(List.of(one, other), false, today(), today());
		assertThat(both.missed()).singleElement().isEqualTo(new Question("cap lai the bao hiem", 4, 4, today(), 2));
		assertThat(both.of(other)).isEqualTo(new SiteCount(2, 2));
		assertThat(this.report.of(List.of(one), true, today(), today()).missed()).extracting(Question::words)
			.contains("bản đồ quy hoạch " + one.slug());
		CurrentSite.run(other.id(),
				() -> assertThat(this.jdbc.sql("SELECT DISTINCT site_id FROM search_count").query(Long.class).list())
					.containsExactly(other.id().value()));
	}

	@Test
	void whatIsOldIsForgottenAndWhatIsNotOldStays() {
		Site site = site("binh-thuy");
		LocalDate last = today().minusDays(SearchCounts.KEPT_DAYS);
		CurrentSite.run(site.id(),
				() -> this.jdbc.sql("""
						INSERT INTO search_count (site_id, day, query, folded, times, missed)
						VALUES (portal_site(), :last, 'còn giữ', 'con giu', 3, 0),
							(portal_site(), :before, 'đã cũ', 'da cu', 3, 0)""")
					.param("last", last)
					.param("before", last.minusDays(1))
					.update());
		this.jdbc.sql(
				"INSERT INTO province_search_count (day, query, folded, times, missed) VALUES (:day, 'xa xưa', 'xa xua', 9, 0)")
			.param("day", last.minusDays(1))
			.update();
		this.counts.forget();
		assertThat(this.report.of(List.of(site), true, LocalDate.EPOCH, last).popular()).extracting(Question::words)
			.containsExactly("còn giữ");
	}

	private Counted counted(Site site) {
		this.counts.write();
		return this.report.of(List.of(site), false, today(), today());
	}

	private void search(Site site, int times, String text, boolean found) {
		for (int i = 0; i < times; i++) {
			count(site, text, found ? 4 : 0, Closeness.AS_TYPED, BROWSER);
		}
	}

	private void count(Site site, String text, long total, Closeness closeness, @Nullable String userAgent) {
		CurrentSite.run(site.id(), () -> this.counts.count(new SearchQuery(text, Reach.SITE, 10),
				result(text, total, closeness), userAgent));
	}

	private static SearchResult result(String text, long total, Closeness closeness) {
		return new SearchResult(text, closeness, null, total, false, total, List.of(), SearchResult.Facets.NONE);
	}

	private static LocalDate today() {
		return LocalDate.now(VietnameseText.ZONE);
	}

}
