package vn.conglang.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.conglang.appearance.BlockType;
import vn.conglang.appearance.Theme;

/**
 * Pages of a commune that does not exist: every kind of page, once with all it can have
 * and once with as little as possible. A theme that is to be checked has to show them.
 */
final class SampleViews {

	private static final LocalDateTime DAY = LocalDateTime.of(2026, 11, 20, 8, 5);

	private static final Views.Picture PICTURE = new Views.Picture("/media/abc/dong-lua.jpg", 1600, 900, "Đồng lúa",
			"/media/abc/dong-lua.480.jpg 480w", "/media/abc/dong-lua.480.webp 480w");

	/** Id of the commune in the government's measuring system. */
	static final String EMC = "emc-mau-1";

	private static final Views.Link CATEGORY = new Views.Link("Tin tức – Sự kiện", "/chuyen-muc/tin-tuc-su-kien");

	private static final Views.Office OFFICE = new Views.Office("Ấp Trung Bình, xã Mẫu", "0296 3870 111",
			"xamau@angiang.example", "Sáng 7:00–11:00\nChiều 13:00–17:00", "https://maps.example/xa-mau");

	private static final Views.Office UNKNOWN = new Views.Office("", "", "", "", "");

	private static final Views.Paging PAGING = SitePages.paging(2, 12, 100, "/chuyen-muc/tin-tuc-su-kien");

	private static final Views.Paging ONE_PAGE = SitePages.paging(0, 12, 3, "/chuyen-muc/tin-tuc-su-kien");

	private SampleViews() {
	}

	/** All pages, for a theme with its regions. */
	static List<Page> pages(Theme theme) {
		List<Page> pages = new ArrayList<>();
		pages.add(page("home", true, Map.of("home", home(theme)), markers(theme)));
		pages.add(page("home", false, Map.of("home", new Views.HomePage(true, List.of())), List.of()));
		pages.add(page("listing", true,
				Map.of("listing", new Views.Listing("Tin tức", "Tin của xã", cards("listing"), PAGING)),
				List.of("Tin tức", title("listing"), bare("listing"))));
		pages.add(page("listing", false, Map.of("listing", new Views.Listing("Tin tức", "", List.of(), ONE_PAGE)),
				List.of("Tin tức")));
		for (String kind : List.of("article", "page", "announcement", "procedure", "album", "video")) {
			pages.add(page("entry", true, Map.of("entry", entry(kind, true)),
					List.of("Thu hoạch lúa", "Nội dung của bài")));
		}
		pages.add(page("entry", false, Map.of("entry", entry("article", false)),
				List.of("Thu hoạch lúa", "Nội dung của bài")));
		pages.add(page("document", true, Map.of("entry", entry("legal-document", true)),
				List.of("Thu hoạch lúa", "12/QĐ-UBND")));
		pages.add(page("document", false, Map.of("entry", entry("legal-document", false)), List.of("Thu hoạch lúa")));
		pages.add(page("documents", true, Map.of("documents", documents(rows(), true)), List.of("12/QĐ-UBND")));
		pages.add(page("documents", false, Map.of("documents", documents(List.of(), false)), List.of()));
		pages.add(page("procedures", true,
				Map.of("procedures",
						new Views.ProcedureList(options("Hộ tịch", "Đất đai"), true, cards("procedures"), PAGING)),
				List.of(title("procedures"), bare("procedures"))));
		pages.add(page("procedures", false,
				Map.of("procedures", new Views.ProcedureList(List.of(), false, List.of(), ONE_PAGE)), List.of()));
		pages.add(page("board", true,
				Map.of("board",
						new Views.BoardPage("15/QĐ-UBND", DAY.toLocalDate(), "UBND xã Mẫu", "/tep/abc/qd.pdf",
								"0296 3870 111", "xamau@angiang.example", List.of(new Views.BoardMember("Trần Thị Bình",
										"Trưởng Ban biên tập", "Chủ tịch", "Duyệt bài")))),
				List.of("15/QĐ-UBND", "Trần Thị Bình")));
		pages.add(page("board", false, Map.of("board", new Views.BoardPage("", null, "", "", "", "", List.of())),
				List.of()));
		pages.add(page("people", true,
				Map.of("people",
						new Views.PeoplePage(
								List.of(new Views.Unit("Ủy ban nhân dân", List.of(person(true), person(false)))))),
				List.of("Ủy ban nhân dân", "Lê Văn Cường")));
		pages.add(page("sitemap", true, Map.of("map", new Views.SiteMap(menu(), List.of(CATEGORY), menu(), menu())),
				List.of("Tin tức – Sự kiện")));
		pages.add(page("sitemap", false, Map.of("map", new Views.SiteMap(List.of(), List.of(), List.of(), List.of())),
				List.of()));
		pages.add(page("contact", true, Map.of(), List.of("Ấp Trung Bình", "0296 3870 111")));
		pages.add(page("contact", false, Map.of(), List.of()));
		pages.add(page("accessibility", true, Map.of(), List.of()));
		pages.add(page("accessibility", false, Map.of(), List.of()));
		pages.add(page("search", true, Map.of("search", found()), List.of("Có 12 kết quả", "Thu hoạch lúa",
				"12/QĐ-UBND", "Hết hiệu lực", "Gần đúng", "Năm 2025", "Xã Lúa")));
		pages.add(page("search", false, Map.of("search", nothingFound("khong co")), List.of()));
		pages.add(page("search", false, Map.of("search", nothingFound("")), List.of()));
		Views.ErrorPage error = new Views.ErrorPage(404, "Không tìm thấy trang", "Trang này không có ở đây.",
				List.of(new Views.Link("Trang chủ", "/")), "thu hoạch lúa");
		pages.add(page("error", true, Map.of("error", error), List.of("Không tìm thấy trang")));
		pages.add(page("error", false, Map.of("error", error), List.of("Không tìm thấy trang")));
		return pages;
	}

