package vn.conglang.appearance;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/** Where those who may arrange a site find its look. */
@Component
class AppearancePlace implements NavigationItem {

	private static final List<String> SCREENS = List.of("bo-cuc", "thuc-don", "bieu-ngu", "lien-ket", "co-quan");

	private final AppearancePolicy policy;

	AppearancePlace(AppearancePolicy policy) {
		this.policy = policy;
	}

	@Override
	public int position() {
		return 55;
	}

	@Override
	public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
		return Optional.ofNullable(site)
			.filter((chosen) -> this.policy.whyNotArrange(user, chosen) == null)
			.map((chosen) -> new NavigationItem.Place("arrange.navigation", desk(chosen, "giao-dien"), "look",
					SCREENS.stream().map((screen) -> desk(chosen, screen)).toList()));
	}

	private static String desk(Site site, String screen) {
		return "/bien-tap/" + site.slug() + "/" + screen;
	}

}
