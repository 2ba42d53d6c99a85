package vn.conglang.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import vn.conglang.appearance.Themes;
import vn.conglang.reports.OpenData;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What each site published, for everybody to take along; where the province has allowed
 * it.
 */
@Controller
@OnFace(Face.PROVINCE)
class OpenDataController {

	static final String PATH = "/du-lieu-mo";

	/** The province may change its mind: pages are not kept for longer. */
	static final Duration KEPT = Duration.ofMinutes(1);

	private final OpenData data;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Themes themes;

	private final SitePages pages;

	private final Clock clock;

	OpenDataController(OpenData data, Sites sites, SiteAddresses addresses, Themes themes, SitePages pages,
			Clock clock) {
		this.data = data;
		this.sites = sites;
		this.addresses = addresses;
		this.themes = themes;
		this.pages = pages;
		this.clock = clock;
	}

	/** Whether what lies at the address is the same for everybody. */
	static boolean isOpen(String path) {
		return path.startsWith(PATH + "/");
	}

	@GetMapping(PATH)
	String latest(Model model) {
		if (!this.data.isAllowed()) {
			throw new NotFoundException();
		}
		return page(this.data.years().getFirst(), PATH, model);
	}

	@GetMapping(PATH + "/{nam}")
	String ofYear(@PathVariable String nam, Model model) {
		return page(year(nam), PATH + "/" + nam, model);
	}

	@GetMapping(PATH + "/{nam}/san-luong.csv")
	ResponseEntity<byte[]> csv(@PathVariable String nam) {
		OpenData.Year year = find(year(nam));
		return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8").body(year.csv());
	}

	@GetMapping(PATH + "/{nam}/san-luong.json")
	ResponseEntity<Answer> json(@PathVariable String nam) {
		OpenData.Year year = find(year(nam));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new Answer(this.sites.province().title(), this.pages.text("open.licence.name"),
					this.pages.text("open.licence.url"), year.year(), year.months(), year.sites()));
	}

	private String page(int wanted, String path, Model model) {
		OpenData.Year year = find(wanted);
		String province = this.sites.province().fullName();
		model.addAttribute("year", year);
		model.addAttribute("years", this.data.years());
		model.addAttribute("provinceName", this.sites.province().title());
		model.addAttribute("theme", new ThemeView(this.themes.base(), null));
		model.addAttribute("meta",
				new Views.PageMeta(this.pages.text("open.title", province, "" + year.year()),
						this.pages.text("open.description", province), this.addresses.province() + path, null,
						"website", true));
		return this.themes.base().template("open-data");
	}

	private OpenData.Year find(int year) {
		PageLifetime.endsBy(this.clock.instant().plus(KEPT));
		return this.data.year(year).orElseThrow(NotFoundException::new);
	}

	private static int year(String text) {
		if (!text.matches("20[0-9]{2}")) {
			throw new NotFoundException();
		}
		return Integer.parseInt(text);
	}

	/** See docs/api.md. */
	record Answer(String province, String licence, String licenceUrl, int year, int months, List<OpenData.Row> sites) {
	}

}
