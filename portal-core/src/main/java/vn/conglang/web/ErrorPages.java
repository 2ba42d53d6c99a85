package vn.conglang.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.appearance.Themes;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells people on each face, in words they understand, that something is not there or
 * went wrong.
 */
@Component
class ErrorPages implements ErrorViewResolver {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private final SiteAddresses addresses;

	private final Themes themes;

	private final SitePages pages;

	ErrorPages(SiteAddresses addresses, Themes themes, SitePages pages) {
		this.addresses = addresses;
		this.themes = themes;
		this.pages = pages;
	}

	@Override
	public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
			Map<String, Object> details) {
		SiteAddresses.Destination destination = this.addresses.destination(request);
		Site site = destination.site();
		return switch (destination.face()) {
			case PUBLIC -> (site != null) ? ofSite(site, status) : plain(status);
			case PROVINCE -> plain(status);
			case UNKNOWN -> unknownHost(request);
			case NEWSROOM -> newsroom(status);
		};
	}

	private ModelAndView ofSite(Site site, HttpStatus status) {
		try {
			return CurrentSite.call(site.id(), () -> {
				ExtendedModelMap model = new ExtendedModelMap();
				Views.ErrorPage error = error(status);
				model.addAttribute("error", error);
				String view = this.pages.page(model, site, "error", "/", error.title(), error.message(), null);
				model.addAttribute("meta", new Views.PageMeta(error.title() + " – " + site.title(), error.message(),
						this.addresses.of(site) + "/", null, "website", false));
				return new ModelAndView(view, model, status);
			});
		}
		catch (RuntimeException ex) {
			log.warn("The error page of {} cannot be shown in full: {}", site.slug(), ex.getMessage());
			return plain(status);
		}
	}

	private ModelAndView plain(HttpStatus status) {
		return new ModelAndView("error-plain", Map.of("error", error(status), "provinceUrl", this.addresses.province()),
				status);
	}

	private ModelAndView newsroom(HttpStatus status) {
		return new ModelAndView("newsroom-error", Map.of("error", error(status)), status);
	}

	private ModelAndView unknownHost(HttpServletRequest request) {
		return new ModelAndView(this.themes.base().template("notfound-host"), Map.of("provinceUrl",
				this.addresses.province(), "host", request.getServerName(), "theme", new ThemeView(this.themes.base())),
				HttpStatus.NOT_FOUND);
	}

	private Views.ErrorPage error(HttpStatus status) {
		String key = switch (status) {
			case NOT_FOUND -> "notFound";
			case FORBIDDEN -> "forbidden";
			default -> status.is4xxClientError() ? "badRequest" : "failure";
		};
		return new Views.ErrorPage(status.value(), this.pages.text("public.error." + key + ".title"),
				this.pages.text("public.error." + key + ".message"),
				List.of(new Views.Link(this.pages.text("public.home"), "/")));
	}

}
