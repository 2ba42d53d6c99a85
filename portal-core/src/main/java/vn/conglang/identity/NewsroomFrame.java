package vn.conglang.identity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.Face;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What surrounds every page of the newsroom: who is logged in, which site is at work, and
 * where one can go. Also gives controllers the {@link User}.
 */
@Component
@ControllerAdvice
class NewsroomFrame implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	private final Users users;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final List<NavigationItem> navigation;

	NewsroomFrame(Users users, Sites sites, SiteAddresses addresses, List<NavigationItem> navigation) {
		this.users = users;
		this.sites = sites;
		this.addresses = addresses;
		this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavigationItem::position)).toList();
	}

	/**
	 * The frame of a newsroom page; {@code null} elsewhere and where nobody is logged in.
	 */
	@ModelAttribute("frame")
	@Nullable Frame frame(HttpServletRequest request) {
		if (this.addresses.destination(request).face() != Face.NEWSROOM || request.getUserPrincipal() == null) {
			return null;
		}
		User user = this.users.current();
		Site site = (request.getAttribute(Site.class.getName()) instanceof Site chosen) ? chosen : null;
		List<Site> own = user.sites(this.sites);
		if (site == null && own.size() == 1) {
			site = own.getFirst();
		}
		Site atWork = site;
		String path = request.getRequestURI();
		List<NavigationItem.Place> places = this.navigation.stream()
			.flatMap((item) -> item.place(user, atWork).stream())
			.toList();
		// of two that lie one below the other, the nearer one
		String current = places.stream()
			.max(Comparator.comparingInt((NavigationItem.Place place) -> nearness(place, path)))
			.filter((place) -> nearness(place, path) > 0)
			.map(NavigationItem.Place::href)
			.orElse("");
		List<Item> items = places.stream()
			.map((place) -> new Item(place.label(), place.href(), place.icon(), place.count(), place.alert(),
					place.href().equals(current)))
			.toList();
		return new Frame(user.displayName(), (site != null) ? site.slug() : null, (site != null) ? site.title() : null,
				(site != null) ? site.area().title() : null, (site != null) ? this.addresses.of(site) : null,
				own.size() > 1, items);
	}

	/** How much of a path is the place's address, 0 where it lies elsewhere. */
	private static int nearness(NavigationItem.Place place, String path) {
		return Stream.concat(Stream.of(place.href()), place.beside().stream())
			.filter((href) -> path.equals(href) || path.startsWith(href + "/"))
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

	@ExceptionHandler(Users.NotSignedIn.class)
	String loginAgain(HttpServletRequest request) {
		request.getSession().invalidate();
		return "redirect:" + SecurityConfiguration.LOGIN;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == User.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return this.users.current();
	}

	/**
	 * The frame.
	 *
	 * @param userName of who is logged in
	 * @param siteSlug of the site at work, if one is chosen
	 * @param siteTitle "Xã Thoại Giang"
	 * @param areaTitle "Huyện Thoại Sơn"
	 * @param siteUrl public address of the site
	 * @param canSwitch whether there are other sites to work for
	 */
	record Frame(String userName, @Nullable String siteSlug, @Nullable String siteTitle, @Nullable String areaTitle,
			@Nullable String siteUrl, boolean canSwitch, List<Item> items) {
	}

	/** A link of the navigation; label and alert are keys of messages. */
	record Item(String label, String href, String icon, long count, @Nullable String alert, boolean current) {
	}

}