	private static Page page(String template, boolean full, Map<String, Object> own, List<String> markers) {
		Map<String, Object> model = new LinkedHashMap<>(own);
		model.put("site", site(full));
		model.put("menu", full ? menu() : List.of(new Views.Link("Trang chủ", "/", true)));
		model.put("meta",
				new Views.PageMeta("Trang mẫu – Xã Mẫu", full ? "Trang để kiểm tra giao diện" : "",
						"http://mau.localhost/", full ? "http://mau.localhost/media/abc/dong-lua.jpg" : null,
						template.equals("entry") ? "article" : "website", full,
						full ? List.of(new Views.Proof("google-site-verification", "mau")) : List.of()));
		model.put("campaigns", full ? campaigns() : List.of());
		if (full) {
			model.put("preview", "Bản xem trước");
		}
		List<String> expected = new ArrayList<>(markers);
		if (full) {
			expected.add("Khẩu hiệu trên mọi trang");
		}
		expected.add("Xã Mẫu");
		return new Page(template, full, model, expected);
	}

	private static Views.SiteView site(boolean full) {
		return new Views.SiteView("mau", "Xã", "Mẫu", "Xã Mẫu", "Huyện Mẫu", "Tỉnh An Giang", "http://mau.localhost",
				"http://localhost", full ? "/lien-he" : null, full ? "/ban-bien-tap" : null, "/thu-tuc",
				full ? "/to-chuc" : null, full ? PICTURE : null, full ? PICTURE : null, full ? OFFICE : UNKNOWN,
				full ? List.of(new Views.Link("Cổng tỉnh", "https://angiang.example")) : List.of(),
				full ? "Giấy phép số 1" : "",
				full ? new Views.Emc(EMC, "https://emc.example/do.js", "https://emc.example/do") : null,
				full ? new Views.Matomo("7", "https://matomo.example/") : null,
				full ? new Views.TrustBadge("mau.angiang.example", "https://tin.example/mau", "/mau/tin-nhiem.png")
						: null);
	}

	private static List<Views.CampaignView> campaigns() {
		List<Views.CampaignView> campaigns = new ArrayList<>();
		for (String place : List.of("strip", "home")) {
			String where = place.equals("home") ? "Khẩu hiệu ở trang chủ" : "Khẩu hiệu trên mọi trang";
			campaigns.add(new Views.CampaignView(where, "Từ nay đến cuối năm", "https://angiang.example", PICTURE,
					place, "Tỉnh An Giang"));
			campaigns.add(new Views.CampaignView(where, "", null, null, place, "Huyện Mẫu"));
		}
		return campaigns;
	}

	private static List<Views.Link> menu() {
		return List.of(new Views.Link("Trang chủ", "/", true), CATEGORY,
				new Views.Link("Giới thiệu", "", false,
						List.of(new Views.Link("Lịch sử", "/trang/lich-su", false,
								List.of(new Views.Link("Địa danh", "/trang/dia-danh"))),
								new Views.Link("Nhóm", "", false, List.of()))),
				new Views.Link("Văn bản", "/van-ban", false, List.of(new Views.Link("Quyết định", "/van-ban?loai=1"))));
	}

	/** Every type of block in every region, so that none of them is forgotten. */
	private static Views.HomePage home(Theme theme) {
		List<Views.Region> regions = new ArrayList<>();
		for (Theme.Region region : theme.regions()) {
			List<Views.Block> blocks = new ArrayList<>();
			for (BlockType type : BlockType.values()) {
				blocks.add(block(type.id(), region.id() + "-" + type.id()));
			}
			regions.add(new Views.Region(region.id(), blocks));
		}
		return new Views.HomePage(false, regions);
	}

	private static Views.Block block(String type, String name) {
		return new Views.Block(type, "Khối " + name, (name.length() % 2 == 0) ? "/chuyen-muc/mau" : null, cards(name),
				rows(),
				List.of(new Views.Section(CATEGORY, cards(name)),
						new Views.Section(CATEGORY, cards(name).subList(0, 1))),
				menu(), List.of(new Views.Banner(PICTURE, "https://angiang.example"), new Views.Banner(PICTURE, "")),
				List.of(person(true), person(false)), new Views.Visits(12, 3_456, 1_234_567, LocalDate.of(2026, 5, 1)));
	}

