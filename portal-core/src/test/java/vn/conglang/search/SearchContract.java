package vn.conglang.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.content.TestImport;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.search.RelevanceSet.Answer;
import vn.conglang.search.SearchQuery.Filter;
import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.search.SearchResult.Count;
import vn.conglang.search.SearchResult.Hit;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the search promises, whichever engine answers. Each test has a site of its own in
 * a portal where nobody else publishes.
 */
abstract class SearchContract {

	@Autowired
	private Search search;

	@Autowired
	private BeanFactory beans;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private TestPortal portal;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	/**
	 * Waits until everything that was published or saved in a site can be found, without
	 * falling back to another engine.
	 */
	abstract void settle(Site site);

	private Site site(String slug) {
		return this.portal.site(slug);
	}

	private long publish(Site site, EntryType type, String title, String summary, String body,
			Map<String, String> fields, Instant at) {
		return CurrentSite.call(site.id(), () -> this.transaction.execute((status) -> {
			this.categories.ensureStandard();
			Long category = this.categories.find((type == EntryType.LEGAL_DOCUMENT) ? "van-ban" : "tin-tuc-su-kien")
				.orElseThrow()
				.id();
			long id = this.publishing.begin(type,
					new EntryText(title, summary, "<p>" + body + "</p>", category, fields, ""), "thử");
			this.publishing.publish(id, at);
			return id;
		}));
	}

	long publish(Site site, String title, String body) {
		return publish(site, EntryType.ARTICLE, title, "", body, Map.of(), now());
	}

	private long document(Site site, String number, String title, Map<String, String> more) {
		Map<String, String> fields = new HashMap<>(
				Map.of("number", number, "documentType", "Quyết định", "issuer", "UBND tỉnh An Giang"));
		fields.putAll(more);
		return publish(site, EntryType.LEGAL_DOCUMENT, title, "", "Nội dung.", fields, now());
	}

	private long draft(Site site, String title) {
		return CurrentSite.call(site.id(), () -> this.publishing.begin(EntryType.ARTICLE,
				new EntryText(title, "", "<p>Đang viết.</p>", null, Map.of(), ""), "thử"));
	}

	private Instant now() {
		return this.clock.instant();
	}

	private SearchResult find(Site site, String text) {
		return find(site, new SearchQuery(text, Reach.SITE, 20));
	}

	private SearchResult find(Site site, SearchQuery query) {
		return CurrentSite.call(site.id(), () -> this.search.find(query));
	}

	private List<Long> ids(Site site, String text) {
		return ids(find(site, text));
	}

	private static List<Long> ids(SearchResult result) {
		return result.hits().stream().map(Hit::entryId).toList();
	}

	private static String marked(List<SearchResult.Piece> pieces) {
		StringBuilder text = new StringBuilder();
		pieces.forEach((piece) -> text.append(piece.marked() ? "[" + piece.text() + "]" : piece.text()));
		return text.toString();
	}

	@Test
	void wordsAreFoundWithAndWithoutDiacriticsAndExactOnesComeFirst() {
		Site site = site("my-hoa-hung");
		long may = publish(site, "Lớp may gia dụng", "Mở lớp dạy may.");
		long machine = publish(site, "Máy gặt đập liên hợp", "Đưa máy về đồng.");
		settle(site);

		assertThat(ids(site, "máy gặt")).containsExactly(machine);
		assertThat(ids(site, "may gat")).containsExactly(machine);
		assertThat(ids(site, "MAY GAT")).containsExactly(machine);
		assertThat(ids(site, "may")).containsExactlyInAnyOrder(may, machine);
		assertThat(ids(site, "máy").getFirst()).isEqualTo(machine);
		assertThat(ids(site, "đập")).contains(machine);
		assertThat(ids(site, "dap")).contains(machine);
	}

	@Test
	void diacriticsTypedWronglyStillFindWhatIsMeantBehindWhatIsExact() {
		Site site = site("my-hiep");
		long other = publish(site, "Hòa bình ở khu dân cư", "Giữ gìn.");
		long exact = publish(site, "Hoa binh trong lòng dân", "Chỗ này hóa bịnh.");
		settle(site);

		SearchResult result = find(site, "hóa bịnh");
		assertThat(ids(result)).containsExactly(exact, other);
		assertThat(find(site, "hoá bình").closeness()).isEqualTo(Closeness.ANY_DIACRITICS);
		assertThat(ids(site, "hoá bình")).containsExactlyInAnyOrder(exact, other);
	}

