package vn.conglang.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.SiteAddresses;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The numbers for programs with a key (docs/api.md). On the province's host, which has no
 * sessions: a key is all there is to show, and it stands in a header, because addresses
 * are written down on the way.
 */
@Controller
@OnFace(Face.PROVINCE)
class ReportsApi {

	static final String PATH = "/api/bao-cao";

	/** How many kept reports are listed. */
	private static final int LISTED = 200;

	private static final int KEYS = 10_000;

	private final ApiKeys keys;

	private final Offices offices;

	private final ReportMaking making;

	private final Reports reports;

	private final Exports exports;

	private final SiteAddresses addresses;

	private final Words words;

	private final int perMinute;

	private final Cache<String, AtomicInteger> asked = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.maximumSize(KEYS)
		.build();

	ReportsApi(ApiKeys keys, Offices offices, ReportMaking making, Reports reports, Exports exports,
			SiteAddresses addresses, Words words, @Value("${portal.reports.api-per-minute}") int perMinute) {
		this.keys = keys;
		this.offices = offices;
		this.making = making;
		this.reports = reports;
		this.exports = exports;
		this.addresses = addresses;
		this.words = words;
		this.perMinute = perMinute;
	}

	/** Volume, freshness and sections per site of a period. */
	@GetMapping(PATH)
	ResponseEntity<?> ofPeriod(HttpServletRequest request, @RequestParam(name = "ky", defaultValue = "") String key,
			@RequestParam(name = "huyen", defaultValue = "") String area) {
		return answer(request, (own) -> {
			Optional<ReportPeriod> period = ReportPeriod.of(key);
			if (period.isEmpty()) {
				return problem(HttpStatus.BAD_REQUEST, null, "period", ReportPeriod.MOST_DAYS / 366);
			}
			if (period.get().from().isAfter(this.making.today())) {
				return problem(HttpStatus.BAD_REQUEST, null, "future");
			}
			Office office = narrowed(own, area);
			if (office == null) {
				return problem(HttpStatus.BAD_REQUEST, null, "area");
			}
			return ok(found(this.making.make(office, period.get(), own.title())));
		});
	}

	/** The reports that were kept. */
	@GetMapping(PATH + "/da-luu")
	ResponseEntity<?> kept(HttpServletRequest request) {
		return answer(request,
				(own) -> ok(new Kept(this.reports.of(List.of(own), LISTED)
					.stream()
					.map((line) -> new KeptLine(line.id(), line.period().key(), line.period().from(),
							line.period().to(), line.madeAt(), line.by(), line.published(), line.sites(), line.silent(),
							this.addresses.province() + PATH + "/da-luu/" + line.id()))
					.toList())));
	}

	/** A report that was kept, as it was then. */
	@GetMapping(PATH + "/da-luu/{id}")
	ResponseEntity<?> kept(HttpServletRequest request, @PathVariable String id) {
		return answer(request,
				(own) -> id.matches("[1-9][0-9]{0,17}")
						? this.reports.find(List.of(own), Long.parseLong(id))
							.<ResponseEntity<?>>map((report) -> ok(found(report.document())))
							.orElseGet(() -> problem(HttpStatus.NOT_FOUND, null, "none"))
						: problem(HttpStatus.NOT_FOUND, null, "none"));
	}

