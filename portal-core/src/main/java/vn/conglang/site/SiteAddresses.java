package vn.conglang.site;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which host name leads to which face and site, and which addresses they have. The base
 * address ({@code portal.base-url}) belongs to the province; sites lie below it.
 */
@Component
public class SiteAddresses {

	private static final Logger log = LoggerFactory.getLogger(SiteAddresses.class);

	private static final String NEWSROOM_LABEL = "quan-tri";

	private final Sites sites;

	private final String scheme;

	private final String baseHost;

	private volatile String port;

	SiteAddresses(Sites sites, @Value("${portal.base-url}") URI base) {
		this.sites = sites;
		this.scheme = base.getScheme();
		this.baseHost = base.getHost().toLowerCase(Locale.ROOT);
		this.port = (base.getPort() < 0) ? "" : ":" + base.getPort();
	}

	/** With port 0 the system chooses one; then addresses carry the chosen one. */
	@EventListener
	void serverStarted(WebServerInitializedEvent event) {
		boolean management = "management".equals(event.getApplicationContext().getServerNamespace());
		if (!management && this.port.equals(":0")) {
			this.port = ":" + event.getWebServer().getPort();
		}
	}

	/** Tells a newcomer where to look, last of all. */
	@EventListener
	void ready(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext && !this.sites.all().isEmpty()) {
			log.info("{} sites are served: directory {}  newsroom {}/dang-nhap  a site {}", this.sites.all().size(),
					province(), newsroom(), of(this.sites.all().getFirst()));
		}
	}

	/** Where a request leads: kept with the request, so that it is found once. */
	public Destination destination(HttpServletRequest request) {
		Object known = request.getAttribute(Destination.class.getName());
		if (known instanceof Destination destination) {
			return destination;
		}
		Destination found = destination(request.getServerName());
		request.setAttribute(Destination.class.getName(), found);
		return found;
	}

	/** Where a host name (without a port) leads. */
	public Destination destination(String serverName) {
		String host = serverName.toLowerCase(Locale.ROOT);
		if (host.endsWith(".") && host.length() > 1) {
			host = host.substring(0, host.length() - 1);
		}
		if (host.equals(this.baseHost)) {
			return Destination.PROVINCE;
		}
		Optional<Site> site;
		if (host.endsWith("." + this.baseHost)) {
			String label = host.substring(0, host.length() - this.baseHost.length() - 1);
			if (label.equals(NEWSROOM_LABEL)) {
				return Destination.NEWSROOM;
			}
			site = this.sites.bySlug(label);
		}
		else {
			site = Optional.empty();
		}
		return site.or(() -> this.sites.byHost(serverName))
			.map((found) -> new Destination(Face.PUBLIC, found))
			.orElse(Destination.UNKNOWN);
	}

	/** Absolute address of a site's home page, without a slash at the end. */
	public String of(Site site) {
		return this.scheme + "://" + site.slug() + "." + this.baseHost + this.port;
	}

	/** Absolute address of the province's directory, without a slash at the end. */
	public String province() {
		return this.scheme + "://" + this.baseHost + this.port;
	}

	/** Absolute address of the newsroom, without a slash at the end. */
	public String newsroom() {
		return this.scheme + "://" + NEWSROOM_LABEL + "." + this.baseHost + this.port;
	}

	/**
	 * Where a host name leads.
	 *
	 * @param site the site, on the public face only
	 */
	public record Destination(Face face, @Nullable Site site) {

		static final Destination PROVINCE = new Destination(Face.PROVINCE, null);

		static final Destination NEWSROOM = new Destination(Face.NEWSROOM, null);

		static final Destination UNKNOWN = new Destination(Face.UNKNOWN, null);

	}

}
