package vn.conglang.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people of a commune do, mostly on a phone. */
@BrowserTest
class CitizenBrowserTests {

	private static final String SLUG = "quoc-thai";

	private static final String LEAD = "Bà con thu hoạch lúa Thu Đông";

	@Autowired
	private ApplicationContext context;

	private SiteContent content() {
		return new SiteContent(this.context);
	}

	@BeforeEach
	void somethingToRead() {
		content().fill(SLUG);
	}

	@Test
	void aCitizenOnAPhoneReadsTheNewsAndFindsADocument(Screens screens) {
		readTheNewsAndFindADocument(screens.phone(), screens);
	}

	@Test
	void theSamePathWorksWithoutScripts(Screens screens) {
		readTheNewsAndFindADocument(screens.phoneWithoutScripts(), screens);
	}

	private static void readTheNewsAndFindADocument(Page phone, Screens screens) {
		phone.navigate(screens.site(SLUG, "/"));
		assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Xã Quốc Thái");
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();

		phone.locator("main").getByRole(AriaRole.LINK, link(LEAD)).first().tap();
		assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(LEAD);
		assertThat(phone.locator(".byline time").first()).hasText("03/04/2025 12:00");
		assertThat(phone.locator(".prose")).containsText("bà con trong xã ra đồng từ sớm");
		Locator picture = phone.getByAltText("Đồng lúa chín vàng");
		picture.scrollIntoViewIfNeeded();
		assertThat(picture).isVisible();
		phone.waitForCondition(() -> (Boolean) picture.evaluate("image => image.complete && image.naturalWidth > 0"));
		assertThat((String) picture.evaluate("image => image.currentSrc")).as("no wider than the phone needs")
			.endsWith("dong-lua.960.webp");
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();

		phone.locator("summary", new Page.LocatorOptions().setHasText("Danh mục")).tap();
		phone.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Danh mục"))
			.getByRole(AriaRole.LINK, link("Văn bản").setExact(true))
			.tap();
		assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Văn bản");
		assertThat(phone.getByRole(AriaRole.STATUS)).hasText("2 văn bản");
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();

		phone.getByLabel("Loại văn bản").selectOption("Kế hoạch");
		phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tìm văn bản")).tap();
		assertThat(phone.getByRole(AriaRole.STATUS)).hasText("1 văn bản");
		assertThat(phone.locator("main")).containsText("7/KH-UBND");
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();

		phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bỏ lọc")).tap();
		assertThat(phone.getByRole(AriaRole.STATUS)).hasText("2 văn bản");
		phone.getByLabel("Số, ký hiệu hoặc từ trong trích yếu").fill("12/QĐ-UBND");
		phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tìm văn bản")).tap();
		assertThat(phone.getByRole(AriaRole.STATUS)).hasText("1 văn bản");
		phone
			.getByRole(AriaRole.LINK,
					new Page.GetByRoleOptions().setName("Về việc thành lập tổ công nghệ số cộng đồng"))
			.tap();
		assertThat(phone.locator("dl.facts")).containsText("12/QĐ-UBND");
		assertThat(phone.locator("dl.facts")).containsText("UBND xã Quốc Thái");
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { SLUG, "khanh-an", "long-binh", "khanh-binh" })
	void noPageOfAnyThemeIsWiderThanAPhone(String slug, Screens screens) {
		content().fill(slug);
		Page phone = screens.phone();
		for (String path : List.of("/", "/chuyen-muc/tin-tuc-su-kien", "/bai-viet/ba-con-thu-hoach-lua-thu-dong",
				"/trang/lien-he", "/van-ban", "/van-ban?tu-khoa=kh%C3%B4ng+c%C3%B3",
				"/van-ban/ke-hoach-thuy-loi-noi-dong-mua-kho", "/khong-co")) {
			phone.navigate(screens.site(slug, path));
			assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();
		}
	}

	@Test
	void aCitizenFindsTheirCommuneInTheDirectory(Screens screens) {
		Page phone = screens.phone();
		phone.navigate(screens.province("/"));
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();
		phone.getByLabel("Tìm xã, phường, thị trấn").fill("quoc thai");
		phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tìm xã")).tap();
		assertThat(phone).hasURL(Pattern.compile("ten=quoc"));
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();
		phone.locator(".prov-group").getByRole(AriaRole.LINK, link("Quốc Thái").setExact(false)).tap();
		assertThat(phone).hasURL(Pattern.compile("^http://quoc-thai\\.localhost:\\d+/$"));
	}

	@Test
	void aForeignScriptIsRefusedAndTheTestsWouldNotice(Screens screens) {
		Page page = screens.desk();
		for (String address : List.of(screens.site(SLUG, "/"), screens.province("/"), screens.newsroom("/"))) {
			page.navigate(address);
			page.evaluate("""
					() => {
						const script = document.createElement('script');
						script.textContent = 'window.intruder = true';
						document.head.append(script);
					}""");
			page.waitForCondition(() -> !screens.troubles().isEmpty());
			assertThat(page.evaluate("window.intruder === undefined")).isEqualTo(true);
			assertThat(screens.troubles()).hasSize(1).first().asString().contains("Content Security Policy");
			screens.troubles().clear();
		}
	}

	private static Locator.GetByRoleOptions link(String name) {
		return new Locator.GetByRoleOptions().setName(name);
	}

}
