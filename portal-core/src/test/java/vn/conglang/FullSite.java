package vn.conglang;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.BlockType;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.appearance.Theme;
import vn.conglang.appearance.Themes;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Picture;
import vn.conglang.media.Pictures;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationContext;

/**
 * A site with everything a theme may have to show: every type of entry and of block, long
 * words, Khmer, text that runs from right to left, menus of three levels.
 */
public final class FullSite {

	public static final String KHMER = "ភាសាខ្មែរ ពិធីបុណ្យសែនដូនតា";

	public static final String FROM_THE_RIGHT = "مرحبا \u202Eabc\u202C العالم";

	public static final String LONG_WORD = "Nghiêngngảnghiêngngửa".repeat(9);

	/** As long as a title may be. */
	public static final String LONG_TITLE = "Ủy ban nhân dân xã phối hợp Mặt trận Tổ quốc và các đoàn thể khởi công xây "
		.repeat(5)
		.strip();

	private static final List<String> TITLES = List.of(LONG_TITLE, LONG_WORD, KHMER, FROM_THE_RIGHT, "Tin ngắn",
			"Bà con thu hoạch lúa Thu Đông", "Nạo vét kênh nội đồng", "Khai giảng lớp xóa mù chữ");

	private final TestPortal portal;

	private final Publishing publishing;

	private final Categories categories;

	private final Pictures pictures;

	private final Looks looks;

	private final Themes themes;

	private final Site site;

	/** Of the site with this slug; it is still empty. */
	public FullSite(ApplicationContext context, String slug) {
		this.portal = context.getBean(TestPortal.class);
		this.publishing = context.getBean(Publishing.class);
		this.categories = context.getBean(Categories.class);
		this.pictures = context.getBean(Pictures.class);
		this.looks = context.getBean(Looks.class);
		this.themes = context.getBean(Themes.class);
		this.site = this.portal.site(slug);
	}

