package vn.conglang.likeness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.volume.Period;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything here happens in years of its own, so that nothing else is counted. */
@PortalTest
class LikenessTests {

	private static final User LAN = new User(1, "lan", "Lan", true, Instant.EPOCH, null, MailChoice.AT_ONCE, List.of());

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Likeness likeness;

	@Autowired
	private Rounds rounds;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Test
	void aLaterTextThatIsNearlyTheSameIsACopyOfTheEarlierOne() {
		MadeTexts texts = new MadeTexts(1_991);
		List<String> text = texts.syllables(250);
		long source = publish("vinh-gia", "Vớt lục bình", text, "1991-03-01");
		long copy = publish("vinh-phuoc", "Dọn kênh", texts.altered(text, 0.02), "1991-03-05");
		publish("vinh-phuoc", "Chuyện khác", texts.syllables(250), "1991-03-06");
		look();
		Pair pair = pairOf(copy).orElseThrow();
		assertThat(pair.source().entry()).isEqualTo(source);
		assertThat(pair.source().site().slug()).isEqualTo("vinh-gia");
		assertThat(pair.overlap()).isBetween(80, 99);
		assertThat(pairOf(source)).isEmpty();
		assertThat(share("vinh-phuoc", 1991)).isEqualTo(new CopyShare(1, 2));
		assertThat(share("vinh-gia", 1991)).isEqualTo(new CopyShare(0, 1));
		assertThat(share("vinh-phuoc", 1990)).isEqualTo(CopyShare.NONE);
	}

	@Test
	void whatIsShortOrTheSameByNatureOrTakenOverOrOfTheSameSiteIsNoCopy() {
		MadeTexts texts = new MadeTexts(1_992);
		List<String> text = texts.syllables(250);
		List<String> brief = texts.syllables(25);
		publish("vinh-gia", "Dài", text, "1992-03-01");
		publish("vinh-gia", "Ngắn", brief, "1992-03-01");
		long ofTheSameSite = publish("vinh-gia", "Dài lần nữa", text, "1992-03-02");
		long tooShort = publish("vinh-phuoc", "Ngắn", brief, "1992-03-02");
		Site site = this.portal.site("vinh-phuoc");
		long document = in(site,
				() -> this.publishing
					.begin(EntryType.LEGAL_DOCUMENT,
							new EntryText("Quyết định", "", MadeTexts.html(text), category(),
									Map.of("number", "1/QĐ", "documentType", "Quyết định", "issuer", "UBND"), ""),
							"Lan"));
		in(site, () -> publishAt(document, "1992-03-02"));
		long shared = in(site,
				() -> this.publishing.beginShared(text("Chia sẻ", MadeTexts.html(text)), 1, "Huyện", LAN.id()));
		in(site, () -> publishAt(shared, "1992-03-03"));
		look();
		for (long entry : List.of(ofTheSameSite, tooShort, document, shared)) {
			assertThat(pairOf(entry)).isEmpty();
		}
		assertThat(share("vinh-phuoc", 1992)).isEqualTo(CopyShare.NONE);
	}

	@Test
	void ofSeveralTheOneThatIsMostAlikeIsTheSourceAndOfEquallyAlikeOnesTheFirst() {
		MadeTexts texts = new MadeTexts(1_993);
		List<String> text = texts.syllables(250);
		List<String> changed = texts.altered(text, 0.02);
		long copyOfBoth = publish("le-tri", "Ba", changed, "1993-03-05");
		look();
		long first = publish("vinh-gia", "Một", text, "1993-03-01");
		look();
		assertThat(pairOf(copyOfBoth).orElseThrow().source().entry()).as("older, though published here later")
			.isEqualTo(first);
		long nearer = publish("vinh-phuoc", "Hai", changed, "1993-03-03");
		look();
		assertThat(pairOf(copyOfBoth).orElseThrow().source().entry()).isEqualTo(nearer);
		assertThat(pairOf(copyOfBoth).orElseThrow().overlap()).isEqualTo(100);
		assertThat(pairOf(nearer).orElseThrow().source().entry()).isEqualTo(first);
		long nearerStill = publish("vinh-trung", "Bốn", changed, "1993-03-02");
		look();
		assertThat(pairOf(copyOfBoth).orElseThrow().source().entry()).isEqualTo(nearerStill);
	}

