package vn.conglang.editorial;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing typed is ever lost: what is kept between saves, and what happens when two save.
 */
@PortalTest
class WritingTests {

	private static final String SITE = "vong-the";

	@Autowired
	private TestPortal portal;

	@Autowired
	private WorkingCopies copies;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private final JsonMapper json = new JsonMapper();

	@Test
	void whatIsTypedIsKeptWithoutARevisionAndComesBack() {
		TestPortal.Desk desk = editor();
		String entry = HistoryTests.begin(desk, SITE, "Lũ về sớm", "<p>Một</p>");
		assertThat(keep(desk, entry, 1, "Lũ về sớm", "<p>Một hai</p>").get("kept").asBoolean()).isTrue();
		assertThat(keep(desk, entry, 1, "Lũ về rất sớm", "<p>Một hai ba</p>").get("latest").asInt()).isEqualTo(1);
		assertThat(desk.get(entry + "/lich-su").body()).doesNotContain("Lưu bản 2");
		String page = desk.get(entry).body();
		assertThat(page).contains("Đã khôi phục bản đang viết dở lúc")
			.contains(">Lũ về rất sớm</textarea>")
			.contains("Một hai ba");
		TestPortal.Desk other = editor();
		assertThat(other.get(entry).body()).as("private to who typed it").doesNotContain("Lũ về rất sớm");

		HistoryTests.save(desk, entry, 1, "Lũ về rất sớm", "<p>Một hai ba</p>", "luu");
		assertThat(desk.get(entry).body()).doesNotContain("data-restored-at>Đã").contains("Lũ về rất sớm");
		assertThat(keep(desk, entry, 1, "Chậm chân", "<p>cũ</p>").get("kept").asBoolean())
			.as("what was under way before the save")
			.isFalse();
		assertThat(desk.get(entry).body()).doesNotContain("Chậm chân");
		assertThat(keep(desk, entry, 2, "Viết tiếp", "<p>mới</p>").get("kept").asBoolean()).isTrue();
		assertThat(desk.get(entry).body()).contains("Viết tiếp");
		desk.post(entry + "/bo-ban-nhap", Map.of());
		assertThat(desk.get(entry).body()).doesNotContain("Viết tiếp");
	}

	@Test
	void whatIsJustBegunIsListedReopenedAndBegunOnlyOnce() {
		TestPortal.Desk desk = editor();
		String key = UUID.randomUUID().toString();
		send(desk, Map.of("account", account(desk), "key", key, "type", "article", "base", 0, "page",
				UUID.randomUUID().toString(), "values", values("Mới bắt đầu viết", "<p>Chữ đầu</p>")));
		String list = desk.get("/bien-tap/" + SITE).body();
		assertThat(list).contains("Đang viết dở, chưa lưu lần nào").contains("Mới bắt đầu viết");
		String form = "/bien-tap/" + SITE + "/bai/moi?loai=article&ban=" + key;
		assertThat(desk.get(form).body()).contains("Chữ đầu").contains(key);

		Map<String, String> typed = HistoryTests.form("Mới bắt đầu viết", "<p>Chữ đầu</p>", "luu");
		typed.put("ban", key);
		HttpResponse<String> first = desk.post("/bien-tap/" + SITE + "/bai/moi?loai=article", typed);
		HttpResponse<String> again = desk.post("/bien-tap/" + SITE + "/bai/moi?loai=article", typed);
		assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		assertThat(desk.follow(again).body()).contains("Chữ đầu");
		assertThat(desk.get("/bien-tap/" + SITE).body()).doesNotContain("Đang viết dở");
	}

	@Test
	void peopleSeeWhoElseHasTheEntryOpenAndThatSomebodySaved() {
		TestPortal.Desk mai = editor();
		TestPortal.Desk lan = editor();
		String entry = HistoryTests.begin(mai, SITE, "Hai người", "<p>Một</p>");
		assertThat(beat(mai, entry).get("others")).isEmpty();
		assertThat(beat(lan, entry).get("others").toString()).contains(mai.username());
		assertThat(beat(mai, entry).get("others").toString()).contains(lan.username());
		HistoryTests.save(lan, entry, 1, "Hai người", "<p>Hai</p>", "luu");
		JsonNode told = beat(mai, entry);
		assertThat(told.get("latest").asInt()).isEqualTo(2);
		assertThat(told.get("by").asString()).contains(lan.username());
	}

