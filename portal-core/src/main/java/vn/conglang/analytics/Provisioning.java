package vn.conglang.analytics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.stereotype.Component;

/**
 * Makes the sites in Matomo that are not there yet. What Matomo was told is looked for
 * before it is told again, so that it may be broken off anywhere.
 */
@Component
class Provisioning {

	private final MatomoApi matomo;

	private final MatomoSites ids;

	private final SiteAddresses addresses;

	Provisioning(MatomoApi matomo, MatomoSites ids, SiteAddresses addresses) {
		this.matomo = matomo;
		this.ids = ids;
		this.addresses = addresses;
	}

	/**
	 * Goes through the sites in service.
	 * @param wanted the sites
	 * @param told is told of each site as soon as it is done
	 * @throws MatomoApi.Failure when Matomo did not do it; sites told of are done
	 */
	void run(List<Site> wanted, Consumer<Done> told) throws MatomoApi.Failure {
		for (Site site : wanted) {
			Integer known = this.ids.idOf(site);
			if (known != null) {
				told.accept(new Done(site, known, Act.KEPT));
				continue;
			}
			int found = find(site);
			int id = (found > 0) ? found : add(site);
			this.ids.remember(site, id);
			told.accept(new Done(site, id, (found > 0) ? Act.FOUND : Act.MADE));
		}
	}

	private int find(Site site) throws MatomoApi.Failure {
		for (String url : urls(site)) {
			JsonNode found = this.matomo.ask("SitesManager.getSitesIdFromSiteUrl", Map.of("url", url));
			int id = found.path(0).path("idsite").asInt(0);
			if (id > 0) {
				return id;
			}
		}
		return 0;
	}

	private int add(Site site) throws MatomoApi.Failure {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("siteName", site.title() + ", " + site.area().fullName());
		List<String> urls = urls(site);
		for (int i = 0; i < urls.size(); i++) {
			parameters.put("urls[" + i + "]", urls.get(i));
		}
		parameters.put("timezone", VietnameseText.ZONE.getId());
		parameters.put("group", site.area().title());
		int id = this.matomo.ask("SitesManager.addSite", parameters).path("value").asInt(0);
		if (id <= 0) {
			throw new MatomoApi.Failure(MatomoApi.Problem.GARBAGE, "no number for the new site");
		}
		return id;
	}

	/** The site's own address first; Matomo calls it the main one. */
	private List<String> urls(Site site) {
		String own = this.addresses.of(site);
		String scheme = own.substring(0, own.indexOf(':'));
		return Stream.concat(Stream.of(own), site.hosts().stream().map((host) -> scheme + "://" + host)).toList();
	}

	/** What was done about a site. */
	record Done(Site site, int matomo, Act act) {
	}

	/** What can be done about a site. */
	enum Act {

		/** It had a number. */
		KEPT,

		/** It was in Matomo, under one of its addresses. */
		FOUND,

		/** It was not in Matomo, and now is. */
		MADE

	}

}