	@Test
	void toneMarksMayStandInTheOldOrTheNewPlace() {
		Site site = site("my-an");
		long old = publish(site, "Khoẻ và hoà thuận", "Thuỷ lợi.");
		long fresh = publish(site, "Khỏe và hòa thuận", "Thủy lợi.");
		settle(site);

		for (String text : List.of("khoẻ hoà", "khỏe hòa", "thủy lợi", "thuỷ lợi", "\"hoà thuận\"",
				"kho\u0065\u0309 hoa\u0300")) {
			assertThat(ids(site, text)).as(text).containsExactlyInAnyOrder(old, fresh);
			assertThat(find(site, text).closeness()).as(text).isEqualTo(Closeness.AS_TYPED);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2590/QĐ-UBND", "2590 qd ubnd", "2590/qđ", "2590 qd", "2590qd-ubnd", "số 2590", "2590",
			"quyết định 2590", "quyet dinh so 2590/QD-UBND" })
	void aDocumentIsFoundByItsNumberInAnySpelling(String text) {
		Site site = site("my-luong");
		if (find(site, "2590").total() == 0) {
			publish(site, "Xã triển khai Quyết định 2590/QĐ-UBND của tỉnh", "Theo Quyết định số 2590/QĐ-UBND.");
			document(site, "2590/QĐ-UBND", "Ban hành danh mục thông tin công bố", Map.of("issued", "2022-10-25"));
			document(site, "259/QĐ-UBND", "Phê duyệt kế hoạch", Map.of("issued", "2023-10-25"));
			document(site, "420/KH-UBND", "Nông thôn mới thông minh", Map.of("issued", "2023-05-25"));
			settle(site);
		}

		SearchResult result = find(site, text);
		assertThat(result.hits()).as(text).isNotEmpty();
		assertThat(result.hits().getFirst().number()).as(text).isEqualTo("2590/QĐ-UBND");
		assertThat(result.hits()).extracting(Hit::number).doesNotContain("420/KH-UBND", "259/QĐ-UBND");
	}