	@Test
	void anExpiredSessionAnotherAccountAndAnotherSitesEntryAreRefused() {
		TestPortal.Desk desk = editor();
		String entry = HistoryTests.begin(desk, SITE, "Của xã này", "<p>Một</p>");
		TestPortal.Desk foreign = this.portal.login(Role.EDITOR, this.portal.site("vong-dong"));
		Map<String, Object> typed = typed(foreign, entry, 1, "Chiếm", "x");
		assertThat(foreign.postJson("/bien-tap/" + SITE + "/bai/ban-nhap", this.json.writeValueAsString(typed))
			.statusCode()).isEqualTo(404);
		assertThat(
				foreign.postJson("/bien-tap/vong-dong/bai/ban-nhap", this.json.writeValueAsString(typed)).statusCode())
			.isEqualTo(404);
		assertThat(desk
			.postJson("/bien-tap/" + SITE + "/bai/ban-nhap",
					this.json.writeValueAsString(typed(foreign, entry, 1, "Người khác", "x")))
			.statusCode()).isEqualTo(409);
		TestPortal.Desk nobody = this.portal.login("khong-co-ai");
		assertThat(nobody
			.postJson("/bien-tap/" + SITE + "/bai/ban-nhap",
					this.json.writeValueAsString(typed(desk, entry, 1, "Hết phiên", "x")))
			.statusCode()).isIn(302, 401, 403);
		assertThat(nobody.get("/phien").statusCode()).isEqualTo(302);
		assertThat(this.json.readTree(desk.get("/phien").body()).get("token").asString()).isNotEmpty();
	}

	@Test
	void aCopyNobodyCameBackToIsRemovedAfterNinetyDays() {
		TestPortal.Desk desk = editor();
		String entry = HistoryTests.begin(desk, SITE, "Bỏ quên", "<p>Một</p>");
		keep(desk, entry, 1, "Bỏ quên lâu rồi", "<p>x</p>");
		CurrentSite.run(this.portal.site(SITE).id(), () -> {
			this.copies.clean(WorkingCopyCleaner.AGE);
			assertThat(this.copies.mine(this.portal.user(desk.username()))).hasSize(1);
			this.transaction.executeWithoutResult((status) -> this.jdbc
				.sql("UPDATE working_copy SET saved_at = saved_at - interval '91 days' WHERE account_id = :account")
				.param("account", this.portal.user(desk.username()).id())
				.update());
			this.copies.clean(Duration.ofDays(90));
			assertThat(this.copies.mine(this.portal.user(desk.username()))).isEmpty();
		});
	}

	@Test
	void aQuickNoteThatIsSentTwiceBecomesOneDraftAndKeepsNothingHarmful() {
		TestPortal.Desk desk = editor();
		Map<String, Object> note = Map.of("key", UUID.randomUUID().toString(), "title", "Tin tại chỗ", "lines",
				"Một <script>\nHai", "alt", "Bến \"mới\"", "pictures", List.of(Map.of("url",
						"https://evil.example/a.jpg", "width", 1, "height", 1, "alt", "", "duplicate", false)));
		String body = this.json.writeValueAsString(Map.of("account", account(desk), "note", note));
		String path = "/bien-tap/" + SITE + "/tin-nhanh/gui";
		HttpResponse<String> first = desk.postJson(path, body);
		assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
		assertThat(desk.postJson(path, body).body()).isEqualTo(first.body());
		String entry = this.json.readTree(first.body()).get("href").asString();
		assertThat(desk.get(entry).body()).contains("Tin tại chỗ").doesNotContain("evil.example");
		assertThat(desk.postJson(path,
				this.json.writeValueAsString(Map.of("account", account(desk), "note", Map.of("key",
						UUID.randomUUID().toString(), "title", "", "lines", "", "alt", "", "pictures", List.of()))))
			.statusCode()).isEqualTo(422);
		assertThat(desk.follow(desk.post("/bien-tap/" + SITE + "/tin-nhanh",
				Map.of("key", UUID.randomUUID().toString(), "title", "Không có kịch bản", "lines", "Dòng")))
			.body()).contains("Đã nhận tin");
	}

	@Test
	void theProgramOnThePhoneKeepsNobodysContent() {
		HttpResponse<String> worker = this.portal.get("quan-tri.localhost", "/quan-tri/sw.js");
		assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/");
		assertThat(worker.body()).contains("const VERSION = '");
		TestPortal.Desk desk = editor();
		assertThat(desk.get("/quan-tri/ngoai-tuyen").body()).contains("Chưa nối được mạng")
			.doesNotContain(desk.username())
			.doesNotContain("_csrf");
		assertThat(this.portal.get("quan-tri.localhost", "/quan-tri/manifest.webmanifest")
			.headers()
			.firstValue("Content-Type")).hasValueSatisfying((type) -> assertThat(type).contains("manifest+json"));
	}