	/** What shows that all regions were drawn: the lead of each. */
	private static List<String> markers(Theme theme) {
		return Stream
			.concat(theme.regions().stream().map((region) -> title(region.id() + "-lead")),
					Stream.of("Khẩu hiệu ở trang chủ", "Tín nhiệm mạng"))
			.toList();
	}

	private static String title(String name) {
		return "Bài đủ của " + name;
	}

	private static String bare(String name) {
		return "Bài trơn của " + name;
	}

	private static List<Views.Card> cards(String name) {
		return List.of(new Views.Card(title(name), "Tóm tắt của bài", "/bai-viet/du", DAY, CATEGORY, PICTURE),
				new Views.Card(bare(name), "", "/bai-viet/tron", DAY, null, null));
	}

	private static List<Views.DocumentRow> rows() {
		return List.of(
				new Views.DocumentRow("12/QĐ-UBND", "Quyết định", "UBND xã", LocalDate.of(2026, 11, 20),
						"Về việc thử giao diện", "/van-ban/12-qd-ubnd"),
				new Views.DocumentRow("", "", "", null, "Không số", "/van-ban/khong-so"));
	}

	private static Views.EntryPage entry(String kind, boolean full) {
		boolean document = kind.equals("legal-document");
		return new Views.EntryPage("Thu hoạch lúa", full ? "Vụ lúa năm nay được mùa." : "", !kind.equals("page"), DAY,
				full ? DAY.plusDays(1) : null, full ? "Nguyễn Văn An" : "", full ? CATEGORY : null, kind,
				full ? "Thông báo này đã hết hạn." : null,
				full ? new Views.Link("Xem phim ở kenh.example", "https://kenh.example/1") : null,
				(document && !full) ? "" : "<p>Nội dung của bài.</p>",
				full ? List.of(new Views.Fact("Số/ký hiệu", "12/QĐ-UBND", null),
						new Views.Fact("Nơi nhận", "Dòng một\nDòng hai", "/van-ban")) : List.of(),
				full ? cards("related") : List.of(), 3, "http://mau.localhost/bai-viet/thu-hoach-lua",
				"https://www.facebook.com/sharer/sharer.php?u=x", "https://sp.zalo.me/share_inline?d=x");
	}

	private static Views.DocumentList documents(List<Views.DocumentRow> rows, boolean filtered) {
		return new Views.DocumentList(filtered ? "lúa" : "", options("Quyết định", "Thông báo"), options("UBND xã"),
				options("2026", "2025"), filtered, rows, filtered ? PAGING : ONE_PAGE);
	}

	private static Views.SearchPage found() {
		String title = "Thu hoạch <mark>lúa</mark>";
		Views.Link site = new Views.Link("Xã Mẫu", "http://mau.localhost");
		Views.Hit full = new Views.Hit(title, title, "/van-ban/12-qd-ubnd", "Văn bản", DAY.toLocalDate(), "12/QĐ-UBND",
				"Hết hiệu lực", site);
		Views.Hit bare = new Views.Hit(title, "", "/thu-tuc/tron", "Thủ tục", null, "", null, null);
		List<Views.Choice> choices = List.of(new Views.Choice("Tất cả", 12, "/tim-kiem?q=lua", true),
				new Views.Choice("Văn bản", 2, "/tim-kiem?q=lua&loai=van-ban", false));
		return new Views.SearchPage("lúa", "Có 12 kết quả", "Gần đúng", new Views.Link("lứa", "/tim-kiem?q=lứa"),
				List.of(new Views.Link("Xã Lúa", "http://lua.localhost")), choices,
				List.of(new Views.Facet("Năm", choices)), List.of(new Views.Link("Năm 2025", "/tim-kiem?q=lua")),
				new Views.Link("Gộp theo trang", "/tim-kiem?q=lua&gop=trang"),
				List.of(new Views.HitGroup(site, List.of(full, bare), new Views.Link("Xem thêm", "/tim-kiem")),
						new Views.HitGroup(null, List.of(bare), null)),
				PAGING);
	}

	private static Views.SearchPage nothingFound(String query) {
		return new Views.SearchPage(query, "", null, null, List.of(), List.of(), List.of(), List.of(), null, List.of(),
				ONE_PAGE);
	}

	private static List<Views.Option> options(String... labels) {
		List<Views.Option> options = new ArrayList<>();
		for (String label : labels) {
			options.add(new Views.Option(label, label, options.isEmpty()));
		}
		return options;
	}

	private static Views.Person person(boolean full) {
		return full ? new Views.Person("Lê Văn Cường", "Chủ tịch", "Phụ trách chung", "0912 000 111",
				"cuong@angiang.example", PICTURE) : new Views.Person("Phạm Thị Dung", "", "", "", "", null);
	}

	/**
	 * A page to be shown.
	 *
	 * @param full whether it has all it can have
	 * @param expected texts that have to be on it
	 */
	record Page(String template, boolean full, Map<String, Object> model, List<String> expected) {
	}

}