	@Test
	void whatMeansTheSameIsFoundByEitherName() {
		Site site = site("my-phu");
		long whole = publish(site, "Lịch tiếp dân của Ủy ban nhân dân xã", "Thứ năm.");
		long abbreviated = publish(site, "UBND xã họp dân", "Bàn việc.");
		settle(site);

		for (String text : List.of("UBND", "ubnd xã", "Ủy ban nhân dân", "uy ban nhan dan xa")) {
			assertThat(ids(site, text)).as(text).containsExactlyInAnyOrder(whole, abbreviated);
		}
		assertThat(marked(find(site, "ubnd").hits()
			.stream()
			.filter((hit) -> hit.entryId() == whole)
			.findFirst()
			.orElseThrow()
			.title())).isEqualTo("Lịch tiếp dân của [Ủy ban nhân dân] xã");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "thuon thuy", "thuongg thuy", "thuogn thuy", "thiong thuy", "htuong thuy", "thuong thhuy" })
	void aLetterMistypedInALongerWordIsForgivenAndPutRight(String text) {
		Site site = site("my-khanh");
		if (find(site, "thuong thuy").total() == 0) {
			publish(site, "Nghệ nhân Thường Thủy kể chuyện làng", "Ở đình.");
			settle(site);
		}

		SearchResult result = find(site, text);
		assertThat(result.hits()).as(text).hasSize(1);
		assertThat(result.closeness()).isEqualTo(Closeness.CORRECTED);
		assertThat(VietnameseText.fold(result.correction() + "")).isEqualTo("thuong thuy");
		assertThat(marked(result.hits().getFirst().title())).contains("[");
	}

	@Test
	void shortWordsAreNotGuessed() {
		Site site = site("my-thoi");
		publish(site, "Cây lúa", "Hạt.");
		settle(site);

		assertThat(find(site, "luq").total()).isZero();
	}

	@Test
	void quotedWordsMustStandTogetherAndInOrder() {
		Site site = site("my-duc");
		long together = publish(site, "Chuyện nhà", "Cánh đồng mẫu lớn của xã.");
		long apart = publish(site, "Chuyện làng", "Lớn nhất là đồng lúa, mẫu mạ và cánh rừng.");
		settle(site);

		assertThat(ids(site, "cánh đồng mẫu lớn")).containsExactlyInAnyOrder(together, apart);
		assertThat(ids(site, "\"cánh đồng mẫu lớn\"")).containsExactly(together);
		assertThat(ids(site, "“canh dong” lớn")).containsExactly(together);
		assertThat(ids(site, "\"cánh đồng mẫu")).containsExactlyInAnyOrder(together, apart);
	}

	@Test
	void titleOverSummaryOverTextRecentOverOldAndInForceOverExpired() {
		Site site = site("my-hoi-dong");
		Instant now = now();
		long body = publish(site, EntryType.ARTICLE, "Việc một", "", "Nói về kênh mương.", Map.of(), now);
		long summary = publish(site, EntryType.ARTICLE, "Việc hai", "Nói về kênh mương.", "Ở đây.", Map.of(),
				now.minus(Duration.ofDays(400)));
		long title = publish(site, EntryType.ARTICLE, "Kênh mương", "", "Ở đây.", Map.of(),
				now.minus(Duration.ofDays(800)));
		long old = publish(site, "Lũ năm trước", "Nước lên.");
		long expired = document(site, "1/QĐ-UBND", "Thu phí chợ nổi", Map.of("expires", "2020-01-01"));
		long inForce = document(site, "2/QĐ-UBND", "Thu phí chợ nổi", Map.of("issued", "2019-01-01"));
		settle(site);

		assertThat(ids(site, "kênh mương")).containsExactly(title, summary, body);
		assertThat(ids(site, "phí chợ nổi")).containsExactly(inForce, expired);
		assertThat(find(site, "phí chợ nổi").hits()).extracting(Hit::expired).containsExactly(false, true);
		long recent = publish(site, EntryType.ARTICLE, "Lũ năm nay", "", "Nước lên.", Map.of(), now);
		long older = publish(site, EntryType.ARTICLE, "Lũ năm kia", "", "Nước lên.", Map.of(),
				now.minus(Duration.ofDays(700)));
		settle(site);
		assertThat(ids(site, "lũ")).last().isEqualTo(older);
		assertThat(ids(site, "lũ")).contains(recent, old);
	}

	@Test
	void wordsAreMarkedAsTheyWereWrittenAndTheExcerptShowsThem() {
		Site site = site("my-phu-dong");
		publish(site, "Hội nghị <b>đất đai</b> & nhà ở",
				"Mở đầu. ".repeat(60) + "Người dân đăng ký ĐẤT ĐAI tại xã. " + "Kết thúc. ".repeat(60));
		settle(site);

		Hit hit = find(site, "dat dai").hits().getFirst();
		assertThat(marked(hit.title())).contains("[đất đai]");
		assertThat(marked(hit.excerpt())).contains("đăng ký [ĐẤT ĐAI] tại xã").startsWith("… ").endsWith(" …");
	}

	@Test
	void someOfTheWordsAreEnoughIfAllTogetherFindNothing() {
		Site site = site("tan-my");
		long right = publish(site, "Hướng dẫn làm hộ chiếu phổ thông", "Ở công an.");
		publish(site, "Bắn pháo hoa", "Đêm rằm.");
		settle(site);

		SearchResult result = find(site, "hướng dẫn làm hộ chiếu xyzabc");
		assertThat(ids(result)).containsExactly(right);
		assertThat(result.closeness()).isEqualTo(Closeness.SOME_WORDS);
	}

	@Test
	void facetsCountWhatAnotherChoiceWouldFind() {
		Site site = site("tan-thanh");
		document(site, "5/QĐ-UBND", "Quy chế bến phà", Map.of("issued", "2021-02-03"));
		document(site, "6/QĐ-UBND", "Quy chế bến phà", Map.of("issued", "2022-02-03"));
		publish(site, EntryType.ARTICLE, "Bến phà mới", "", "Khánh thành.", Map.of(),
				LocalDate.of(2022, 5, 1).atStartOfDay(VietnameseText.ZONE).toInstant());
		settle(site);

		SearchResult all = find(site, "bến phà");
		assertThat(all.total()).isEqualTo(3);
		assertThat(all.facets().types()).containsExactly(new Count("LEGAL_DOCUMENT", 2), new Count("ARTICLE", 1));
		assertThat(all.facets().years()).containsExactly(new Count("2022", 2), new Count("2021", 1));
		assertThat(all.facets().categories()).containsExactly(new Count("van-ban", 2), new Count("tin-tuc-su-kien", 1));

		SearchResult some = find(site, new SearchQuery("bến phà", Reach.SITE,
				new Filter(EntryType.LEGAL_DOCUMENT, null, 2022, null, null), 0, 10));
		assertThat(some.hits()).extracting(Hit::number).containsExactly("6/QĐ-UBND");
		assertThat(some.facets().types()).containsExactlyInAnyOrder(new Count("LEGAL_DOCUMENT", 1),
				new Count("ARTICLE", 1));
		assertThat(some.facets().years()).containsExactly(new Count("2022", 1), new Count("2021", 1));

		SearchResult none = find(site,
				new SearchQuery("bến phà", Reach.SITE, new Filter(null, "khong-co", 1999, null, null), 0, 10));
		assertThat(none.hits()).isEmpty();
	}

	@Test
	void pagesFollowOneAnotherWithoutGapsHoweverDeep() {
		Site site = site("tan-trung");
		List<Long> all = IntStream.range(0, 47)
			.mapToObj((i) -> publish(site, "Bản tin số " + (i + 1000), "Tin."))
			.toList();
		settle(site);

		List<Long> paged = IntStream.range(0, 6)
			.mapToObj((page) -> find(site, new SearchQuery("bản tin", Reach.SITE, SearchQuery.NO_FILTER, page, 10)))
			.flatMap((result) -> ids(result).stream())
			.toList();
		assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
		SearchResult beyond = find(site,
				new SearchQuery("bản tin", Reach.SITE, SearchQuery.NO_FILTER, 1_000_000_000, 10));
		assertThat(beyond.hits()).isEmpty();
		assertThat(beyond.total()).isEqualTo(47);
	}

	@Test
	void aSiteFindsNothingOfAnotherAndCitizensNoDrafts() {
		Site one = site("tan-tuyen");
		Site other = site("tan-lap");
		long here = publish(one, "Chợ phiên biên giới", "Ở đây.");
		long draft = draft(one, "Chợ phiên đang soạn");
		long withdrawn = publish(one, "Chợ phiên đã gỡ", "Ở đây.");
		CurrentSite.run(one.id(), () -> this.publishing.withdraw(withdrawn));
		long there = publish(other, "Chợ phiên biên giới", "Ở kia.");
		long thereDraft = draft(other, "Chợ phiên đang soạn");
		settle(one);
		settle(other);

		assertThat(ids(one, "chợ phiên")).containsExactly(here);
		assertThat(ids(other, "chợ phiên")).containsExactly(there);
		SearchResult desk = find(one, new SearchQuery("chợ phiên", Reach.DESK, 10));
		assertThat(ids(desk)).containsExactlyInAnyOrder(here, draft, withdrawn).doesNotContain(thereDraft);
		assertThat(desk.hits()).filteredOn(Hit::draft)
			.extracting(Hit::entryId)
			.containsExactlyInAnyOrder(draft, withdrawn);
		SearchResult province = this.search.find(new SearchQuery("chợ phiên biên giới", Reach.PROVINCE, 10));
		assertThat(ids(province)).containsExactlyInAnyOrder(here, there);
		assertThat(province.facets().sites()).containsExactlyInAnyOrder(new Count("tan-tuyen", 1),
				new Count("tan-lap", 1));
		assertThat(ids(this.search.find(new SearchQuery("chợ phiên", Reach.PROVINCE,
				new Filter(null, null, null, one.area().slug(), null), 0, 10))))
			.contains(here);
		assertThat(ids(this.search
			.find(new SearchQuery("chợ phiên", Reach.PROVINCE, new Filter(null, null, null, null, "tan-lap"), 0, 10))))
			.containsExactly(there);
		assertThat(this.search
			.find(new SearchQuery("chợ phiên", Reach.PROVINCE, new Filter(null, null, null, "khong-co", null), 0, 10))
			.hits()).isEmpty();
	}

	@Test
	void overTheProvinceATitleComesBeforeVeryManyLaterTextsAndOneNumberTellsHowManyThereAre() {
		Site site = site("o-lam");
		long old = publish(site, EntryType.ARTICLE, "Ghe ngo ngày trước", "", "Kể lại.", Map.of(),
				Instant.parse("2019-03-01T02:00:00Z"));
		long latest = publish(site, "Tin trong ngày", "Tập chèo ghe ngo trên kênh.");
		settle(site);
		int most = Reach.PROVINCE.most();
		CurrentSite.run(site.id(), () -> this.jdbc.sql("""
				INSERT INTO search_document (site_id, entry_id, draft, version, analysis, fingerprint, shown, desk,
					type, category, slug, day, title, number, brief, body, head, words)
				SELECT site_id, 1000000000 + n, draft, version, analysis, fingerprint, shown, desk,
					type, category, slug, day, title, number, brief, body, head, words
				FROM search_document, generate_series(1, :most) n WHERE entry_id = :entry
				""").param("most", most).param("entry", latest).update());
		try {
			settle(site);
			SearchResult found = this.search.find(new SearchQuery("ghe ngo", Reach.PROVINCE, 10));
			assertThat(ids(found).getFirst()).isEqualTo(old);
			assertThat(found.reachable()).isEqualTo(most);
			assertThat(found.total()).isGreaterThan(most)
				.isEqualTo(found.facets().types().stream().mapToLong(Count::hits).sum())
				.isEqualTo(found.facets().years().stream().mapToLong(Count::hits).sum());
			assertThat(found.more() || found.total() == most + 2).isTrue();
			assertThat(find(site, "ghe ngo").total()).isEqualTo(most + 2);
		}
		finally {
			CurrentSite.run(site.id(), () -> this.jdbc.sql("""
					UPDATE search_document SET shown = false, desk = false, version = nextval('search_version_seq')
					WHERE entry_id > 1000000000
					""").update());
			settle(site);
		}
	}

	@Test
	void aTextThatReplacesAPublishedOneIsFoundInTheNewsroomUntilItIsPublishedToo() {
		Site site = site("tan-phu");
		long entry = publish(site, "Giờ mở cửa thư viện", "Sáng.");
		CurrentSite.run(site.id(), () -> this.publishing.save(entry, 1, new EntryText("Giờ đóng cửa bảo tàng", "",
				"<p>Chiều.</p>", this.categories.all().get(1).id(), Map.of(), ""), this.portal.user("admin")));
		settle(site);

		assertThat(ids(site, "thư viện")).containsExactly(entry);
		assertThat(ids(site, "bảo tàng")).isEmpty();
		assertThat(ids(find(site, new SearchQuery("bảo tàng", Reach.DESK, 10)))).containsExactly(entry);
		assertThat(ids(find(site, new SearchQuery("thư viện", Reach.DESK, 10)))).isEmpty();

		CurrentSite.run(site.id(), () -> this.publishing.publish(entry));
		settle(site);
		assertThat(ids(site, "thư viện")).isEmpty();
		assertThat(ids(site, "bảo tàng")).containsExactly(entry);
		assertThat(ids(find(site, new SearchQuery("bảo tàng", Reach.DESK, 10)))).containsExactly(entry);
	}

	@Test
	void whoeverIsTypingIsShownTitlesThatGoOnLikeThat() {
		Site site = site("tan-an");
		long one = publish(site, "Tiêm chủng mở rộng tháng này", "Trạm y tế.");
		publish(site, "Chuyện khác", "Nói về tiêm chủng.");
		settle(site);

		for (String text : List.of("ti", "tiêm ch", "tiem chung mo r", "TIÊM CHỦNG")) {
			List<Hit> hits = CurrentSite.call(site.id(), () -> this.search.suggest(text, Reach.SITE, 5));
			assertThat(hits).as(text).extracting(Hit::entryId).containsExactly(one);
		}
		assertThat(CurrentSite.call(site.id(), () -> this.search.suggest("", Reach.SITE, 5))).isEmpty();
		assertThat(this.search.suggest("tiêm chủng mở", Reach.PROVINCE, 5)).extracting(Hit::entryId).contains(one);
	}

	@Test
	void ofManyWordsMostInATitleAreMoreThanAllOfThemSomewhereInALongText() {
		Site site = site("an-tuc");
		long meant = publish(site, "Nâng cao chất lượng cung cấp dịch vụ công trực tuyến", "Kế hoạch của xã.");
		long byChance = publish(site, "Chuyện bên lề",
				"Nâng niu. Cao nguyên. Chất phác. Lượng mưa. Cung đường. Cấp bách. Dịch bệnh. Vụ mùa. Công ty. "
						+ "Trực ban. Tiếp khách.");
		settle(site);

		assertThat(ids(site, "nâng cao chất lượng cung cấp dịch vụ công trực tiếp")).containsExactly(meant, byChance);
		assertThat(ids(site, "nang cao chat luong cung cap dich vu cong truc tiep")).containsExactly(meant, byChance);
		assertThat(ids(this.search
			.find(new SearchQuery("nâng cao chất lượng cung cấp dịch vụ công trực tiếp", Reach.PROVINCE, 10))))
			.containsSubsequence(meant, byChance);
		assertThat(ids(site, "chất lượng trực tuyến")).containsExactly(meant);
	}

	@Test
	void aWordThatIsKnownIsNotTakenForAnotherWhenManyWereTyped() {
		Site site = site("an-nong");
		long meant = publish(site, EntryType.ARTICLE, "Đăng ký thường trú", "Nhập hộ khẩu về nơi ở mới.", "Ở đây.",
				Map.of(), now());
		publish(site, "Nhận hồ sơ khai báo đề nghị", "Nộp ở đây.");
		settle(site);

		assertThat(ids(site, "lam sao de nhap ho khau").getFirst()).isEqualTo(meant);
	}

	@Test
	void atLeast95Of100QueriesFindWhatIsMeantAmongTheFirstThree() {
		List<Answer> answers = ask(this.search);
		RelevanceSet.report(getClass().getSimpleName(), answers);
		assertThat(answers).hasSizeGreaterThan(100);
		assertThat(RelevanceSet.success(answers)).as(RelevanceSet.failures(answers)).isGreaterThanOrEqualTo(0.95);
	}

	/** Asks all queries of the relevance set. */
	List<Answer> ask(Search search) {
		Site site = site("dinh-thanh");
		importInto(site, "legal-document", "documents.csv");
		importInto(site, "article", "articles.jsonl");
		settle(site);
		return CurrentSite.call(site.id(), () -> RelevanceSet
			.ask((text) -> search.find(new SearchQuery(text, Reach.SITE, RelevanceSet.LOOKED_AT)).hits()));
	}

	private void importInto(Site site, String type, String file) {
		TestImport.Result result = TestImport.run(this.beans, "--site", site.slug(), "--type", type,
				RelevanceSet.FOLDER.resolve(file).toString());
		assertThat(result.code()).as(result.errors()).isZero();
	}

	static Stream<String> bait() {
		return Stream.of("", " ", "\"", "\"\"", "*", ":", "\\", "<", "<script>alert(1)</script>", "a".repeat(10_000),
				"từ ".repeat(5_000), "🏡🌾", "\u0000\u0001\u001b[31m", "' OR 1=1 --", "'; DROP TABLE entry; --",
				"a & !b | (c", "a:* <-> b", ".*", "(a+)+$", "[", "{\"query\":{\"match_all\":{}}}", "_exists_:title",
				"@1", "'@1'", "=ubnd", "\ud800", "a\u0300\u0301\u0302", "ភាសាខ្មែរ", "العربية", "%", "_", "?q=",
				"../../etc/passwd", "$1", "${jndi:ldap://x}", "0", "00000", "-1", "\u200b\ufeff", "\"mở mà không đóng",
				"„một” «hai» “ba”");
	}

	@ParameterizedTest
	@MethodSource("bait")
	void whateverIsTypedIsAnswered(String text) {
		Site site = site("tan-hoa");
		for (Reach reach : Reach.values()) {
			Supplier<SearchResult> find = () -> this.search.find(new SearchQuery(text, reach, 10));
			SearchResult result = CurrentSite.call(site.id(), find);
			assertThat(result.text().length()).isLessThanOrEqualTo(Search.LONGEST);
			assertThat(CurrentSite.call(site.id(), () -> this.search.suggest(text, reach, 5))).isNotNull();
			assertThat(result.hits())
				.allSatisfy((hit) -> assertThat(reach == Reach.PROVINCE || hit.site().equals(site)).isTrue());
		}
	}

}