	@Test
	void twoWhoChangedDifferentPlacesKeepBothChanges() {
		TestPortal.Desk mai = editor();
		TestPortal.Desk lan = editor();
		String entry = HistoryTests.begin(mai, SITE, "Tin chung", "<p>Đoạn một có 120 ha.</p><p>Đoạn hai.</p>");
		HistoryTests.save(lan, entry, 1, "Tin chung", "<p>Đoạn một có 150 ha.</p><p>Đoạn hai.</p>", "luu");
		HttpResponse<String> page = HistoryTests.save(mai, entry, 1, "Tin chung của xã",
				"<p>Đoạn một có 120 ha.</p><p>Đoạn hai <b>mới</b>.</p>", "luu");
		assertThat(page.body()).contains("Gộp hai bản").contains("không phải chọn gì").contains("<ins>150</ins>");
		HttpResponse<String> merged = desk(mai, entry, 1, 2, "Tin chung của xã",
				"<p>Đoạn một có 120 ha.</p><p>Đoạn hai <b>mới</b>.</p>", Map.of("viec", "luu"));
		assertThat(mai.follow(merged).body()).contains("Đã lưu bản gộp")
			.contains(">Tin chung của xã</textarea>")
			.contains("150 ha")
			.contains("&lt;strong&gt;mới");
	}

	@Test
	void whereBothChangedTheSamePlaceNothingIsSavedBeforeTheyChoose() {
		TestPortal.Desk mai = editor();
		TestPortal.Desk lan = editor();
		String entry = HistoryTests.begin(mai, SITE, "Diện tích", "<p>Có 120 ha lúa.</p>");
		HistoryTests.save(lan, entry, 1, "Diện tích lúa", "<p>Có 150 ha lúa.</p>", "luu");
		String own = "<p>Có 130 ha lúa.</p>";
		assertThat(HistoryTests.save(mai, entry, 1, "Diện tích gieo trồng", own, "xuat-ban").body())
			.contains("Có 2 chỗ cả hai cùng sửa");
		assertThat(desk(mai, entry, 1, 2, "Diện tích gieo trồng", own, Map.of("chon.0", "both")).body())
			.contains("Còn chỗ chưa chọn");
		assertThat(mai.get(entry + "/lich-su").body()).doesNotContain("Lưu bản 3");
		assertThat(desk(mai, entry, 1, 2, "Diện tích gieo trồng", own,
				Map.of("chon.0", "both", "chon.title", "theirs", "viec", "xem"))
			.body()).contains("Đây là bản đã gộp, chưa được lưu").contains("150 ha").contains("130 ha");
		HistoryTests.save(lan, entry, 2, "Lần nữa", "<p>Có 150 ha lúa.</p>", "luu");
		assertThat(desk(mai, entry, 1, 2, "Diện tích gieo trồng", own,
				Map.of("chon.0", "mine", "chon.title", "mine", "viec", "luu"))
			.body()).as("somebody was faster again").contains("Gộp hai bản").contains("Lần").contains("nữa");
		assertThat(mai.get(entry).body()).contains(">Lần nữa</textarea>");
	}

	private HttpResponse<String> desk(TestPortal.Desk desk, String entry, int base, int theirs, String title,
			String body, Map<String, String> choices) {
		Map<String, String> form = HistoryTests.form(title, body, "luu");
		form.put("base", "" + base);
		form.put("den", "" + theirs);
		form.put("categoryId", HistoryTests.category(desk, entry));
		form.putAll(choices);
		return desk.post(entry + "/gop", form);
	}

	private TestPortal.Desk editor() {
		return this.portal.login(Role.EDITOR, this.portal.site(SITE));
	}

	private long account(TestPortal.Desk desk) {
		return this.portal.user(desk.username()).id();
	}

	private JsonNode keep(TestPortal.Desk desk, String entry, int base, String title, String body) {
		return send(desk, typed(desk, entry, base, title, body));
	}

	private JsonNode beat(TestPortal.Desk desk, String entry) {
		Map<String, Object> typed = typed(desk, entry, 1, "", "");
		typed.remove("values");
		return send(desk, typed);
	}

	private JsonNode send(TestPortal.Desk desk, Map<String, Object> typed) {
		HttpResponse<String> answer = desk.postJson("/bien-tap/" + SITE + "/bai/ban-nhap",
				this.json.writeValueAsString(typed));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return this.json.readTree(answer.body());
	}

	private Map<String, Object> typed(TestPortal.Desk desk, String entry, int base, String title, String body) {
		Map<String, Object> typed = new HashMap<>();
		typed.put("account", this.portal.user(desk.username().equals("khong-co-ai") ? "admin" : desk.username()).id());
		typed.put("entry", Long.valueOf(entry.replaceAll(".*/", "")));
		typed.put("type", "article");
		typed.put("base", base);
		typed.put("page", "cua-so-" + desk.username());
		typed.put("values", values(title, body));
		return typed;
	}

	private static Map<String, String> values(String title, String body) {
		return Map.of("title", title, "summary", "Tóm tắt", "bodyHtml", body, "author", "Lan");
	}

}
