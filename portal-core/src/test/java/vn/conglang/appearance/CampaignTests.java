package vn.conglang.appearance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.SiteVersions;
import vn.conglang.site.Sites;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class CampaignTests {

	private static final String ONE = "thoai-giang";

	private static final String TWO = "my-phu-dong";

	private static final String THIRD = "van-giao";

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Sites sites;

	@Autowired
	private Campaigns campaigns;

	@Autowired
	private CampaignPolicy policy;

	@Autowired
	private SiteVersions versions;

	@Autowired
	private TransactionTemplate transaction;

	/** Other tests look at these pages, too. */
	@AfterEach
	void stopAll() {
		User admin = this.portal.user("admin");
		this.campaigns.of(admin).forEach((campaign) -> this.campaigns.stop(campaign.id(), admin));
	}

	@Test
	void theProvinceReachesTheSitesItChoosesAndNoOthersAndCitizensReadWhoItComesFrom() {
		String title = title("Phòng chống đuối nước");
		TestPortal.Desk province = this.portal.login("admin");
		String page = begin(province, title, "reach", "chon", "site", ONE, "site", TWO);
		assertThat(province.get(page).body()).contains("Đang chạy").contains("2 trang");
		for (String slug : List.of(ONE, TWO)) {
			assertThat(home(slug)).as(slug).contains(title).contains("Tỉnh An Giang");
			assertThat(this.portal.get(slug + ".localhost", "/van-ban").body()).as("every page of " + slug)
				.contains(title);
			assertThat(this.portal.get(slug + ".localhost", "/khong-co").body()).as("not found, too").contains(title);
		}
		assertThat(home(THIRD)).doesNotContain(title);
	}

	@Test
	void theProvinceReachesWholeDistrictsOrAllSites() {
		TestPortal.Desk province = this.portal.login("admin");
		String some = title("Hai huyện");
		String answer = begin(province, some, "reach", "huyen", "area", "thoai-son", "area", "tri-ton");
		assertThat(home(ONE)).contains(some);
		assertThat(home("lac-quoi")).contains(some);
		assertThat(home(THIRD)).as("of Tịnh Biên").doesNotContain(some);
		province.post(answer + "/dung", Map.of());
		String all = title("Toàn tỉnh");
		String page = begin(province, all, "reach", "tat-ca");
		assertThat(province.get(page).body()).contains("156 trang");
		assertThat(List.of(home(ONE), home("lac-quoi"), home(THIRD))).allMatch((home) -> home.contains(all))
			.noneMatch((home) -> home.contains(some));
	}

	@Test
	void aDistrictReachesItsOwnSitesOnlyAndNobodyElseSeesItsCampaign() {
		TestPortal.Desk district = monitor("thoai-son");
		String title = title("Ngày hội huyện");
		String page = begin(district, title, "reach", "tat-ca");
		assertThat(home(ONE)).contains(title).contains("Huyện Thoại Sơn");
		assertThat(home(THIRD)).doesNotContain(title);
		String refused = post(district, "/chien-dich/moi", title("Ngoài huyện"), "reach", "chon", "site", THIRD).body();
		assertThat(refused).contains("Xin chọn ít nhất một huyện hoặc một trang");
		String whole = title("Huyện khác");
		begin(district, whole, "reach", "huyen", "area", "tinh-bien", "scope", "tinh-bien");
		assertThat(home(THIRD)).doesNotContain(whole);

		TestPortal.Desk other = monitor("tri-ton");
		assertThat(other.get("/chien-dich").body()).doesNotContain(title);
		assertThat(other.get(page).statusCode()).isEqualTo(404);
		assertThat(post(other, page, "Chiếm").statusCode()).isEqualTo(404);
		assertThat(other.post(page + "/dung", Map.of()).statusCode()).isEqualTo(404);
		assertThat(other.get("/chien-dich/moi?tu=" + id(page)).statusCode()).isEqualTo(404);
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site(ONE));
		for (String path : List.of("/chien-dich", "/chien-dich/moi", page)) {
			assertThat(chief.get(path).statusCode()).as(path).isEqualTo(404);
		}
		assertThat(chief.post("/chien-dich/xem-truoc", Map.of("title", "x")).statusCode()).isEqualTo(404);
		assertThat(chief.post(page + "/dung", Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.portal.login("admin").get(page).body()).contains(title);
		assertThat(home(ONE)).as("nobody has stopped it").contains(title);
	}

	@Test
	void aBoardReadsWhatIsRunningOnItsOwnPages() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site(ONE));
		assertThat(chief.get("/bien-tap/" + ONE).body()).doesNotContain("/bien-tap/" + ONE + "/chien-dich");
		String title = title("Cho một xã");
		begin(this.portal.login("admin"), title, "reach", "chon", "site", ONE);
		assertThat(chief.get("/bien-tap/" + ONE).body()).contains("/bien-tap/" + ONE + "/chien-dich");
		assertThat(chief.get("/bien-tap/" + ONE + "/chien-dich").body()).contains(title)
			.contains("Tỉnh An Giang")
			.contains("Đang chạy")
			.doesNotContain("/dung");
		TestPortal.Desk third = this.portal.login(Role.CHIEF_EDITOR, this.portal.site(THIRD));
		assertThat(third.get("/bien-tap/" + THIRD + "/chien-dich").body()).doesNotContain(title)
			.contains("Không có chiến dịch nào");
	}

	@Test
	void itBeginsAndEndsByItselfAlsoOnPagesThatAreKept() {
		String title = title("Hẹn giờ");
		begin(this.portal.login("admin"), title, "reach", "chon", "site", ONE, "begins", typed(Duration.ofMinutes(31)),
				"ends", typed(Duration.ofMinutes(61)));
		assertThat(home(ONE)).doesNotContain(title);
		this.clock.ahead(Duration.ofMinutes(29), () -> assertThat(home(ONE)).doesNotContain(title));
		this.clock.ahead(Duration.ofMinutes(32), () -> assertThat(home(ONE)).contains(title));
		this.clock.ahead(Duration.ofMinutes(59), () -> assertThat(home(ONE)).contains(title));
		this.clock.ahead(Duration.ofMinutes(62), () -> {
			assertThat(home(ONE)).doesNotContain(title);
			assertThat(this.portal.login("admin").get("/chien-dich").body()).contains(title).contains("Đã kết thúc");
		});
	}

	@Test
	void aPageOnWhichNothingChangesIsKeptAndOneThatChangesIsMadeAnewOnce() {
		begin(this.portal.login("admin"), title("Một giờ"), "reach", "chon", "site", ONE, "ends",
				typed(Duration.ofMinutes(61)));
		String etag = etag(ONE);
		assertThat(etag(ONE)).isEqualTo(etag);
		this.clock.ahead(Duration.ofMinutes(63), () -> {
			String later = etag(ONE);
			assertThat(later).isNotEqualTo(etag);
			assertThat(etag(ONE)).isEqualTo(later);
		});
	}

	@Test
	void changingAndStoppingAreSeenAtOnceOnAllSitesBeforeAndAfter() {
		TestPortal.Desk province = this.portal.login("admin");
		String title = title("Trước");
		String page = begin(province, title, "reach", "chon", "site", ONE);
		assertThat(home(ONE)).contains(title);
		String after = title("Sau");
		assertThat(post(province, page, after, "version", version(province, page), "reach", "chon", "site", TWO)
			.statusCode()).isEqualTo(302);
		assertThat(home(ONE)).doesNotContain(title).doesNotContain(after);
		assertThat(home(TWO)).contains(after);
		province.post(page + "/dung", Map.of());
		assertThat(home(TWO)).doesNotContain(after);
		assertThat(province.get(page).body()).contains("Đã dừng").contains("soạn và đưa lên 1 trang");
		assertThat(post(province, page, "Sửa nữa", "version", version(province, page)).body())
			.contains("đã hết hoặc đã dừng");
		assertThat(province.get("/chien-dich/moi?tu=" + id(page)).body()).contains(after);
	}

	@Test
	void ofTwoWhoChangeItAtOnceTheSecondIsToldAndKeepsWhatWasTyped() {
		TestPortal.Desk province = this.portal.login("admin");
		String page = begin(province, title("Chung"), "reach", "chon", "site", ONE);
		String version = version(province, page);
		String first = title("Người thứ nhất");
		String second = title("Người thứ hai");
		assertThat(post(province, page, first, "version", version, "reach", "chon", "site", ONE).statusCode())
			.isEqualTo(302);
		assertThat(post(province, page, second, "version", version, "reach", "chon", "site", ONE).body())
			.contains("vừa sửa chiến dịch này")
			.contains(second);
		assertThat(home(ONE)).contains(first).doesNotContain(second);
	}

	@Test
	void manyCampaignsAtTheSameMomentDoNotStandInEachOthersWay() throws Exception {
		User admin = this.portal.user("admin");
		CampaignPolicy.Scope province = this.policy.scopes(admin).getFirst();
		long before = this.sites.version(this.portal.site(ONE).id());
		List<Future<Long>> begun = new ArrayList<>();
		try (ExecutorService together = Executors.newFixedThreadPool(6)) {
			for (int i = 0; i < 12; i++) {
				begun.add(
						together.submit(() -> this.campaigns.begin(province, sound(CampaignDesign.Place.HOME), admin)));
			}
			for (Future<Long> one : begun) {
				assertThat(one.get()).isPositive();
			}
		}
		assertThat(this.sites.version(this.portal.site(ONE).id())).isEqualTo(before + 12);
	}

	@Test
	void aPageShowsTheThreeThatBeganLastInEachPlace() {
		TestPortal.Desk province = this.portal.login("admin");
		List<String> titles = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			titles.add(title("Số " + i));
			begin(province, titles.getLast(), "reach", "chon", "site", ONE, "begins",
					typed(Duration.ofMinutes(-10 + i)));
		}
		String home = home(ONE);
		assertThat(home).doesNotContain(titles.getFirst()).contains(titles.subList(1, 4));
		assertThat(home.indexOf(titles.get(3))).isLessThan(home.indexOf(titles.get(1)));
		assertThat(province.get("/chien-dich/moi").body()).contains("Chỗ này đã có 4 chiến dịch khác");
		String banner = title("Biểu ngữ");
		begin(province, banner, "reach", "chon", "site", ONE, "place", "trang-chu", "text",
				"Mời bà con cùng tham gia.");
		assertThat(home(ONE)).contains(banner).contains("Mời bà con cùng tham gia.").contains(titles.get(3));
		assertThat(this.portal.get(ONE + ".localhost", "/van-ban").body()).as("on the home page only")
			.doesNotContain(banner);
	}

	@Test
	void itsPictureIsShownWhereAndWhileItRunsAndCannotBeRemovedMeanwhile() throws IOException {
		TestPortal.Desk district = monitor("thoai-son");
		String url = district.upload("/anh-chung", "co-dong.jpg", jpeg())
			.body()
			.replaceFirst("(?s).*\"url\":\"([^\"]+)\".*", "$1");
		String hash = url.split("/")[2];
		assertThat(this.portal.get(ONE + ".localhost", url).statusCode()).as("nothing uses it").isEqualTo(404);
		String page = begin(district, title("Có ảnh"), "reach", "chon", "site", ONE, "place", "trang-chu", "picture",
				hash, "alt", "Đoàn viên phát áo phao", "ends", typed(Duration.ofMinutes(61)));
		assertThat(home(ONE)).contains(url).contains("alt=\"Đoàn viên phát áo phao\"");
		assertThat(this.portal.get(ONE + ".localhost", url).statusCode()).isEqualTo(200);
		assertThat(this.portal.get(TWO + ".localhost", url).statusCode()).as("not reached").isEqualTo(404);
		this.clock.ahead(Duration.ofMinutes(63),
				() -> assertThat(this.portal.get(ONE + ".localhost", url).statusCode()).as("over").isEqualTo(404));
		assertThat(district.get("/anh-chung").body()).contains(page);
		assertThat(district.get(page).body()).contains("/anh-chung" + url);
	}

	@Test
	void whatCannotBeShownIsRefusedWithWordsAndNothingTypedIsLost() throws IOException {
		TestPortal.Desk province = this.portal.login("admin");
		String title = title("Chưa đúng");
		String url = province.upload("/anh-chung", "thieu-mo-ta.jpg", jpeg())
			.body()
			.replaceFirst("(?s).*\"url\":\"([^\"]+)\".*", "$1");
		String answer = post(province, "/chien-dich/moi", title, "reach", "tat-ca", "begins",
				typed(Duration.ofMinutes(90)), "ends", typed(Duration.ofMinutes(30)), "picture", url.split("/")[2],
				"href", "javascript:alert(1)", "text", "Lời dài dòng")
			.body();
		assertThat(answer).contains("Lúc kết thúc phải sau lúc bắt đầu")
			.contains("Xin ghi mô tả ảnh")
			.contains("Xin ghi địa chỉ bắt đầu bằng https://")
			.contains(title)
			.contains("Lời dài dòng")
			.contains("/anh-chung" + url);
		assertThat(post(province, "/chien-dich/moi", "", "begins", "hôm qua", "ends", "", "reach", "chon").body())
			.contains("Xin ghi khẩu hiệu")
			.contains("Xin chọn ngày giờ bắt đầu")
			.contains("Xin chọn ngày giờ kết thúc")
			.contains("Xin chọn ít nhất một huyện hoặc một trang");
		assertThat(post(province, "/chien-dich/moi", title, "begins", typed(Duration.ofMinutes(-90)), "ends",
				typed(Duration.ofMinutes(-30)))
			.body()).contains("Lúc kết thúc đã qua");
		assertThat(province.get("/chien-dich").body()).doesNotContain(title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "http://a.vn/", "//a.vn/x", "/\\a.vn", "https://", "https:///x",
			"data:text/html,x", "thong-bao", "https://a.vn/\"onclick=x", "https://a b.vn/", "https://tin@a.vn/",
			" https://a.vn/\n<b>" })
	void noLinkLeadsAnywhereButToASafeAddress(String href) {
		assertThat(linked(href).problems(Instant.now())).containsKey("href");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/chuyen-muc/thong-bao", "/van-ban?loai=Kế%20hoạch#dau", "https://angiang.gov.vn",
			"https://angiang.gov.vn:8443/tin?a=1&b=2#c", "https://cổng.vn/tin-tức" })
	void usualLinksAreTaken(String href) {
		assertThat(linked(href).problems(Instant.now())).isEmpty();
	}

	@Test
	void theVersionsOfAllSitesAreRaisedInOneStatementAndOthersStayAsTheyAre() {
		Site one = this.portal.site(ONE);
		Site two = this.portal.site(TWO);
		Site third = this.portal.site(THIRD);
		long first = this.sites.version(one.id());
		long other = this.sites.version(third.id());
		this.transaction.executeWithoutResult((status) -> this.versions.raise(Set.of(one.id(), two.id())));
		assertThat(this.sites.version(one.id())).isEqualTo(first + 1);
		assertThat(this.sites.version(third.id())).isEqualTo(other);
		this.transaction.executeWithoutResult((status) -> {
			this.versions.raise(Set.of(one.id()));
			status.setRollbackOnly();
		});
		assertThat(this.sites.version(one.id())).as("nothing was done").isEqualTo(first + 1);
	}

	@Test
	void theLookIsShownBeforeAnythingIsKept() {
		String title = title("Thử <b>xem");
		String look = this.portal.login("admin")
			.post("/chien-dich/xem-truoc?site=" + TWO,
					Map.of("title", title, "text", "", "place", "dai", "reach", "chon", "href", "/van-ban"))
			.body();
		assertThat(look).contains(title.replace("<b>", "&lt;b&gt;"))
			.contains("Tỉnh An Giang")
			.contains("Xã Mỹ Phú Đông");
		assertThat(home(TWO)).doesNotContain("xem");
	}

	private TestPortal.Desk monitor(String area) {
		return this.portal.login(Role.AREA_MONITOR, this.sites.area(area).orElseThrow().id());
	}

	private String home(String slug) {
		HttpResponse<String> home = this.portal.get(slug + ".localhost", "/");
		assertThat(home.statusCode()).isEqualTo(200);
		return home.body();
	}

	private String etag(String slug) {
		return this.portal.get(slug + ".localhost", "/").headers().firstValue("ETag").orElseThrow();
	}

	private static String title(String words) {
		return words + " " + UUID.randomUUID().toString().substring(0, 8);
	}

	private static CampaignDesign linked(String href) {
		return new CampaignDesign("Khẩu hiệu", "", href, null, CampaignDesign.Place.STRIP, Instant.now(),
				Instant.now().plusSeconds(60), CampaignDesign.Reach.ALL, Set.of(), Set.of());
	}

	private static CampaignDesign sound(CampaignDesign.Place place) {
		return new CampaignDesign(title("Cùng lúc"), "", "", null, place, Instant.now(), Instant.now().plusSeconds(600),
				CampaignDesign.Reach.ALL, Set.of(), Set.of());
	}

	/** As the browser sends a time that is so far from now. */
	private static String typed(Duration fromNow) {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
			.format(LocalDateTime.ofInstant(Instant.now().plus(fromNow), VietnameseText.ZONE));
	}

	/** Publishes a campaign; answers with its address. */
	private static String begin(TestPortal.Desk desk, String title, String... more) {
		HttpResponse<String> answer = post(desk, "/chien-dich/moi", title, more);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	private static HttpResponse<String> post(TestPortal.Desk desk, String path, String title, String... more) {
		Map<String, String> form = new HashMap<>(Map.of("title", title, "text", "", "href", "", "place", "dai", "reach",
				"tat-ca", "begins", typed(Duration.ofMinutes(-1)), "ends", typed(Duration.ofDays(1))));
		StringBuilder address = new StringBuilder(path).append("?x=");
		for (int i = 0; i < more.length; i += 2) {
			String name = Objects.requireNonNull(more[i]);
			if (name.equals("site") || name.equals("area")) {
				address.append('&').append(name).append('=').append(more[i + 1]);
			}
			else {
				form.put(name, Objects.requireNonNull(more[i + 1]));
			}
		}
		return desk.post(address.toString(), form);
	}

	private static String version(TestPortal.Desk desk, String page) {
		return desk.get(page).body().replaceFirst("(?s).*name=\"version\"[^>]*value=\"(\\d+)\".*", "$1");
	}

	private static String id(String page) {
		return page.substring(page.lastIndexOf('/') + 1);
	}

	private static byte[] jpeg() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		BufferedImage image = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
		// no two are the same file
		image.setRGB(0, 0, UUID.randomUUID().hashCode());
		image.setRGB(40, 40, UUID.randomUUID().hashCode());
		ImageIO.write(image, "png", bytes);
		return bytes.toByteArray();
	}

}
