package vn.conglang.links;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import vn.conglang.site.SiteAddresses;

import org.springframework.stereotype.Component;

/**
 * Asks one address whether there is anything: by HEAD, and by GET where that is not
 * understood, of which no more than the head is read. Hosts of this machine and of
 * networks inside are refused, at every step of a redirect; between this look and the
 * connection Java keeps to the addresses that it was told (30 seconds), so a host cannot
 * become another meanwhile.
 */
@Component
class LinkCheck implements DisposableBean {

	private static final int MOST_REDIRECTS = 5;

	private static final Set<Integer> WANTS_GET = Set.of(400, 403, 404, 405, 406, 410, 500, 501, 503);

	private final HttpClient client;

	private final Duration timeout;

	private final boolean privateAddresses;

	private final SiteAddresses addresses;

	LinkCheck(LinkSettings settings, SiteAddresses addresses) {
		this.timeout = settings.timeout();
		this.privateAddresses = settings.privateAddresses();
		this.addresses = addresses;
		this.client = HttpClient.newBuilder()
			.connectTimeout(settings.timeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.version(HttpClient.Version.HTTP_1_1)
			.build();
	}

	/** What the address answers. */
	Answer ask(String address) throws InterruptedException {
		@Nullable URI next = uri(address);
		for (int step = 0; step <= MOST_REDIRECTS; step++) {
			Problem refused = (next != null) ? refused(next) : Problem.NONSENSE;
			if (next == null || refused != null) {
				return new Answer(refused, null, null);
			}
			HttpResponse<InputStream> response;
			try {
				response = send(next, "HEAD");
				if (WANTS_GET.contains(response.statusCode())) {
					response = send(next, "GET");
				}
			}
			catch (IOException ex) {
				return new Answer(problem(ex), null, null);
			}
			int status = response.statusCode();
			String location = response.headers().firstValue("Location").orElse("");
			if (status < 300 || status >= 400 || status == 304 || location.isEmpty()) {
				return answer(status, response);
			}
			next = resolve(next, location);
		}
		return new Answer(Problem.CIRCLES, null, null);
	}

	private HttpResponse<InputStream> send(URI address, String method) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address)
			.method(method, HttpRequest.BodyPublishers.noBody())
			.timeout(this.timeout)
			.header("User-Agent", "CongLang/1.0 (kiem tra lien ket; +" + this.addresses.province() + ")")
			.header("Accept", "*/*")
			.build();
		HttpResponse<InputStream> response = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
		// ends the connection where there is more to come
		response.body().close();
		return response;
	}

	private static Answer answer(int status, HttpResponse<InputStream> response) {
		if (status == 429 || (status == 503 && response.headers().firstValue("Retry-After").isPresent())) {
			return new Answer(null, status, Duration.ofHours(6));
		}
		if (status == 404 || status == 410) {
			return new Answer(Problem.GONE, status, null);
		}
		if (status >= 500) {
			return new Answer(Problem.SERVER_FAULT, status, null);
		}
		// whoever asks for a login, or does not like programs, is there
		boolean there = status < 400 || status == 401 || status == 403 || status == 405 || status == 406;
		return new Answer(there ? null : Problem.REFUSED, status, null);
	}

	private static @Nullable URI uri(String address) {
		try {
			return URI.create(address);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable URI resolve(URI from, String location) {
		try {
			return from.resolve(location.strip().replace(" ", "%20"));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Why it is not asked at all, if so. */
	private @Nullable Problem refused(URI address) {
		String scheme = (address.getScheme() != null) ? address.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!Set.of("http", "https").contains(scheme) || address.getHost() == null
				|| address.getRawUserInfo() != null) {
			return Problem.NONSENSE;
		}
		if (this.privateAddresses) {
			return null;
		}
		int port = address.getPort();
		if (port != -1 && port != 80 && port != 443 && port < 1024) {
			return Problem.PRIVATE;
		}
		try {
			return Arrays.stream(InetAddress.getAllByName(address.getHost())).anyMatch(LinkCheck::isInside)
					? Problem.PRIVATE : null;
		}
		catch (UnknownHostException ex) {
			return Problem.UNKNOWN_HOST;
		}
	}

	/** Whether an address is not one of the public internet. */
	static boolean isInside(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return true;
		}
		byte[] bytes = address.getAddress();
		int first = bytes[0] & 0xff;
		int second = bytes[1] & 0xff;
		if (bytes.length == 4) {
			// this network, shared addresses of providers, 192.0.0.0/24, benchmarks,
			// documentation, reserved
			return switch (first) {
				case 0 -> true;
				case 100 -> second >= 64 && second < 128;
				case 192 -> second == 0 && (bytes[2] == 0 || bytes[2] == 2);
				case 198 -> second == 18 || second == 19 || (second == 51 && bytes[2] == 100);
				case 203 -> second == 0 && bytes[2] == 113;
				default -> first >= 240;
			};
		}
		// unique local; whatever carries an address of the older kind inside
		boolean carries = (first == 0x20 && second == 0x02)
				|| (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
		return (first & 0xfe) == 0xfc || first == 0 || carries;
	}

	private static Problem problem(IOException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof SSLException) {
				return Problem.INSECURE;
			}
			if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
				return Problem.UNKNOWN_HOST;
			}
		}
		if (ex instanceof HttpTimeoutException) {
			return Problem.SILENT;
		}
		return (ex instanceof ConnectException) ? Problem.UNREACHABLE : Problem.SERVER_FAULT;
	}

	@Override
	public void destroy() {
		this.client.shutdownNow();
	}

	/**
	 * What came of it.
	 *
	 * @param problem {@code null} where there is something
	 * @param status of the server's answer, where there was one
	 * @param later says nothing of the address but that it is to be asked later
	 */
	record Answer(@Nullable Problem problem, @Nullable Integer status, @Nullable Duration later) {
	}

}
