package vn.conglang.analytics;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.HomePageCheck.State;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * How it stands with the connections of all sites that somebody watches over, each home
 * page looked at just now, or said to be looked at yet.
 */
@Controller
@OnFace(Face.NEWSROOM)
class ConnectionsOverviewController {

	static final String PATH = "/" + ConnectionsController.SCREEN;

	private final Connections connections;

	private final HomePageChecks checks;

	private final MatomoSites matomoSites;

	private final Sites sites;

	ConnectionsOverviewController(Connections connections, HomePageChecks checks, MatomoSites matomoSites,
			Sites sites) {
		this.connections = connections;
		this.checks = checks;
		this.matomoSites = matomoSites;
		this.sites = sites;
	}

	@GetMapping(PATH)
	String show(User user, @RequestParam(name = "huyen", defaultValue = "") String chosen,
			@RequestParam(name = "loc", defaultValue = "") String filter, Model model) {
		List<Area> areas = areas(this.sites, user);
		if (areas.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Area area = areas.stream().filter((known) -> known.slug().equals(chosen)).findFirst().orElse(null);
		List<HomePageChecks.Question> asked = ((area != null) ? List.of(area) : areas).stream()
			.flatMap((one) -> this.sites.of(one).stream())
			.map((site) -> new HomePageChecks.Question(site, this.connections.of(site)))
			.toList();
		List<HomePageCheck.Found> found = this.checks.look(asked);
		List<Row> all = IntStream.range(0, asked.size())
			.mapToObj((i) -> row(asked.get(i).site(), asked.get(i).connected(), found.get(i)))
			.toList();
		Lack lack = Lack.of(filter);
		model.addAttribute("rows", all.stream().filter((row) -> lack == null || lack.is(row)).toList());
		model.addAttribute("all", all.size());
		model.addAttribute("unseen", found.stream().filter(HomePageCheck.Found::isUnseen).count());
		model.addAttribute("lacks",
				List.of(Lack.values())
					.stream()
					.map((one) -> new Count(one.option(), all.stream().filter(one::is).count()))
					.toList());
		model.addAttribute("lack", (lack != null) ? lack.option() : "");
		model.addAttribute("areas", areas);
		model.addAttribute("area", (area != null) ? area.slug() : "");
		return "analytics/connections-overview";
	}

	private Row row(Site site, Connected connected, HomePageCheck.Found found) {
		Connected.Emc emc = connected.emc();
		Connected.TrustBadge badge = connected.badge();
		return new Row(site.title(), site.area().title(),
				"/bien-tap/" + site.slug() + "/" + ConnectionsController.SCREEN, found, (emc != null) ? emc.id() : "",
				(badge != null) ? badge.domain() : "", connected.verifications().size(), this.matomoSites.idOf(site),
				connected.tracking());
	}

	private static List<Area> areas(Sites sites, User user) {
		return sites.areas().stream().filter(user::watches).filter((area) -> !sites.of(area).isEmpty()).toList();
	}

	/** What can be wanting. */
	enum Lack {

		EMC("emc", (row) -> row.found().emc() == State.NONE),

		BADGE("tin-nhiem", (row) -> row.found().badge() == State.NONE),

		MATOMO("matomo", (row) -> row.matomo() == null || row.tracking() == Connected.Tracking.NONE),

		PROOFS("xac-minh", (row) -> row.found().proofs() == State.NONE),

		BROKEN("hong", (row) -> row.found().isBroken());

		private final String option;

		private final Predicate<Row> rule;

		Lack(String option, Predicate<Row> rule) {
			this.option = option;
			this.rule = rule;
		}

		String option() {
			return this.option;
		}

		boolean is(Row row) {
			return this.rule.test(row);
		}

		static @Nullable Lack of(String option) {
			for (Lack lack : values()) {
				if (lack.option.equals(option)) {
					return lack;
				}
			}
			return null;
		}

	}

	/** How many sites want something. */
	record Count(String option, long sites) {
	}

	/**
	 * A site.
	 *
	 * @param href where its connections are chosen
	 * @param emc id there, empty for none
	 * @param badge domain, empty for none
	 * @param proofs how many
	 * @param matomo id there, {@code null} for none
	 */
	record Row(String title, String area, String href, HomePageCheck.Found found, String emc, String badge, int proofs,
			@Nullable Integer matomo, Connected.Tracking tracking) {
	}

	/** Where districts and the province find it. */
	@Component
	static class Place implements NavigationItem {

		private final Sites sites;

		Place(Sites sites) {
			this.sites = sites;
		}

		@Override
		public int position() {
			return 74;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return areas(this.sites, user).isEmpty() ? Optional.empty()
					: Optional.of(new NavigationItem.Place("connections.overview.navigation", PATH, "connect"));
		}

	}

}