	@Test
	void whatIsWithdrawnOrRewrittenLeavesAndTheNextSourceTakesItsPlace() {
		MadeTexts texts = new MadeTexts(1_994);
		List<String> text = texts.syllables(250);
		long first = publish("vinh-gia", "Một", text, "1994-03-01");
		long second = publish("vinh-phuoc", "Hai", text, "1994-03-02");
		long third = publish("le-tri", "Ba", text, "1994-03-03");
		look();
		assertThat(pairOf(third).orElseThrow().source().entry()).isEqualTo(first);
		in(this.portal.site("vinh-gia"), () -> this.publishing.withdraw(first));
		assertThat(pairOf(third)).as("nobody is shown what was withdrawn").isEmpty();
		look();
		assertThat(pairOf(second)).isEmpty();
		assertThat(pairOf(third).orElseThrow().source().entry()).isEqualTo(second);
		renew("le-tri", third, texts.syllables(250));
		look();
		assertThat(pairOf(third)).isEmpty();
		assertThat(share("le-tri", 1994)).isEqualTo(new CopyShare(0, 1));
	}

	@Test
	void aCorrectionKeepsTheFirstPlaceAndAnotherTextGetsNone() {
		MadeTexts texts = new MadeTexts(1_995);
		List<String> text = texts.syllables(250);
		List<String> corrected = new ArrayList<>(text);
		corrected.set(17, "sửa");
		long original = publish("vinh-gia", "Một", text, "1995-03-01");
		long copy = publish("vinh-phuoc", "Hai", text, "1995-03-02");
		// an old entry of its own gets the text of another one
		long disguised = publish("le-tri", "Cũ", texts.syllables(250), "1995-02-01");
		renew("vinh-gia", original, corrected);
		renew("le-tri", disguised, text);
		look();
		assertThat(pairOf(original)).isEmpty();
		assertThat(pairOf(copy).orElseThrow().source().entry()).isEqualTo(original);
		assertThat(pairOf(disguised)).isPresent();
	}

	@Test
	void allMadeAnewIsTheSame() {
		MadeTexts texts = new MadeTexts(1_996);
		List<String> text = texts.syllables(250);
		publish("vinh-gia", "Một", text, "1996-03-01");
		publish("vinh-phuoc", "Hai", texts.altered(text, 0.01), "1996-03-02");
		publish("le-tri", "Ba", texts.altered(text, 0.01), "1996-03-03");
		look();
		List<String> before = kept();
		this.rounds.again((part, expected) -> (done) -> {
		});
		assertThat(kept()).isEqualTo(before).isNotEmpty();
	}

	@Test
	void anOfficerSeesBothSideBySideAndSaysWhyTheyMayBeTheSame() {
		MadeTexts texts = new MadeTexts(1_997);
		List<String> text = texts.syllables(250);
		publish("vinh-trung", "Thông cáo của Vĩnh Trung", text, "1997-03-01");
		long copy = publish("le-tri", "Thông cáo của Lê Trì", text, "1997-03-02");
		look();
		Site site = this.portal.site("le-tri");
		TestPortal.Desk officer = this.portal.login(Role.AREA_MONITOR, site.area().id());
		String address = "/trung-lap/" + pairOf(copy).orElseThrow().id();
		assertThat(officer.get("/trung-lap?tu=1997-01-01&den=1997-12-31").body())
			.contains("Thông cáo của Lê Trì", "Thông cáo của Vĩnh Trung", address)
			.contains("1 trong 1 bài");
		assertThat(officer.get(address).body()).contains("100% nội dung", "<mark>", "Xem là hợp lệ");
		assertThat(officer.follow(officer.post(address, Map.of("viec", "hop-le", "lyDo", " "))).body())
			.contains("Chưa ghi lý do");
		assertThat(officer.post(address, Map.of("viec", "khac", "lyDo", "x")).statusCode()).isEqualTo(400);
		assertThat(share("le-tri", 1997)).isEqualTo(new CopyShare(1, 1));
		assertThat(officer.follow(officer.post(address, Map.of("viec", "hop-le", "lyDo", "Hai xã <cùng> ký"))).body())
			.contains("không còn tính", "Hai xã &lt;cùng&gt; ký", "Người " + officer.username());
		assertThat(share("le-tri", 1997)).isEqualTo(new CopyShare(0, 1));
		assertThat(officer.get("/trung-lap?tu=1997-01-01&den=1997-12-31").body()).doesNotContain(address);
		assertThat(officer.get("/trung-lap?tu=1997-01-01&den=1997-12-31&loc=hop-le").body()).contains(address);
		this.rounds.again((part, expected) -> (done) -> {
		});
		assertThat(share("le-tri", 1997)).as("it holds").isEqualTo(new CopyShare(0, 1));
		officer.post(address, Map.of("viec", "tinh-lai", "lyDo", "Nhầm"));
		assertThat(share("le-tri", 1997)).isEqualTo(new CopyShare(1, 1));
		assertThat(officer.get(address).body()).contains("Nhầm", "Hai xã &lt;cùng&gt; ký");
	}

