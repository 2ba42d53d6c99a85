package vn.conglang.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.conglang.Patiently;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.appearance.Theme;
import vn.conglang.appearance.Themes;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;

import static org.assertj.core.api.Assertions.assertThat;

/** A theme with mistakes costs a site its looks, never its pages. */
@PortalTest
@SuppressWarnings("NullAway.Init")
class ThemeFallbackTests {

	@Autowired
	private ThemePages views;

	@Autowired
	private SitePages pages;

	@Autowired
	private Themes themes;

	@Autowired
	private Looks looks;

	@Autowired
	private TestPortal portal;

	@Autowired
	private WebApplicationContext context;

	@Value("${portal.themes-extra}")
	private Path extra;

	@AfterEach
	void clear() throws IOException {
		FileSystemUtils.deleteRecursively(this.extra);
		this.themes.reload();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"<html th:replace=\"~{${theme.at('layout')} :: khong-co(~{::main})}\"></html>",
			"<html><p th:text=\"${khong.co.gi}\"></p></html>", "<html><p th:text=\"${1 +}\"></p></html>",
			"<html><p th:each=\"\"></p></html>", "<html><p th:replace=\"~{theme:khong/co :: gi}\"></p></html>",
			"<html><body th:fragment=\"tu-goi\"><p th:replace=\"~{${theme.at('error')} :: tu-goi}\"></p></body></html>" })
	void aTemplateThatFailsIsReplacedByThoseOfTheParent(String template) throws Exception {
		lay("cha-lanh", "theme.yaml", "name: Cha lành\nparent: song-hau\n");
		lay("con-hong", "theme.yaml", "name: Con hỏng\nparent: cha-lanh\n");
		lay("con-hong", "templates/error.html", template);
		this.themes.reload();
		String page = render("con-hong");
		assertThat(page).contains("Không tìm thấy")
			.contains("/giao-dien/cha-lanh/")
			.doesNotContain("/giao-dien/con-hong/");
		assertThat(this.portal.login(Role.OPERATOR, province()).get("/giao-dien-he-thong").body())
			.contains("Giao diện Con hỏng không hiện được một loại trang")
			.contains("Loại trang: error.");
	}

	@Test
	void whereTheParentFailsTooTheBaseIsLeft() throws Exception {
		lay("cha-hong", "theme.yaml", "name: Cha hỏng\n");
		lay("cha-hong", "templates/layout.html",
				"<html th:fragment=\"layout(main)\"><p th:text=\"${a.b.c}\"></p></html>");
		lay("con-vo", "theme.yaml", "name: Con vỡ\nparent: cha-hong\n");
		this.themes.reload();
		assertThat(render("con-vo")).contains("/giao-dien/base/").doesNotContain("/giao-dien/c");
	}

	@Test
	void aMendedThemeIsUsedAgain() throws Exception {
		lay("con-sua", "theme.yaml", "name: Con sửa\n");
		lay("con-sua", "templates/error.html", "<html><p th:text=\"${a.b.c}\"></p></html>");
		this.themes.reload();
		assertThat(render("con-sua")).contains("/giao-dien/base/");
		lay("con-sua", "templates/error.html", "<html><p>Đã sửa</p></html>");
		this.themes.reload();
		assertThat(render("con-sua")).contains("Đã sửa");
		assertThat(this.portal.login(Role.PROVINCE_ADMIN, province()).get("/giao-dien-he-thong").body())
			.doesNotContain("Con sửa không hiện được");
	}

	@Test
	void whoRunsThePortalIsToldOnEveryPageOfTheNewsroom() throws IOException {
		TestPortal.Desk operator = this.portal.login(Role.OPERATOR, province());
		assertThat(operator.get("/san-luong").body()).doesNotContain("đang gặp lỗi");
		lay("vo-tan", "theme.yaml", "name: [");
		assertThat(operator.post("/giao-dien-he-thong/doc-lai", Map.of()).statusCode()).isEqualTo(302);
		assertThat(operator.get("/san-luong").body()).contains("Có 1 giao diện đang gặp lỗi");
		assertThat(operator.get("/giao-dien-he-thong").body()).contains("1 thư mục chưa dùng được")
			.contains("vo-tan")
			.contains("Không đọc được theme.yaml");
		Site site = this.portal.site("hiep-xuong");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		assertThat(chief.get("/viec").body()).doesNotContain("đang gặp lỗi");
		assertThat(chief.get("/giao-dien-he-thong").statusCode()).isEqualTo(404);
		assertThat(chief.post("/giao-dien-he-thong/doc-lai", Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void aThemeLaidIntoTheFolderIsThereAfterTheButton() throws IOException {
		TestPortal.Desk operator = this.portal.login(Role.OPERATOR, province());
		lay("moi-ve", "theme.yaml", "name: Mới về\nparent: bay-nui\n");
		lay("moi-ve", "style.css", ".moi-ve{}");
		lay("moi-ve", "preview.webp", "không phải ảnh thật");
		String page = operator.follow(operator.post("/giao-dien-he-thong/doc-lai", Map.of())).body();
		assertThat(page).contains("Đã đọc lại").contains("trong đó 1 giao diện thêm vào").contains("Mới về");
		Theme theme = this.themes.find("moi-ve").orElseThrow();
		var style = this.portal.get("localhost", theme.stylesheetAddress("#a03000"));
		assertThat(style.body()).contains(".moi-ve{}").contains("--accent:#a03000;");
		assertThat(style.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
		assertThat(this.portal.get("localhost", Objects.requireNonNull(theme.previewAddress())).statusCode())
			.isEqualTo(200);
		assertThat(this.portal.get("localhost", theme.assetAddress("site.js")).statusCode()).isEqualTo(200);
		// another node may know a newer state: its address is not to be kept with this
		// one's answer
		assertThat(this.portal.get("localhost", "/giao-dien/moi-ve/000000000000/style.css")
			.headers()
			.firstValue("Cache-Control")).hasValue("no-store");
		for (String path : List.of("/giao-dien/moi-ve/x/style-rot.css", "/giao-dien/khong-co/x/style.css",
				"/giao-dien/moi-ve/x/assets/../theme.yaml", "/giao-dien/base/_/preview.jpg")) {
			assertThat(this.portal.get("localhost", path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
		}
	}

	@Test
	void citizensReadOnWhileTheThemeOfTheirSiteBreaksIsMendedAndGoes() throws Exception {
		Site site = this.portal.site("chau-phong");
		lay("xom-chai", "theme.yaml", "name: Xóm chài\nparent: song-hau\n");
		this.themes.reload();
		CurrentSite.run(site.id(), () -> this.looks.change(Look.Part.STYLE,
				Look.USUAL.with(new Look.Style("xom-chai", "#a03000", null, null)), 0, "Trần Thị Bình"));
		assertThat(home(site)).contains("/giao-dien/xom-chai/").contains("style-a03000.css").contains(site.title());
		assertThat(this.portal.login(Role.OPERATOR, province()).get("/giao-dien-he-thong").body())
			.containsPattern("xom-chai</span></th>[\\s\\S]{0,400}>1<");
		lay("xom-chai", "templates/layout.html", "<html th:fragment=\"layout(main)\" th:text=\"${gi.do.day}\"></html>");
		// nobody presses a button here: the portal notices by itself
		Patiently.await().until(() -> home(site).contains("/giao-dien/song-hau/"));
		assertThat(home(site)).contains(site.title()).contains("style-a03000.css");
		assertThat(this.portal.get(site.slug() + ".localhost", "/khong-co").body()).contains("/giao-dien/song-hau/");
		Files.delete(this.extra.resolve("xom-chai/templates/layout.html"));
		this.themes.reload();
		assertThat(home(site)).contains("/giao-dien/xom-chai/");
		lay("xom-chai", "theme.yaml", "name: [");
		this.themes.reload();
		assertThat(home(site)).contains("/giao-dien/base/").contains(site.title());
		FileSystemUtils.deleteRecursively(this.extra);
		this.themes.reload();
		assertThat(home(site)).contains("/giao-dien/" + site.theme() + "/").contains(site.title());
	}

	private String home(Site site) {
		var answer = this.portal.get(site.slug() + ".localhost", "/");
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	/**
	 * The page that says that something is not there, as a site with this theme has it.
	 */
	private String render(String theme) throws Exception {
		Site site = this.portal.site("hiep-xuong");
		ExtendedModelMap model = new ExtendedModelMap();
		CurrentSite.run(site.id(), () -> {
			model.addAttribute("error", new Views.ErrorPage(404, "Không tìm thấy", "", List.of(), ""));
			this.pages.page(model, site, "error", "/", "Không tìm thấy", "", null);
		});
		model.addAttribute("theme", new ThemeView(this.themes.get(theme), null));
		View view = Objects.requireNonNull(
				this.views.resolveViewName(this.themes.get(theme).template("error"), VietnameseText.LOCALE));
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, this.context);
		MockHttpServletResponse response = new MockHttpServletResponse();
		view.render(model, request, response);
		return response.getContentAsString();
	}

	private long province() {
		return this.portal.site("hiep-xuong").area().province().id();
	}

	private void lay(String theme, String file, String content) throws IOException {
		Path path = this.extra.resolve(theme).resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, content);
	}

}
