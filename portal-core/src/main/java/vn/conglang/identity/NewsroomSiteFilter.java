package vn.conglang.identity;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Face;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets work under {@code /bien-tap/<site>} happen inside that site, for those who may see
 * it; for all others there is no such address.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class NewsroomSiteFilter extends HttpFilter {

	private static final Pattern DESK = Pattern.compile("/bien-tap/([^/;]+)(/.*)?");

	private final transient SiteAddresses addresses;

	private final transient Sites sites;

	private final transient Users users;

	NewsroomSiteFilter(SiteAddresses addresses, Sites sites, Users users) {
		this.addresses = addresses;
		this.sites = sites;
		this.users = users;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Matcher desk = DESK.matcher(request.getRequestURI());
		if (this.addresses.destination(request).face() != Face.NEWSROOM || !desk.matches()) {
			chain.doFilter(request, response);
			return;
		}
		User user;
		try {
			user = this.users.current();
		}
		catch (Users.NotSignedIn ex) {
			// suspended since the login
			request.getSession().invalidate();
			response.sendRedirect(SecurityConfiguration.LOGIN);
			return;
		}
		Optional<Site> site = this.sites.bySlug(desk.group(1)).filter(user::sees);
		if (site.isEmpty()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		request.setAttribute(Site.class.getName(), site.get());
		try (CurrentSite.Scope scope = CurrentSite.enter(site.get().id())) {
			chain.doFilter(request, response);
		}
	}

}
