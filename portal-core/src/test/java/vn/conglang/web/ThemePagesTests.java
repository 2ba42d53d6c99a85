package vn.conglang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.FullSite;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Themes;
import vn.conglang.content.Categories;
import vn.conglang.kernel.CurrentSite;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every theme shows every kind of page, whatever lies on the site. */
@PortalTest
class ThemePagesTests {

	private static final List<String> OF_A_NEW_SITE = List.of("/", "/van-ban", "/thu-tuc", "/album", "/video",
			"/thong-bao", "/so-do-trang", "/tro-nang", "/tim-kiem", "/tim-kiem?q=tin");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Themes themes;

	@Autowired
	private Categories categories;

	private final Set<String> troubles = new TreeSet<>();

	@AfterEach
	void nothingWasWrong() {
		assertThat(this.troubles).isEmpty();
	}

	@Test
	void everyThemeShowsEveryPageAndEveryBlockInEveryRegionOfAFullSite() throws Exception {
		FullSite site = new FullSite(this.context, "an-binh")
			.fill(new ClassPathResource("sample-content/images/cho-noi.jpg").getContentAsByteArray());
		List<String> pages = List.of("/", "/chuyen-muc/nong-thon-moi", "/bai-viet/tin-ngan", "/thong-bao",
				"/thong-bao/tin-ngan", "/van-ban", "/van-ban/tin-ngan", "/thu-tuc", "/thu-tuc/tin-ngan", "/album",
				"/album/anh-que", "/video", "/video/phim-que", "/trang/gioi-thieu", "/co-cau-to-chuc", "/lien-he",
				"/so-do-trang", "/tro-nang", "/tim-kiem", "/tim-kiem?q=tin");
		for (String theme : this.themes.ids()) {
			site.wear(theme);
			for (String path : pages) {
				examine(theme, "an-binh", path, 200);
			}
			Document home = page("an-binh", "/");
			for (String text : List.of(FullSite.KHMER, FullSite.LONG_WORD, "Nguyễn Văn An", "Cổng dịch vụ công",
					"123456/KH-UBND-VHXH-TCKH", "Ảnh quê", "Phim quê")) {
				expect(home.text().contains(text), theme + " / does not show " + text);
			}
			site.wearAsProposed(theme);
			examine(theme, "an-binh", "/", 200);
			examine(theme, "an-binh", "/khong-co", 404);
		}
	}

	@Test
	void everyThemeShowsASiteThatHasNothingYet() {
		FullSite site = new FullSite(this.context, "tan-an");
		for (String theme : this.themes.ids()) {
			site.wearAsProposed(theme);
			for (String path : OF_A_NEW_SITE) {
				examine(theme, "tan-an", path, 200);
			}
		}
	}

	@Test
	void fiveHundredCategoriesMakeNeitherTheMenuNorTheHomePageEndless() {
		CurrentSite.run(this.portal.site("an-phu-tinh-bien").id(), () -> {
			for (int i = 0; i < 500; i++) {
				this.categories.findOrAdd("Chuyên mục số " + i);
			}
		});
		FullSite site = new FullSite(this.context, "an-phu-tinh-bien");
		for (String theme : this.themes.ids()) {
			site.wearAsProposed(theme);
			for (String path : List.of("/", "/chuyen-muc/chuyen-muc-so-499")) {
				examine(theme, "an-phu-tinh-bien", path, 200);
				expect(page("an-phu-tinh-bien", path).select("nav a").size() < 80,
						theme + path + " has a menu without end");
			}
		}
		assertThat(page("an-phu-tinh-bien", "/so-do-trang").select("a[href^=/chuyen-muc/]")).hasSizeGreaterThan(499);
	}

	private void examine(String theme, String slug, String path, int status) {
		HttpResponse<String> answer = this.portal.get(slug + ".localhost", path);
		String where = theme + " " + slug + path + " ";
		expect(answer.statusCode() == status, where + "answers " + answer.statusCode());
		Document page = Jsoup.parse(answer.body());
		expect(page.selectFirst("link[rel=stylesheet][href^=/giao-dien/" + theme + "/]") != null,
				where + "fell back to another theme");
		expect(page.select("h1").size() == 1, where + "has " + page.select("h1").size() + " h1");
		expect(page.select("main#noi-dung").size() == 1, where + "has no main part to skip to");
		expect(page.select("header, footer").size() >= 2, where + "lacks header or footer");
		expect(page.selectFirst(".name") != null && page.text().contains("Trang thông tin điện tử"),
				where + "does not say whose it is");
		expect(page.select("[data-act=size]").size() == 3, where + "has no reading aids");
		expect(page.select("script:not([src]), style, [style], [onclick]").isEmpty(),
				where + "has inline script or style");
		expect(!answer.body().contains("??"), where + "has a message that is not there");
		expect(page.getElementsByAttributeStarting("th:").isEmpty(), where + "has an attribute of the template engine");
		for (Element image : page.select("img")) {
			expect(image.hasAttr("alt") && image.hasAttr("width") && image.hasAttr("height"),
					where + "has a picture without size or alternative text: " + image);
		}
		Set<String> ids = new TreeSet<>();
		for (Element element : page.select("[id]")) {
			expect(ids.add(element.id()), where + "names twice: " + element.id());
		}
		int level = 1;
		for (Element heading : page.select("main :is(h1, h2, h3, h4, h5, h6)")) {
			int own = heading.normalName().charAt(1) - '0';
			expect(own <= level + 1, where + "jumps from h" + level + " to h" + own + ": " + heading.text());
			level = own;
		}
	}

	private Document page(String slug, String path) {
		return Jsoup.parse(this.portal.get(slug + ".localhost", path).body());
	}

	private void expect(boolean right, String otherwise) {
		if (!right) {
			this.troubles.add(otherwise);
		}
	}

}
