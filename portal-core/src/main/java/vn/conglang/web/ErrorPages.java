package vn.conglang.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.appearance.Themes;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells people on each face, in words they understand, that something is not there or
 * went wrong.
 */
@Controller
class ErrorPages implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	/** What separates words in an address, what is escaped there, and long numbers. */
	private static final Pattern NO_WORD = Pattern.compile("%[0-9A-Fa-f]{2}|[0-9]{5,}|[^\\p{L}\\p{N}%]+|%");

	private final SiteAddresses addresses;

	private final Themes themes;

	private final SitePages pages;

	ErrorPages(SiteAddresses addresses, Themes themes, SitePages pages) {
		this.addresses = addresses;
		this.themes = themes;
		this.pages = pages;
	}

	@RequestMapping("${server.error.path:/error}")
	ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
				: HttpStatus.NOT_FOUND;
		// an error is never kept by anybody on the way
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		SiteAddresses.Destination destination = this.addresses.destination(request);
		Site site = destination.site();
		return switch (destination.face()) {
			case PUBLIC -> (site != null) ? ofSite(site, status, words(request)) : plain(status);
			case PROVINCE -> plain(status);
			case UNKNOWN -> unknownHost(request);
			case NEWSROOM -> newsroom(status);
		};
	}

	private ModelAndView ofSite(Site site, HttpStatus status, String words) {
		try {
			return CurrentSite.call(site.id(), () -> {
				ExtendedModelMap model = new ExtendedModelMap();
				Views.ErrorPage error = error(status, words);
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
		return new ModelAndView("error-plain",
				Map.of("error", error(status, ""), "provinceUrl", this.addresses.province()), status);
	}

	private ModelAndView newsroom(HttpStatus status) {
		return new ModelAndView("newsroom-error", Map.of("error", error(status, "")), status);
	}

	private ModelAndView unknownHost(HttpServletRequest request) {
		return new ModelAndView(
				this.themes.base().template("notfound-host"), Map.of("provinceUrl", this.addresses.province(), "host",
						request.getServerName(), "theme", new ThemeView(this.themes.base(), null)),
				HttpStatus.NOT_FOUND);
	}

	private Views.ErrorPage error(HttpStatus status, String words) {
		String key = switch (status) {
			case NOT_FOUND -> "notFound";
			case FORBIDDEN -> "forbidden";
			case SERVICE_UNAVAILABLE -> "busy";
			default -> status.is4xxClientError() ? "badRequest" : "failure";
		};
		return new Views.ErrorPage(status.value(), this.pages.text("public.error." + key + ".title"),
				this.pages.text("public.error." + key + ".message"),
				List.of(new Views.Link(this.pages.text("public.home"), "/")), words);
	}

	/**
	 * What somebody may have been looking for: what they typed, else the words of the
	 * address, in which links to an older site keep the title.
	 */
	private static String words(HttpServletRequest request) {
		try {
			String typed = request.getParameter(SearchRequest.TEXT);
			if (typed != null) {
				return SearchRequest.clean(typed);
			}
		}
		catch (IllegalStateException ex) {
			// the query cannot be read
		}
		if (!(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path)) {
			return "";
		}
		String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]{2,5}$", "");
		String words = SearchRequest.clean(NO_WORD.matcher(last).replaceAll(" "));
		return words.contains(" ") ? words : "";
	}

}
