package vn.conglang.identity;

import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class NavigationTests {

	@Autowired
	private TestPortal portal;

	@Test
	void noTwoPlacesHaveTheSameSignOrTheSameName() {
		Site site = this.portal.site("hoa-lac");
		differ(this.portal.login(Role.CHIEF_EDITOR, site), "/bien-tap/hoa-lac", 8);
		differ(this.portal.login(Role.CONTRIBUTOR, site), "/bien-tap/hoa-lac", 4);
		differ(this.portal.login(Role.AREA_MONITOR, site.area().id()), "/theo-doi", 4);
		differ(this.portal.login("admin"), "/theo-doi", 8);
	}

	private static void differ(TestPortal.Desk desk, String path, int atLeast) {
		Elements places = Jsoup.parse(desk.get(path).body()).select(".nav > ul > li:not(.nav-more) > a");
		assertThat(places.select(".icon").eachAttr("class")).as("%s in %s", desk.username(), path)
			.hasSizeGreaterThanOrEqualTo(atLeast)
			.doesNotHaveDuplicates();
		assertThat(places.eachAttr("href")).doesNotHaveDuplicates();
		assertThat(places.eachText()).doesNotHaveDuplicates();
	}

}
