package vn.conglang.browser;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.FullSite;
import vn.conglang.appearance.Themes;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every theme in a real browser, on a site with everything in it. Other barriers than
 * colours are those of layouts: {@link AccessibilityBrowserTests}.
 */
@BrowserTest
class ThemeBrowserTests {

	private static final List<String> EVERYWHERE = List.of("/", "/bai-viet/tin-ngan", "/van-ban", "/co-cau-to-chuc",
			"/album/anh-que", "/tim-kiem?q=khoi+cong");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Themes themes;

	@Test
	void noThemeScrollsSidewaysWhateverStandsWhere(Screens screens) {
		FullSite site = new FullSite(this.context, "chau-phu-b").fill(SiteContent.jpeg(1200, 675));
		Page page = screens.desk();
		Examination examination = new Examination(page);
		for (String theme : this.themes.ids()) {
			site.wear(theme);
			for (String path : hasOwnMarkup(theme) ? EVERYWHERE : List.of("/", "/bai-viet/tin-ngan")) {
				page.navigate(screens.site("chau-phu-b", path));
				for (int width : List.of(320, 768, 1280)) {
					page.setViewportSize(width, 800);
					examination.width(theme + " " + path + " at " + width + " px");
				}
			}
		}
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void noThemeHasColoursThatAreHardToReadInLightOrDark(Screens screens) {
		FullSite site = new FullSite(this.context, "chau-phu-b").fill(SiteContent.jpeg(1200, 675));
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		for (String theme : this.themes.ids()) {
			site.wearAsProposed(theme);
			for (String path : List.of("/", "/bai-viet/tin-ngan")) {
				page.setViewportSize(Screens.PHONE_WIDTH, 740);
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
				page.navigate(screens.site("chau-phu-b", path));
				examination.colours(theme + " " + path + " on a phone in the dark");
				page.setViewportSize(1280, 900);
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
				examination.colours(theme + " " + path + " on a desk");
			}
		}
		assertThat(examination.barriers()).isEmpty();
	}

	/** Whether there is more to it than other colours, fonts and pictures. */
	private boolean hasOwnMarkup(String theme) {
		return this.themes.get(theme)
			.templates()
			.values()
			.stream()
			.anyMatch((template) -> template.contains(theme + "/") && !template.endsWith("/fonts"));
	}

}