	private ResponseEntity<?> answer(HttpServletRequest request, Function<Office, ResponseEntity<?>> work) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		String sent = (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) ? header.substring(7).strip()
				: "";
		// guessing is limited too, by address
		if (tooMany("a" + request.getRemoteAddr(), 5 * this.perMinute)) {
			return problem(HttpStatus.TOO_MANY_REQUESTS, "60", "limit", 5 * this.perMinute);
		}
		Optional<ApiKeys.Key> key = this.keys.check(sent);
		Optional<Office> office = key.flatMap((valid) -> this.offices.find(valid.areaId()));
		if (key.isEmpty() || office.isEmpty()) {
			return problem(HttpStatus.UNAUTHORIZED, null, "key");
		}
		String who = "k" + key.get().id();
		if (tooMany(who, this.perMinute)) {
			return problem(HttpStatus.TOO_MANY_REQUESTS, "60", "limit", this.perMinute);
		}
		try (Exports.Seat seat = this.exports.enter(who)) {
			return seat.work(() -> work.apply(office.get()));
		}
		catch (Exports.Busy ex) {
			return problem(HttpStatus.SERVICE_UNAVAILABLE, ReportFiles.RETRY_AFTER, "busy");
		}
	}

	private boolean tooMany(String who, int most) {
		return this.asked.get(who, (one) -> new AtomicInteger()).incrementAndGet() > most;
	}

	/** The office itself, or one area of it; {@code null} for what is not in it. */
	private static @Nullable Office narrowed(Office own, String slug) {
		if (slug.isEmpty()) {
			return own;
		}
		Area area = own.areas().stream().filter((one) -> one.slug().equals(slug)).findFirst().orElse(null);
		return (area != null) ? new Office(own.province(), area, List.of(area)) : null;
	}

	private static ResponseEntity<?> ok(Object body) {
		return headers(ResponseEntity.ok()).contentType(MediaType.APPLICATION_JSON).body(body);
	}

	private ResponseEntity<?> problem(HttpStatus status, @Nullable String retryAfter, String key, Object... arguments) {
		ResponseEntity.BodyBuilder answer = headers(ResponseEntity.status(status));
		if (retryAfter != null) {
			answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
		}
		if (status == HttpStatus.UNAUTHORIZED) {
			answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(status, this.words.of("api." + key, arguments)));
	}

	private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer) {
		return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
	}

	private Found found(ReportDocument report) {
		ReportDocument.Head head = report.head();
		return new Found(head.officeName(), head.office().isEmpty() ? null : head.office(),
				new Days(head.period().key(), head.from(), head.to()),
				new Days(head.before().key(), head.beforeFrom(), head.beforeTo()),
				new Days(head.yearBefore().key(), head.yearBeforeFrom(), head.yearBeforeTo()), head.madeAt(),
				head.unfinished(), report.now(), report.before(), report.yearBefore(),
				report.sites().stream().map(this::item).toList());
	}

	private Item item(ReportDocument.SiteLine site) {
		Map<String, Integer> types = new LinkedHashMap<>();
		for (EntryType type : EntryType.values()) {
			types.put(type.list().substring(1), site.of(type));
		}
		return new Item(site.slug(), site.code(), site.name(), site.areaSlug(),
				site.standing().name().toLowerCase(Locale.ROOT), site.now(), types, site.before(), site.yearBefore(),
				site.authors(), site.medianHours(), site.last(),
				(site.light() != null) ? site.light().toLowerCase(Locale.ROOT) : null, site.reason(),
				(site.sections() != null) ? new Sections(site.sections(), or0(site.present()), or0(site.current()))
						: null,
				(site.copiedOf() != null) ? new Copies(or0(site.copied()), site.copiedOf()) : null);
	}

	private static int or0(@Nullable Integer number) {
		return (number != null) ? number : 0;
	}

	/** See docs/api.md. */
	record Found(String office, @Nullable String area, Days period, Days before, Days yearBefore, Instant madeAt,
			boolean unfinished, ReportDocument.Totals totals, ReportDocument.Totals totalsBefore,
			ReportDocument.Totals totalsYearBefore, List<Item> sites) {
	}

	record Days(String key, LocalDate from, LocalDate to) {
	}

	record Item(String slug, String code, String name, String area, String standing, ReportDocument.Totals totals,
			Map<String, Integer> types, int before, int yearBefore, @Nullable Integer authors,
			@Nullable Integer medianHours, @Nullable LocalDate last, @Nullable String light, @Nullable String reason,
			@Nullable Sections sections, @Nullable Copies copies) {
	}

	record Sections(int mandatory, int present, int current) {
	}

	record Copies(int copied, int of) {
	}

	record Kept(List<KeptLine> reports) {
	}

	record KeptLine(long id, String period, LocalDate from, LocalDate to, Instant madeAt, String by, int published,
			int sites, int silent, String url) {
	}

}