	/**
	 * Fills it, once.
	 * @param photo a JPEG
	 */
	public FullSite fill(byte[] photo) {
		if (this.portal.get(this.site.slug() + ".localhost", "/album").body().contains("Ảnh quê")) {
			return this;
		}
		CurrentSite.run(this.site.id(), () -> {
			this.categories.ensureStandard();
			Picture picture = this.pictures.add(photo, "dong-lua.jpg", "thử");
			String figure = "<figure><img src=\"%s\" width=\"%d\" height=\"%d\" alt=\"Đồng lúa\"></figure>"
				.formatted(picture.url(), picture.width(), picture.height());
			String body = "<p>" + KHMER + "</p><h2>" + LONG_WORD + "</h2><p>" + FROM_THE_RIGHT
					+ "</p><table><tbody><tr>" + "<td>Cột rộng nhiều chữ</td>".repeat(10) + "</tr></tbody></table>";
			List<Long> categoryIds = this.categories.all().stream().map((category) -> category.id()).toList();
			for (int i = 0; i < 3 * TITLES.size(); i++) {
				publish(EntryType.ARTICLE, TITLES.get(i % TITLES.size()), ((i % 3 == 0) ? figure : "") + body,
						categoryIds.get(i % categoryIds.size()), Map.of());
			}
			for (String title : TITLES) {
				publish(EntryType.ANNOUNCEMENT, title, body, null,
						Map.of("ends", LocalDate.now(VietnameseText.ZONE).plusDays(9).toString()));
				publish(EntryType.LEGAL_DOCUMENT, title, body, null, Map.of("number", "123456/KH-UBND-VHXH-TCKH",
						"documentType", "Kế hoạch", "issuer", "Ủy ban nhân dân " + title, "issued", "2026-05-19"));
				publish(EntryType.PROCEDURE, title, body, null, Map.of("field", "Hộ tịch", "papers", "Tờ khai\nĐơn"));
			}
			publish(EntryType.ALBUM, "Ảnh quê", figure.repeat(2), null, Map.of());
			publish(EntryType.ALBUM, LONG_WORD, figure, null, Map.of());
			publish(EntryType.VIDEO, "Phim quê", figure, null, Map.of("videoUrl", "https://www.youtube.com/watch?v=1"));
			publish(EntryType.PAGE, "Giới thiệu", body, null, Map.of());
			Look.Image image = new Look.Image(picture.url(), picture.width(), picture.height(), "Đồng lúa");
			change(Look.Part.OFFICE,
					Look.USUAL.with(new Look.Office("Số 1, đường " + LONG_WORD, "0296 3883 111",
							"ubnd@" + "xa".repeat(30) + ".example.vn", "Thứ Hai đến thứ Sáu\n07:00–17:00",
							"https://www.openstreetmap.org/?mlat=10.3&mlon=105.2",
							List.of(new Look.Unit("Thường trực Ủy ban nhân dân",
									List.of(new Look.Person("Nguyễn Văn An", "Chủ tịch", "Phụ trách chung",
											"0296 3883 112", "an@example.vn", image),
											new Look.Person(LONG_WORD, KHMER, LONG_TITLE, "", "", null)))))));
			change(Look.Part.LINKS,
					Look.USUAL.with(new Look.Links(
							List.of(new Look.Link("Cổng dịch vụ công", "https://dichvucong.gov.vn"),
									new Look.Link(LONG_WORD, "/van-ban")),
							List.of(new Look.Link("Bản quyền", "/trang/gioi-thieu")), "Giấy phép số 1\n" + LONG_WORD)));
			change(Look.Part.BANNERS, Look.USUAL.withBanners(
					List.of(new Look.Banner(image, "/van-ban", null, null), new Look.Banner(image, "", null, null))));
			change(Look.Part.MENU, Look.USUAL.withMenu(List.of(new Look.MenuItem("Trang chủ", "/", List.of()),
					new Look.MenuItem("Giới thiệu", "/trang/gioi-thieu",
							List.of(new Look.MenuItem("Lịch sử", "/bai-viet/x",
									List.of(new Look.MenuItem(KHMER, "/bai-viet/y", List.of()))))),
					new Look.MenuItem(LONG_WORD, "/van-ban", List.of()),
					new Look.MenuItem("Thủ tục", "", List.of(new Look.MenuItem("Tất cả", "/thu-tuc", List.of()))))));
		});
		return this;
	}

	/** Puts a theme into force, and every type of block into every region of it. */
	public FullSite wear(String theme) {
		Theme worn = this.themes.get(theme);
		Map<String, List<Look.Block>> blocks = new LinkedHashMap<>();
		for (Theme.Region region : worn.regions()) {
			List<Look.Block> all = new ArrayList<>();
			for (BlockType type : BlockType.values()) {
				all.add(new Look.Block(type.id(), Map.of("count", "2", "category", "")));
			}
			all.add(new Look.Block("category", Map.of("category", "nong-thon-moi", "count", "2")));
			blocks.put(region.id(), all);
		}
		CurrentSite.run(this.site.id(), () -> {
			style(theme);
			change(Look.Part.BLOCKS, Look.USUAL.withBlocks(blocks));
		});
		return this;
	}

	/** Puts a theme into force, with what it proposes itself. */
	public FullSite wearAsProposed(String theme) {
		CurrentSite.run(this.site.id(), () -> {
			style(theme);
			change(Look.Part.BLOCKS, Look.USUAL);
		});
		return this;
	}

	private void style(String theme) {
		change(Look.Part.STYLE, Look.USUAL.with(new Look.Style(theme, null, null, null)));
	}

	private void change(Look.Part part, Look look) {
		if (!this.looks.change(part, look, this.looks.base(part), "thử")) {
			throw new IllegalStateException("Somebody else changes this site");
		}
	}

	private void publish(EntryType type, String title, String body, @Nullable Long category,
			Map<String, String> fields) {
		this.publishing
			.publish(
					this.publishing.begin(type,
							new EntryText(title, title, body,
									(category != null || !type.categorized()) ? category
											: Long.valueOf(this.categories.all().getFirst().id()),
									fields, "Lan"),
							"thử"));
	}

}
