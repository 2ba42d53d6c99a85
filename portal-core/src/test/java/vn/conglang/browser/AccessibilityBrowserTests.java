package vn.conglang.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.FullSite;
import vn.conglang.TestPortal;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Sites;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Axe finds no barrier on any page: WCAG 2.2 AA, and what it calls best practice. */
@BrowserTest
class AccessibilityBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	@ParameterizedTest
	@CsvSource({ "base, quoc-thai", "song-hau, khanh-an", "bay-nui, long-binh", "cong-bao, khanh-binh",
			"cho-noi, phu-thanh-phu-tan-30427", "lua-tan-chau, phu-thanh-phu-tan-30433", "dinh-lang, tan-hoa",
			"thot-not, binh-thanh-chau-thanh", "tho-cam, binh-thanh-thoai-son", "chua-khmer, hiep-xuong" })
	void noPublicPageOfAnyLayoutHasABarrier(String theme, String slug, Screens screens) {
		new SiteContent(this.context).fill(slug);
		new FullSite(this.context, slug).wearAsProposed(theme);
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		for (String path : List.of("/", "/bai-viet/ba-con-thu-hoach-lua-thu-dong")) {
			page.navigate(screens.site(slug, path));
			examination.everyWidth(theme + " " + path);
			examination.dark(theme + " " + path);
		}
		// what all layouts have from the first one is looked at there
		for (String path : theme.equals("base")
				? List.of("/chuyen-muc/tin-tuc-su-kien", "/chuyen-muc/nong-thon-moi", "/trang/lien-he", "/van-ban",
						"/van-ban?tu-khoa=kh%C3%B4ng+c%C3%B3", "/van-ban/ke-hoach-thuy-loi-noi-dong-mua-kho",
						"/khong-co")
				: List.of("/chuyen-muc/tin-tuc-su-kien", "/van-ban", "/van-ban/ke-hoach-thuy-loi-noi-dong-mua-kho")) {
			page.navigate(screens.site(slug, path));
			examination.all(theme + " " + path);
		}
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void neitherTheDirectoryNorAnUnknownAddressNorANewSiteHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		for (String address : List.of(screens.province("/"), screens.province("/?ten=khong-co-dau"),
				screens.site("khong-co-xa-nay", "/"), screens.province("/khong-co"), screens.site("chau-lang", "/"))) {
			page.navigate(address);
			examination.everyWidth(address);
			examination.dark(address);
		}
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void neitherLoginNorTheChoiceOfASiteHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		page.navigate(screens.newsroom("/dang-nhap"));
		examination.everyWidth("login");
		examination.dark("login");
		String name = new SiteContent(this.context).person(Role.EDITOR, "vinh-phuoc");
		this.users.grant(name, new User.Grant(Role.EDITOR, this.portal.site("tan-tuyen").id().value()));
		screens.login(page, name, "khong-phai-mat-khau");
		assertThat(page.locator("#bao")).isVisible();
		examination.everyWidth("login failed");
		screens.login(page, name);
		assertThat(page.locator(".empty")).isVisible();
		examination.everyWidth("nothing to do");
		page.navigate(screens.newsroom("/chon-trang"));
		assertThat(page.locator("#cac-trang")).isVisible();
		examination.everyWidth("site chooser");
		page.navigate(screens.newsroom("/chon-trang?ten=khong-co-dau"));
		examination.everyWidth("site chooser without result");
		page.navigate(screens.newsroom("/khong-co"));
		examination.everyWidth("newsroom 404");
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void noListOfEntriesHasABarrier(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill("luong-an-tra");
		content.draft("luong-an-tra", EntryType.ARTICLE, "Còn nháp", "thong-bao", Map.of(), "<p>Nháp</p>");
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		String name = content.person(Role.EDITOR, "luong-an-tra");
		this.users.grant(name, new User.Grant(Role.EDITOR, this.portal.site("tan-tuyen").id().value()));
		screens.login(page, name);
		page.navigate(screens.newsroom("/bien-tap/luong-an-tra"));
		examination.everyWidth("entries");
		examination.dark("entries");
		page.navigate(screens.newsroom("/bien-tap/luong-an-tra?tim=khong-co-dau"));
		examination.everyWidth("entries without result");
		page.navigate(screens.newsroom("/bien-tap/tan-tuyen"));
		examination.everyWidth("entries empty");
		assertThat(examination.barriers()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(EntryType.class)
	void theEditorHasNoBarrier(EntryType type, Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, content.chief("vinh-phuoc"));
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/moi?loai=" + type.option()));
		examination.everyWidth("new " + type);
		long id = content.publish("vinh-phuoc", type, "Đã đăng " + type.option(), "thong-bao",
				Map.of("number", "1/KH", "documentType", "Kế hoạch", "issuer", "UBND", "field", "Hộ tịch", "papers",
						"Tờ khai\nGiấy chứng sinh", "videoUrl", "https://www.youtube.com/watch?v=1"),
				"<h2>Mục</h2><p>Nội dung <strong>đậm</strong></p>" + "<p><img src=\"" + content.pictureUrl("vinh-phuoc")
						+ "\" alt=\"Ảnh\"></p>",
				LocalDate.of(2025, 2, 3));
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/" + id));
		examination.all("published " + type);
		examination.dark("published " + type);
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void neitherARefusedTextNorAPreviewHasABarrier(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, content.chief("vinh-phuoc"));
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/moi?loai=legal-document"));
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-problems]")).isVisible();
		examination.everyWidth("refused");
		page.locator("#title").fill("Thử mọi ô");
		page.locator("[data-publish]").click();
		assertThat(page.locator("[data-problems]")).containsText("Đã lưu bản nháp, nhưng chưa xuất bản được");
		examination.everyWidth("with problems");
		long id = content.publish("vinh-phuoc", EntryType.LEGAL_DOCUMENT, "Để xem trước", "thong-bao",
				Map.of("number", "2/KH", "documentType", "Kế hoạch", "issuer", "UBND"),
				"<h2>Mục</h2><p>Nội dung <strong>đậm</strong></p>", LocalDate.of(2025, 2, 4));
		page.navigate(screens.newsroom("/bien-tap/vinh-phuoc/bai/" + id + "/xem-truoc"));
		examination.everyWidth("preview");
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void noScreenOfTheProvinceHasABarrier(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, "admin");
		page.navigate(screens.newsroom("/san-luong?tu=2021-01-01&den=2025-12-31"));
		examination.everyWidth("volume");
		examination.dark("volume");
		page.navigate(screens.newsroom("/san-luong/vinh-phuoc?tu=2021-01-01&den=2025-12-31"));
		page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)");
		examination.everyWidth("volume of a site");
		examination.dark("volume of a site");
		page.navigate(screens.newsroom("/san-luong/bai?tu=2021-01-01&den=2025-12-31"));
		examination.everyWidth("evidence");
		page.navigate(screens.newsroom("/tai-khoan"));
		examination.everyWidth("accounts");
		examination.dark("accounts");
		String name = new SiteContent(this.context).person(Role.EDITOR, "vinh-phuoc");
		page.navigate(screens.newsroom("/tai-khoan/" + name));
		page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)");
		examination.everyWidth("account");
		page.navigate(screens.newsroom("/tai-khoan/moi"));
		examination.everyWidth("new account");
		examination.dark("new account");
		assertThat(examination.barriers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/theo-doi", "/theo-doi?xem=dang&huyen=tri-ton", "/san-luong/vinh-phuoc", "/muc-bat-buoc",
			"/trung-lap", "/lien-ket-hong", "/thi-dua", "/bao-cao", "/bien-tap/vinh-phuoc/theo-doi",
			"/bien-tap/vinh-phuoc/thi-dua" })
	void noScreenOfOversightHasABarrier(String path, Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, "admin");
		page.navigate(screens.newsroom(path));
		assertThat(page.locator("h1")).isVisible();
		examination.everyWidth(path);
		examination.dark(path);
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void aBarrierWouldBeFound(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		page.navigate(screens.newsroom("/dang-nhap"));
		page.evaluate("document.querySelector('label').remove()");
		page.evaluate("document.querySelector('.lead').style.color = '#eee'");
		page.evaluate("document.querySelector('h1').remove()");
		examination.all("spoilt login");
		assertThat(String.join("", examination.barriers())).contains("critical label")
			.contains("serious color-contrast")
			.contains("moderate page-has-heading-one");
	}

}
