package vn.conglang.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.FullSite;
import vn.conglang.SearchTest;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody looks for something, mostly on a phone. */
@SearchTest
@InABrowser
class SearchBrowserTests {

	private static final String SLUG = "binh-long";

	/** At the top of a page, wherever the theme has it. */
	private static final String FIELD = "input[name=q]:visible";

	private static final String DOCUMENT = "Về việc thành lập tổ công nghệ số cộng đồng";

	@Autowired
	private ApplicationContext context;

	@BeforeEach
	void somethingToFind() {
		new SiteContent(this.context).fill(SLUG);
	}

	@Test
	void aCitizenOnAPhoneFindsADocumentWithoutDiacritics(Screens screens) {
		lookFor(screens.phone(), screens, "so");
	}

	@Test
	void theSameWithDiacriticsAndWithoutScripts(Screens screens) {
		lookFor(screens.phoneWithoutScripts(), screens, "số");
	}

	private void lookFor(Page phone, Screens screens, String words) {
		indexed(phone, screens, words);
		phone.navigate(screens.site(SLUG, "/"));
		Locator field = phone.getByRole(AriaRole.SEARCH).filter(new Locator.FilterOptions().setVisible(true));
		assertThat(field).hasCount(1);
		field.locator("input").fill(words);
		field.getByRole(AriaRole.BUTTON).tap();
		assertThat(phone).hasURL(Pattern.compile("/tim-kiem\\?q="));
		assertThat(phone.locator("main input[name=q]")).hasValue(words);
		assertThat(phone.getByRole(AriaRole.STATUS)).containsText("kết quả");
		assertThat(phone.locator(".hit mark").first()).isVisible();
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();
		phone.locator(".kinds").getByText("Văn bản").tap();
		assertThat(phone.getByRole(AriaRole.STATUS)).hasText("Có 1 kết quả");
		assertThat(Screens.scrollsSideways(phone)).as(phone.url()).isFalse();
		phone.locator(".hit h3 a").tap();
		assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(DOCUMENT);
	}

	@Test
	void theKeyboardChoosesAmongSuggestions(Screens screens) {
		Page page = screens.desk();
		indexed(page, screens, DOCUMENT);
		page.navigate(screens.site(SLUG, "/"));
		Locator field = page.locator(FIELD);
		field.focus();
		Locator combobox = page.getByRole(AriaRole.COMBOBOX);
		assertThat(combobox).hasAttribute("aria-expanded", "false");
		page.keyboard().type("t");
		page.keyboard().type("o cong");
		Locator options = page.getByRole(AriaRole.OPTION);
		assertThat(options.first()).containsText(DOCUMENT);
		assertThat(options.first()).containsText("12/QĐ-UBND");
		assertThat(combobox).hasAttribute("aria-expanded", "true");
		page.keyboard().press("Escape");
		assertThat(page.getByRole(AriaRole.LISTBOX)).isHidden();
		assertThat(field).hasValue("to cong");
		page.keyboard().type(" nghe");
		assertThat(options.first()).isVisible();
		page.keyboard().press("ArrowDown");
		assertThat(options.first()).hasAttribute("aria-selected", "true");
		assertThat(combobox).hasAttribute("aria-activedescendant", Pattern.compile("^goi-y-"));
		page.keyboard().press("Enter");
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(DOCUMENT);
		page.goBack();
		field.fill("cong nghe");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile("/tim-kiem\\?q=cong\\+nghe$"));
	}

	@Test
	void aFailureOfTheSuggestionsIsNobodysTrouble(Screens screens) {
		Page page = screens.desk();
		page.route("**/tim-kiem/goi-y**", (route) -> route.abort());
		page.navigate(screens.site(SLUG, "/"));
		page.locator(FIELD).fill("lua");
		page.waitForRequestFinished(() -> page.locator(FIELD).press("Enter"));
		assertThat(page).hasURL(Pattern.compile("/tim-kiem\\?q=lua$"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "song-hau", "bay-nui", "cong-bao", "cho-noi", "lua-tan-chau", "dinh-lang",
			"thot-not", "tho-cam", "chua-khmer" })
	void noPageOfTheSearchHasABarrierInAnyLayout(String theme, Screens screens) {
		new FullSite(this.context, SLUG).wearAsProposed(theme);
		Page page = screens.underExamination();
		indexed(page, screens, DOCUMENT);
		Examination examination = new Examination(page);
		page.navigate(screens.site(SLUG, "/tim-kiem?q=xa"));
		assertThat(page.locator(".hit").first()).isVisible();
		examination.everyWidth(theme + " hits");
		examination.dark(theme + " hits");
		page.setViewportSize(Screens.PHONE_WIDTH, 740);
		suggestions(page, screens);
		examination.all(theme + " suggestions on a phone");
		assertThat(examination.barriers()).isEmpty();
	}

	/** Of these pages layouts change the frame only. */
	@Test
	void neitherAnEmptySearchNorOneInVainNorSuggestionsHaveABarrier(Screens screens) {
		new FullSite(this.context, SLUG).wearAsProposed("base");
		Page page = screens.underExamination();
		indexed(page, screens, DOCUMENT);
		Examination examination = new Examination(page);
		for (String path : new String[] { "/tim-kiem", "/tim-kiem?q=xyzzyq&nam=1890", "/khong-co/dua-ghe" }) {
			page.navigate(screens.site(SLUG, path));
			examination.everyWidth(path);
		}
		suggestions(page, screens);
		examination.all("suggestions");
		assertThat(examination.barriers()).isEmpty();
	}

	private static void suggestions(Page page, Screens screens) {
		page.navigate(screens.site(SLUG, "/"));
		page.locator(FIELD).pressSequentially("cong nghe");
		assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
	}

	@Test
	void theProvinceSearchesEverythingAndHasNoBarrier(Screens screens) {
		Page page = screens.underExamination();
		indexed(page, screens, DOCUMENT);
		Examination examination = new Examination(page);
		page.navigate(screens.province("/"));
		examination.everyWidth("directory");
		page.getByLabel("Tìm tin, bài, văn bản, thủ tục trên tất cả các trang")
			.and(page.locator("input"))
			.fill(DOCUMENT);
		page.keyboard().press("Enter");
		assertThat(page.locator(".hit h3 a").first()).containsText(DOCUMENT);
		examination.everyWidth("hits of the province");
		examination.dark("hits of the province");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gộp theo xã, phường, thị trấn")).click();
		assertThat(page.locator(".hits h2:not(.sr)").first()).isVisible();
		examination.everyWidth("grouped");
		page.navigate(screens.province("/tim-kiem"));
		examination.everyWidth("nothing typed");
		page.navigate(screens.province("/tim-kiem?q=xyzzyq"));
		examination.everyWidth("nothing found");
		assertThat(examination.barriers()).isEmpty();
	}

	/** Waits until the search knows what is there. */
	private void indexed(Page page, Screens screens, String words) {
		page.waitForCondition(() -> {
			page.navigate(screens.site(SLUG, "/tim-kiem?q=" + words.replace(' ', '+')));
			return page.locator(".hit").count() > 0;
		});
	}

}
