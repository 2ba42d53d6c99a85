package vn.conglang.editorial;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.Progress;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SharingTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Shares shares;

	@Autowired
	private Offers offers;

	@Autowired
	private OfferRunner runner;

	@Autowired
	private DeskEntries entries;

	@Autowired
	private Categories categories;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Test
	void aDistrictWritesOnceASiteTakesItWithItsOwnIntroductionAndReadersSeeTheSource() {
		TestPortal.Desk district = monitor("cho-moi");
		String title = title("Tiêm phòng dại");
		String offer = offer(district, title, "<p>Từ ngày 1.</p>", "long-dien-a");
		TestPortal.Desk chief = publisher("long-dien-a");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("nhon-my"));
		offer(district, title + " B", "<p>Từ ngày 2.</p>", "nhon-my");
		assertThat(editor.get("/thong-bao").body()).contains("chia sẻ bài “" + title + " B”");
		assertThat(chief.get("/bien-tap/long-dien-a/duoc-chia-se").body()).contains(title).contains("Chưa trả lời");
		long id = offered("long-dien-a", title);
		assertThat(chief.get("/bien-tap/long-dien-a/duoc-chia-se/" + id).body()).contains("Từ ngày 1.");
		String entry = take(chief, "long-dien-a", id, "Xã ta làm ở nhà văn hóa <b>.", "AT_ONCE");
		publish(chief, entry);
		String page = this.portal.get("long-dien-a.localhost", "/bai-viet/" + VietnameseText.slug(title, 100)).body();
		assertThat(page).contains("Xã ta làm ở nhà văn hóa &lt;b&gt;.")
			.contains("Từ ngày 1.")
			.contains("Nguồn: Phòng Văn hóa và Thông tin huyện Chợ Mới");
		assertThat(district.get(offer).body()).contains("Đã nhận").contains("Người dân đang đọc được");
	}

	@Test
	void aCorrectionIsPublishedAtOnceWhereTheSiteWantsItSoAndWaitsForTheBoardElsewhere() {
		TestPortal.Desk district = monitor("cho-moi");
		String title = title("Lịch cắt điện");
		String offer = offer(district, title, "<p>Sáng thứ Hai.</p>", "long-dien-b", "my-hiep", "long-kien");
		String slug = "/bai-viet/" + VietnameseText.slug(title, 100);
		Map<String, String> follow = Map.of("long-dien-b", "AT_ONCE", "my-hiep", "FOR_APPROVAL", "long-kien",
				"AT_ONCE");
		Map<String, String> taken = new HashMap<>();
		follow.forEach((site, how) -> {
			TestPortal.Desk chief = publisher(site);
			String entry = take(chief, site, offered(site, title), "", how);
			publish(chief, entry);
			taken.put(site, entry);
		});
		// one has put it into words of its own since
		TestPortal.Desk own = publisher("long-kien");
		String ownEntry = String.valueOf(taken.get("long-kien"));
		String page = own.get(ownEntry).body();
		own.post(ownEntry,
				Map.of("title", title, "bodyHtml", "<p>Lời của xã Long Kiến.</p>", "base",
						page.replaceFirst("(?s).*name=\"base\"[^>]*value=\"(\\d+)\".*", "$1"), "categoryId",
						"" + category("long-kien"), "viec", "xuat-ban"));
		assertThat(this.portal.get("long-kien.localhost", slug).body()).contains("Lời của xã Long Kiến.");

		assertThat(
				district.follow(district.post(offer, Map.of("title", title, "bodyHtml", "<p>Sáng thứ Ba.</p>"))).body())
			.contains("Đã lưu bản sửa");
		assertThat(this.portal.get("long-dien-b.localhost", slug).body()).contains("Sáng thứ Ba.");
		assertThat(this.portal.get("my-hiep.localhost", slug).body()).contains("Sáng thứ Hai.");
		assertThat(opened("my-hiep", taken).progress()).isEqualTo(Progress.IN_REVIEW);
		assertThat(opened("my-hiep", taken).text().bodyHtml()).contains("Sáng thứ Ba.");
		assertThat(this.portal.get("long-kien.localhost", slug).body()).contains("Lời của xã Long Kiến.");
		assertThat(opened("long-kien", taken).progress()).isEqualTo(Progress.IN_REVIEW);

		// once, however often it is tried
		int number = opened("long-dien-b", taken).number();
		this.runner.run();
		in("long-dien-b", () -> this.shares.follow(id(offer), true));
		assertThat(opened("long-dien-b", taken).number()).isEqualTo(number);
	}

	@Test
	void aCorrectionThatWasCutShortReachesTheSiteLater() {
		TestPortal.Desk district = monitor("cho-moi");
		String title = title("Hội chợ");
		String offer = offer(district, title, "<p>Bản một.</p>", "nhon-my");
		TestPortal.Desk chief = publisher("nhon-my");
		String entry = take(chief, "nhon-my", offered("nhon-my", title), "", "AT_ONCE");
		publish(chief, entry);
		// as if the power had failed right after the correction was kept
		this.offers.correct(id(offer), new Offer.Text(title, "", "<p>Bản hai.</p>"),
				this.portal.user(district.username()));
		this.runner.run();
		assertThat(this.portal.get("nhon-my.localhost", "/bai-viet/" + VietnameseText.slug(title, 100)).body())
			.contains("Bản hai.");
	}

	@Test
	void whatIsTakenOverCountsAsSharedAndNotAsOwnWork() {
		TestPortal.Desk district = monitor("cho-moi");
		String title = title("Chia sẻ không phải việc của mình");
		offer(district, title, "<p>Một hai ba.</p>", "binh-phuoc-xuan");
		TestPortal.Desk chief = publisher("binh-phuoc-xuan");
		publish(chief, take(chief, "binh-phuoc-xuan", offered("binh-phuoc-xuan", title), "", "AT_ONCE"));
		LocalDate today = LocalDate.now(VietnameseText.ZONE);
		String csv = district.get("/san-luong.csv?tu=" + today + "&den=" + today).body();
		List<String> heads = List.of(csv.lines().findFirst().orElseThrow().split(","));
		String row = csv.lines().filter((line) -> line.contains("Bình Phước Xuân")).findFirst().orElseThrow();
		// "Tin, bài" holds a comma, so columns are counted from the end
		String[] cells = row.split(",", -1);
		int fromEnd = heads.size() - heads.indexOf("Chia sẻ");
		assertThat(cells[cells.length - fromEnd]).isEqualTo("1");
		assertThat(cells[cells.length - fromEnd - 1]).as("all of the own work").isEqualTo("0");
	}

	@Test
	void aSiteThatHasNoUseForItSaysSoAndMayChangeItsMind() {
		TestPortal.Desk district = monitor("cho-moi");
		String title = title("Không hợp");
		String offer = offer(district, title, "<p>Nội dung.</p>", "an-thanh-trung");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("an-thanh-trung"));
		long id = offered("an-thanh-trung", title);
		editor.post("/bien-tap/an-thanh-trung/duoc-chia-se/" + id + "/khong", Map.of("reason", "Xã không có sông"));
		assertThat(district.get(offer).body()).contains("Không dùng").contains("Xã không có sông");
		take(editor, "an-thanh-trung", id, "", "FOR_APPROVAL");
		assertThat(district.get(offer).body()).contains("Đã nhận").doesNotContain("Xã không có sông");
		String again = editor.follow(editor.post("/bien-tap/an-thanh-trung/duoc-chia-se/" + id + "/nhan",
				Map.of("categoryId", "" + category("an-thanh-trung"))))
			.body();
		assertThat(again).contains("đã nhận bài này trước bạn");
	}

	@Test
	void whatIsNotOfferedAnyMoreCannotBeTaken() {
		TestPortal.Desk district = monitor("cho-moi");
		String title = title("Thôi chia sẻ");
		String offer = offer(district, title, "<p>Nội dung.</p>", "an-thanh-trung");
		long id = offered("an-thanh-trung", title);
		district.post(offer + "/dong", Map.of());
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("an-thanh-trung"));
		assertThat(editor.get("/bien-tap/an-thanh-trung/duoc-chia-se/" + id).statusCode()).isEqualTo(404);
		assertThat(editor.follow(editor.post("/bien-tap/an-thanh-trung/duoc-chia-se/" + id + "/nhan", Map.of()))
			.statusCode()).isEqualTo(404);
	}

	@Test
	void aDistrictOffersToItsOwnSitesOnlyAndSeesItsOwnOffersOnly() {
		TestPortal.Desk district = monitor("cho-moi");
		assertThat(district
			.post("/chia-se/moi",
					form(title("Ra ngoài"), "<p>X</p>", "cho", "chon", "site", "lac-quoi", "area", "tri-ton"))
			.body()).contains("Xin chọn ít nhất một trang");
		String offer = offer(district, title("Của Chợ Mới"), "<p>Nội dung.</p>", "hoa-an");
		TestPortal.Desk other = monitor("tri-ton");
		assertThat(other.get(offer).statusCode()).isEqualTo(404);
		assertThat(other.post(offer, Map.of("title", "Chiếm", "bodyHtml", "<p>x</p>")).statusCode()).isEqualTo(404);
		assertThat(other.post(offer + "/dong", Map.of()).statusCode()).isEqualTo(404);
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("hoa-an"));
		assertThat(chief.get("/chia-se").statusCode()).isEqualTo(404);
		assertThat(chief.get(offer).statusCode()).isEqualTo(404);
		assertThat(this.portal.login("admin").get(offer).statusCode()).isEqualTo(200);
	}

	@Test
	void anEntryIsOfferedWithItsPicturesAndTheSiteThatTakesItShowsThem() throws IOException {
		Site source = this.portal.site("hoi-an");
		TestPortal.Desk writer = publisher("hoi-an");
		String url = writer.upload("/bien-tap/hoi-an/anh", "san-khau.jpg", jpeg())
			.body()
			.replaceFirst("(?s).*\"url\":\"([^\"]+)\".*", "$1");
		String title = title("Đêm hội");
		writer.post("/bien-tap/hoi-an/bai/moi?loai=article",
				Map.of("title", title, "bodyHtml",
						"<p>Vui.</p><figure><img src=\"" + url
								+ "\" width=\"40\" height=\"30\" alt=\"Sân khấu\"></figure>",
						"categoryId", "" + category("hoi-an"), "viec", "xuat-ban"));
		long entry = CurrentSite.call(source.id(),
				() -> this.entries.page(new DeskEntries.Filter(EntryStatus.PUBLISHED, null, null, null, title), 0, 1)
					.getFirst()
					.id());
		TestPortal.Desk district = monitor("cho-moi");
		String from = district.get("/chia-se/moi?tu=hoi-an&bai=" + entry).body();
		assertThat(from).contains(title).contains(url);
		assertThat(monitor("tri-ton").get("/chia-se/moi?tu=hoi-an&bai=" + entry).statusCode()).isEqualTo(404);
		String offer = location(district.post("/chia-se/moi",
				form(title,
						"<p>Vui.</p><figure><img src=\"" + url
								+ "\" width=\"40\" height=\"30\" alt=\"Sân khấu\"></figure>",
						"source", "hoi-an", "cho", "chon", "site", "hoa-an")));
		assertThat(district.get(offer + url).statusCode()).isEqualTo(200);
		assertThat(this.portal.get("hoa-an.localhost", url).statusCode()).isEqualTo(404);
		TestPortal.Desk chief = publisher("hoa-an");
		long id = offered("hoa-an", title);
		assertThat(chief.get("/bien-tap/hoa-an/duoc-chia-se/" + id + url).statusCode()).isEqualTo(200);
		publish(chief, take(chief, "hoa-an", id, "", "AT_ONCE"));
		assertThat(this.portal.get("hoa-an.localhost", url).statusCode()).isEqualTo(200);
		assertThat(this.portal.get("hoa-an.localhost", "/bai-viet/" + VietnameseText.slug(title, 100)).body())
			.contains(url);
	}

	@Test
	void aTextWrittenForManySitesCarriesPicturesThatBecomeTheSitesOwn() throws IOException {
		TestPortal.Desk district = monitor("chau-phu");
		String url = picture(district.upload("/anh-chung", "ruong-lua.jpg", jpeg(41)));
		assertThat(district.get("/anh-chung" + url).statusCode()).isEqualTo(200);
		assertThat(district.get("/anh-chung/thu-vien.json").body()).contains(url);
		String title = title("Lúa thu đông");
		String html = "<p>Vàng.</p><figure><img src=\"" + url
				+ "\" width=\"41\" height=\"30\" alt=\"Ruộng lúa\"></figure>";
		String offer = offer(district, title, html, "thanh-my-tay");
		assertThat(district.get(offer + url).statusCode()).isEqualTo(200);
		assertThat(this.portal.get("thanh-my-tay.localhost", url).statusCode()).as("nobody has taken it")
			.isEqualTo(404);
		TestPortal.Desk chief = publisher("thanh-my-tay");
		long id = offered("thanh-my-tay", title);
		assertThat(chief.get("/bien-tap/thanh-my-tay/duoc-chia-se/" + id + url).statusCode()).isEqualTo(200);
		publish(chief, take(chief, "thanh-my-tay", id, "", "AT_ONCE"));
		assertThat(this.portal.get("thanh-my-tay.localhost", url).statusCode()).isEqualTo(200);
		assertThat(this.portal.get("thanh-my-tay.localhost", "/bai-viet/" + VietnameseText.slug(title, 100)).body())
			.contains(url);
		assertThat(this.portal.get("dao-huu-canh.localhost", url).statusCode()).as("another site").isEqualTo(404);
		assertThat(chief.get("/bien-tap/thanh-my-tay/thu-vien").body()).contains("ruong-lua.jpg");

		// a correction brings another picture
		String second = picture(district.upload("/anh-chung", "kenh.jpg", jpeg(42)));
		assertThat(district.get(offer + second).statusCode()).as("shown while the correction is written")
			.isEqualTo(200);
		district.post(offer, Map.of("title", title, "bodyHtml",
				html + "<figure><img src=\"" + second + "\" width=\"42\" height=\"30\" alt=\"Kênh\"></figure>"));
		assertThat(this.portal.get("thanh-my-tay.localhost", second).statusCode()).isEqualTo(200);
	}

	@Test
	void sharedPicturesAreOfThoseWhoShareAndRemovableOnlyWhileNothingUsesThem() throws IOException {
		TestPortal.Desk district = monitor("chau-phu");
		String used = picture(district.upload("/anh-chung", "dang-dung.jpg", jpeg(43)));
		String unused = picture(district.upload("/anh-chung", "khong-dung.jpg", jpeg(44)));
		offer(district, title("Có ảnh"),
				"<p>a</p><figure><img src=\"" + used + "\" width=\"43\" height=\"30\" alt=\"Ảnh\"></figure>",
				"dao-huu-canh");
		TestPortal.Desk other = monitor("tri-ton");
		assertThat(other.get("/anh-chung").body()).doesNotContain(used.replace(".jpg", ""));
		assertThat(other.post("/anh-chung/" + shared(unused) + "/xoa", Map.of()).statusCode()).isEqualTo(404);
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("dao-huu-canh"));
		assertThat(chief.get("/anh-chung").statusCode()).isEqualTo(404);
		assertThat(chief.get("/anh-chung/thu-vien.json").statusCode()).isEqualTo(404);
		assertThat(chief.get("/anh-chung" + used).statusCode()).isEqualTo(404);
		assertThat(chief.upload("/anh-chung", "cua-xa.jpg", jpeg(45)).statusCode()).isEqualTo(404);
		assertThat(chief.get("/bien-tap/dao-huu-canh" + used).statusCode()).as("not the site's own").isEqualTo(404);

		String refused = district.follow(district.post("/anh-chung/" + shared(used) + "/xoa", Map.of())).body();
		assertThat(refused).contains("vẫn còn bài hoặc chiến dịch đang dùng").contains("dang-dung.jpg");
		String gone = district.follow(district.post("/anh-chung/" + shared(unused) + "/xoa", Map.of())).body();
		assertThat(gone).contains("Đã xóa “khong-dung.jpg”");
		assertThat(district.get("/anh-chung" + unused).statusCode()).isEqualTo(404);
		assertThat(district.get("/anh-chung" + used).statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsNoPictureIsNotShared() {
		TestPortal.Desk district = monitor("chau-phu");
		HttpResponse<String> answer = district.upload("/anh-chung", "anh.jpg",
				"không phải ảnh".getBytes(StandardCharsets.UTF_8));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("không phải là ảnh");
	}

	@Test
	void aTextWithoutTitleComesBackWithWhatWasTypedAndScriptsAreGone() {
		TestPortal.Desk district = monitor("cho-moi");
		assertThat(
				district.post("/chia-se/moi", form("", "<p>Đã gõ nhiều</p><script>alert(1)</script>", "cho", "tat-ca"))
					.body())
			.contains("Xin ghi tiêu đề")
			.contains("Đã gõ nhiều")
			.doesNotContain("alert(1)");
	}

	private TestPortal.Desk monitor(String area) {
		return this.portal.login(Role.AREA_MONITOR, this.sites.area(area).orElseThrow().id());
	}

	private TestPortal.Desk publisher(String slug) {
		this.portal.letPublishAlone(this.portal.site(slug));
		return this.portal.login(Role.CHIEF_EDITOR, this.portal.site(slug));
	}

	private static String title(String words) {
		return words + " " + UUID.randomUUID().toString().substring(0, 8);
	}

	/** Offers a text; answers with the address of the offer. */
	private static String offer(TestPortal.Desk desk, String title, String html, String... sites) {
		StringBuilder path = new StringBuilder("/chia-se/moi?x=");
		for (String site : sites) {
			path.append("&site=").append(site);
		}
		return location(desk.post(path.toString(), form(title, html, "cho", "chon")));
	}

	private static Map<String, String> form(String title, String html, String... more) {
		Map<String, String> form = new HashMap<>(Map.of("title", title, "summary", "", "bodyHtml", html));
		for (int i = 0; i < more.length; i += 2) {
			form.put(Objects.requireNonNull(more[i]), Objects.requireNonNull(more[i + 1]));
		}
		return form;
	}

	private String take(TestPortal.Desk desk, String slug, long id, String introduction, String follow) {
		return location(desk.post("/bien-tap/" + slug + "/duoc-chia-se/" + id + "/nhan", Map.of("introduction",
				introduction, "categoryId", "" + category(slug), "follow", follow, "viec", "luu")));
	}

	/** Publishes an entry as it stands, by the form of the editor. */
	private void publish(TestPortal.Desk desk, String entry) {
		Matcher site = Pattern.compile("/bien-tap/([^/]+)/bai/(\\d+)").matcher(entry);
		assertThat(site.find()).isTrue();
		DeskEntries.Opened opened = CurrentSite.call(this.portal.site(site.group(1)).id(),
				() -> this.entries.open(Long.parseLong(site.group(2))).orElseThrow());
		String answer = desk.follow(desk.post(entry,
				Map.of("title", opened.text().title(), "summary", opened.text().summary(), "bodyHtml",
						opened.text().bodyHtml(), "categoryId", "" + opened.text().categoryId(), "author",
						opened.text().author(), "base", "" + opened.number(), "viec", "xuat-ban")))
			.body();
		assertThat(answer).contains("Đã xuất bản");
	}

	private long offered(String slug, String title) {
		return CurrentSite.call(this.portal.site(slug).id(),
				() -> this.shares.all()
					.stream()
					.filter((item) -> item.offer().text().title().equals(title))
					.findFirst()
					.orElseThrow()
					.offered()
					.id());
	}

	private DeskEntries.Opened opened(String slug, Map<String, String> taken) {
		return CurrentSite.call(this.portal.site(slug).id(),
				() -> this.entries.open(id(String.valueOf(taken.get(slug)))).orElseThrow());
	}

	private void in(String slug, Runnable work) {
		CurrentSite.run(this.portal.site(slug).id(), work);
	}

	private long category(String slug) {
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			return this.categories.find("thong-bao").orElseThrow().id();
		});
	}

	private static long id(String address) {
		return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	private static String picture(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return answer.body().replaceFirst("(?s).*\"url\":\"([^\"]+)\".*", "$1");
	}

	/** Number of a shared picture. */
	private long shared(String url) {
		return this.overseer.sql("SELECT id FROM shared_media WHERE hash = :hash")
			.param("hash", url.split("/")[2])
			.query(Long.class)
			.single();
	}

	private static byte[] jpeg() throws IOException {
		return jpeg(40);
	}

	/** Of this width; so no two are the same file. */
	private static byte[] jpeg(int width) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
		return bytes.toByteArray();
	}

}