	@Test
	void othersSeeNoneOfItAndABoardItsOwn() {
		MadeTexts texts = new MadeTexts(1_998);
		List<String> text = texts.syllables(250);
		long source = publish("vinh-gia", "Bài đầu", text, "1998-03-01");
		long copy = publish("vinh-phuoc", "Bài sau", text, "1998-03-02");
		look();
		String id = "" + pairOf(copy).orElseThrow().id();
		in(this.portal.site("vinh-gia"),
				() -> this.publishing.save(source, 1, text("Bài đầu", "<p>Nháp kín</p>"), LAN));
		TestPortal.Desk board = this.portal.login(Role.EDITOR, this.portal.site("vinh-phuoc"));
		assertThat(board.get("/bien-tap/vinh-phuoc/trung-lap?tu=1998-01-01&den=1998-12-31").body()).contains("Bài sau",
				"Bài đầu", "1 trong 1 bài", "Nên làm gì");
		assertThat(board.get("/bien-tap/vinh-phuoc/trung-lap/" + id).body()).contains("<mark>", "Sửa bài của mình")
			.doesNotContain("Nháp kín", "Xem là hợp lệ");
		assertThat(board.get("/trung-lap").statusCode()).isEqualTo(404);
		assertThat(board.get("/trung-lap/" + id).statusCode()).isEqualTo(404);
		assertThat(board.post("/trung-lap/" + id, Map.of("viec", "hop-le", "lyDo", "x")).statusCode()).isEqualTo(404);
		TestPortal.Desk other = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("vinh-gia"));
		assertThat(other.get("/bien-tap/vinh-gia/trung-lap/" + id).statusCode()).as("of the source").isEqualTo(404);
		TestPortal.Desk elsewhere = this.portal.login(Role.AREA_MONITOR, this.portal.site("long-dien-a").area().id());
		assertThat(elsewhere.get("/trung-lap/" + id).statusCode()).isEqualTo(404);
		assertThat(elsewhere.get("/trung-lap?huyen=tri-ton").statusCode()).isEqualTo(404);
		assertThat(elsewhere.get("/trung-lap?tu=1998-12-31&den=1998-01-01&trang=99").body())
			.contains("đổi chỗ hai ngày")
			.doesNotContain("Bài sau");
		TestPortal.Desk province = this.portal.login("admin");
		assertThat(province.get("/trung-lap/" + id).statusCode()).isEqualTo(200);
		assertThat(province.get("/trung-lap?tu=x&den=1998-12-31&xep=nhieu&loc=tat-ca").body()).contains("chưa đúng");
	}

	private void look() {
		boolean looked = this.rounds.look();
		while (!looked) {
			// the portal's own look goes on just now
			Thread.onSpinWait();
			looked = this.rounds.look();
		}
	}

	private Optional<Pair> pairOf(long entry) {
		return this.overseer.sql("SELECT id FROM text_likeness WHERE entry_id = :entry")
			.param("entry", entry)
			.query(Long.class)
			.optional()
			.flatMap(this.likeness::byId);
	}

	private List<String> kept() {
		return this.overseer.sql("""
				SELECT entry_id || '<' || other_entry || ' ' || overlap FROM text_likeness
				WHERE day BETWEEN '1996-01-01' AND '1996-12-31' ORDER BY 1""")
			.query((row, number) -> row.getString(1) + "")
			.list();
	}

	private CopyShare share(String slug, int year) {
		Site site = this.portal.site(slug);
		return Objects.requireNonNull(this.likeness.shares(List.of(site), Period.year(year)).get(site.id()));
	}

	private long publish(String slug, String title, List<String> syllables, String day) {
		return in(this.portal.site(slug), () -> {
			long id = this.publishing.begin(EntryType.ARTICLE, text(title, MadeTexts.html(syllables)), "Lan");
			publishAt(id, day);
			return id;
		});
	}

	private void publishAt(long id, String day) {
		this.publishing.publish(id, LocalDate.parse(day).atTime(8, 0).toInstant(java.time.ZoneOffset.UTC));
	}

	private void renew(String slug, long id, List<String> syllables) {
		in(this.portal.site(slug), () -> {
			this.publishing.save(id, 1, text("Sửa", MadeTexts.html(syllables)), LAN);
			this.publishing.publish(id);
		});
	}

	private EntryText text(String title, String body) {
		return new EntryText(title, "", body, category(), Map.of(), "");
	}

	private long category() {
		this.categories.ensureStandard();
		return this.categories.all().getFirst().id();
	}

	private static void in(Site site, Runnable work) {
		CurrentSite.run(site.id(), work);
	}

	private static <T> T in(Site site, java.util.function.Supplier<T> work) {
		return CurrentSite.call(site.id(), work);
	}

}
