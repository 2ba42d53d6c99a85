package vn.conglang.volume;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import vn.conglang.content.EntryType;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The volume of one site, for its board and for those who watch it. */
@Controller
@OnFace(Face.NEWSROOM)
class SiteVolumeController {

	private final Volumes volumes;

	private final Standings standings;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Clock clock;

	SiteVolumeController(Volumes volumes, Standings standings, Sites sites, SiteAddresses addresses, Clock clock) {
		this.volumes = volumes;
		this.standings = standings;
		this.sites = sites;
		this.addresses = addresses;
		this.clock = clock;
	}

	@GetMapping(VolumeController.PATH + "/{site}")
	String site(User user, @PathVariable("site") String slug, @ModelAttribute VolumeQuestion asked, Model model) {
		Site site = this.standings.site(slug)
			.filter(user::sees)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		VolumeQuestion.Asked days = asked.period(today);
		Period period = days.period();
		VolumeQuestion question = new VolumeQuestion(period.from().toString(), period.to().toString(), "", "", "", "",
				"", "", "", "");
		Reach reach = Reach.of(site);
		String path = VolumeController.PATH + "/" + site.slug();
		Figures total = this.volumes.total(reach, period, Filter.ALL);
		Period year = HeatCalendar.year(period.to().isAfter(today) ? today : period.to());
		model.addAttribute("site", site);
		model.addAttribute("officer", user.watches(site.area()));
		model.addAttribute("question", question);
		model.addAttribute("path", path);
		model.addAttribute("evidence", path + "/bai");
		model.addAttribute("period", period);
		model.addAttribute("notice", days.notice());
		model.addAttribute("presets", VolumeQuestion.presets(today, period));
		model.addAttribute("total", total);
		model.addAttribute("before", compared(reach, total, period.before()));
		model.addAttribute("yearBefore", compared(reach, total, period.yearBefore()));
		model.addAttribute("average", average(site, period));
		model.addAttribute("work", this.volumes.work(reach, period, Filter.ALL));
		model.addAttribute("last", this.volumes.lastOwn(List.of(site)).get(site.id()));
		model.addAttribute("spans", this.standings.changed(period).getOrDefault(site.id(), List.of()));
		model.addAttribute("trend",
				VolumeController.trend(this.volumes, reach, question, period, today, path + "/bai"));
		model.addAttribute("calendar", HeatCalendar.of(this.volumes.days(site, year), year));
		model.addAttribute("types", Arrays.stream(EntryType.values()).filter((type) -> total.of(type) > 0).toList());
		model.addAttribute("categories",
				this.volumes.byCategory(List.of(site), period, Filter.ALL)
					.stream()
					.filter((one) -> one.published() > 0)
					.toList());
		model.addAttribute("authors", this.volumes.authors(reach, period, Filter.ALL));
		model.addAttribute("url", site.retired() ? null : this.addresses.of(site));
		return "volume/site";
	}

	private Comparison compared(Reach reach, Figures total, Period than) {
		return Comparison.of(total.published(), this.volumes.published(reach, than, Filter.ALL), than);
	}

	/** What a site of the same area published on average; nobody is named. */
	private double average(Site site, Period period) {
		List<Site> others = this.sites.of(site.area());
		int all = this.volumes.published(new Reach(List.of(site.area()), others, Reach.Counts.SITES), period,
				Filter.ALL);
		return others.isEmpty() ? 0 : (double) all / others.size();
	}

}
