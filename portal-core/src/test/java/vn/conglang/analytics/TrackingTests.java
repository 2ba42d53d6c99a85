package vn.conglang.analytics;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.Patiently;
import vn.conglang.TestPortal;
import vn.conglang.analytics.MatomoServer.Tracked;
import vn.conglang.identity.Role;

import org.springframework.boot.ApplicationRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What citizens do arrives in Matomo, and nothing of who they are. */
@AnalyticsTest
class TrackingTests {

	static final String BROWSER = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko)"
			+ " Chrome/131.0.0.0 Mobile Safari/537.36";

	@Autowired
	private TestPortal portal;

	@Autowired
	private MatomoServer matomo;

	@Autowired
	private Visits visits;

	@Autowired
	private List<ApplicationRunner> runners;

	@AfterEach
	void everyRequestWasAsDocumented() {
		assertThat(this.matomo.complaints()).isEmpty();
	}

	@Test
	void countingBeginsBeforeWhateverElseIsDoneAfterAStartBecausePagesAreServedAlready() {
		assertThat(this.runners.getFirst()).isSameAs(this.visits);
	}

	@Test
	void aPageIsCountedFreshFromTheCacheAndUnchanged() {
		String tag = get("an-chau", "/").headers().firstValue("ETag").orElseThrow();
		get("an-chau", "/?utm_source=zalo");
		assertThat(get("an-chau", "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
		List<Tracked> hits = this.matomo.await("an-chau", 3);
		assertThat(hits).hasSize(3).allSatisfy((hit) -> {
			assertThat(hit.get("action_name")).contains("An Châu");
			assertThat(hit.get("ua")).isEqualTo(BROWSER);
		});
		assertThat(hits.getFirst().get("url")).isEqualTo("http://an-chau.localhost:" + this.portal.port() + "/");
		assertThat(hits.get(1).get("url")).endsWith("/?utm_source=zalo");
	}

	@Test
	void whoDoesNotWantToBeFollowedAndWhoIsAProgramIsLeftOut() {
		long robots = this.visits.state().robots();
		get("an-cu", "/", "DNT", "1");
		get("an-cu", "/", "Sec-GPC", "1");
		get("an-cu", "/", "Sec-Purpose", "prefetch;prerender");
		this.portal.get("an-cu.localhost", "/", "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)");
		this.portal.get("an-cu.localhost", "/");
		get("an-cu", "/rss.xml");
		get("an-cu", "/robots.txt");
		get("an-cu", "/so-do-trang");
		assertThat(this.matomo.await("an-cu", 1)).singleElement()
			.satisfies((hit) -> assertThat(hit.get("url")).endsWith("/so-do-trang"));
		assertThat(this.visits.state().robots()).isGreaterThanOrEqualTo(robots + 2);
	}

	@Test
	void aSearchIsCountedWithItsResultAndWithoutWhatTellsOfSomebody() {
		get("an-hoa", "/tim-kiem?q=Khai+sinh");
		get("an-hoa", "/tim-kiem?q=s%C4%91t+0912345678");
		String root = this.portal.get("an-hoa.localhost", "/sitemap.xml")
			.body()
			.replaceFirst("(?s).*?<loc>(.*?)/?</loc>.*", "$1");
		get("an-hoa", "/", "Referer", root + "/tim-kiem?q=s%C4%91t+0912345678");
		List<Tracked> hits = this.matomo.await("an-hoa", 3);
		assertThat(hits.get(2).get("urlref")).isEqualTo(root + "/tim-kiem");
		assertThat(hits.getFirst().parameters()).containsEntry("search", "khai sinh")
			.containsEntry("search_count", "0");
		assertThat(hits.get(1).get("search")).isEqualTo("(không ghi lại)");
		assertThat(hits.toString()).doesNotContain("0912345678");
	}

	@Test
	void whatIsNotThereIsCountedWithWhereTheLinkWas() {
		get("an-hao", "/bai-viet/khong-co", "Referer",
				"https://vi.wikipedia.org/wiki/An_Hảo".replace("ả", "%E1%BA%A3"));
		get("an-hao", "/favicon-khong-co.ico", "Sec-Fetch-Dest", "image");
		get("an-hao", "/so-do-trang");
		List<Tracked> hits = this.matomo.await("an-hao", 2);
		assertThat(hits).hasSize(2);
		assertThat(hits.getFirst().get("action_name")).isEqualTo(
				"404/URL = %2Fbai-viet%2Fkhong-co/From = https%3A%2F%2Fvi.wikipedia.org%2Fwiki%2FAn_H%25E1%25BA%25A3o");
	}

	@Test
	void ofTheVisitorOnlyTheNetworkAndANameForTheDayGoOut() {
		get("an-nong", "/", "X-Forwarded-For", "113.161.72.5");
		get("an-nong", "/so-do-trang", "X-Forwarded-For", "113.161.72.5");
		get("an-nong", "/", "X-Forwarded-For", "203.0.113.9, 113.161.72.6");
		get("an-nong", "/", "X-Forwarded-For", "2402:800:63b5:9a01::17");
		get("an-nong", "/", "X-Forwarded-For", "evil.example");
		get("an-phu-an-phu", "/", "X-Forwarded-For", "113.161.72.5");
		List<Tracked> hits = this.matomo.await("an-nong", 5);
		assertThat(hits).extracting((hit) -> hit.get("cip"))
			.containsExactly("113.161.0.0", "113.161.0.0", "113.161.0.0", "2402:800:63b5:0:0:0:0:0", null);
		assertThat(hits.get(1).get("cid")).isEqualTo(hits.getFirst().get("cid"));
		assertThat(hits.get(2).get("cid")).isNotEqualTo(hits.getFirst().get("cid"));
		assertThat(this.matomo.await("an-phu-an-phu", 1).getFirst().get("cid"))
			.isNotEqualTo(hits.getFirst().get("cid"));
	}

	@Test
	void aShareLeadsOnlyToWhereItSaysAndIsCounted() {
		this.portal.letPublishAlone(this.portal.site("ba-chuc"));
		this.portal.login(Role.CHIEF_EDITOR, this.portal.site("ba-chuc"))
			.post("/bien-tap/ba-chuc/bai/moi?loai=page",
					Map.of("title", "Giới thiệu", "summary", "", "bodyHtml", "<p>Xã.</p>", "viec", "xuat-ban"));
		String page = get("ba-chuc", "/trang/gioi-thieu").body();
		assertThat(page).contains("/chia-se/facebook/trang/gioi-thieu");
		assertThat(get("ba-chuc", "/chia-se/facebook/trang/gioi-thieu").headers().firstValue("Location").orElseThrow())
			.isEqualTo("https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Fba-chuc.localhost%3A"
					+ this.portal.port() + "%2Ftrang%2Fgioi-thieu");
		assertThat(get("ba-chuc", "/chia-se/zalo/trang/khong-co").statusCode()).isEqualTo(404);
		assertThat(get("ba-chuc", "/chia-se/example.com/trang/gioi-thieu").statusCode()).isEqualTo(404);
		List<Tracked> hits = this.matomo.await("ba-chuc", 4);
		assertThat(hits.getFirst().get("action_name")).startsWith("Giới thiệu – Thị trấn Ba Chúc");
		assertThat(hits.get(1).get("link")).startsWith("https://www.facebook.com/");
	}

	@Test
	void ofASiteThatIsNotInMatomoNothingIsKept() {
		get("binh-chanh", "/");
		this.matomo.await("binh-chanh", 1);
		TrackingState before = whenAllIsDelivered(0);
		get("hoa-lac", "/");
		get("binh-chanh", "/");
		this.matomo.await("binh-chanh", 2);
		// hits go in order: what was kept of the first page would be out by now
		TrackingState after = whenAllIsDelivered(before.delivered() + 1);
		assertThat(after.delivered()).isEqualTo(before.delivered() + 1);
		assertThat(after.refused()).isEqualTo(before.refused());
	}

	/** Matomo has a hit a moment before it is told as delivered. */
	private TrackingState whenAllIsDelivered(long atLeast) {
		return Patiently.await()
			.until(this.visits::state, (state) -> state.waiting() == 0 && state.delivered() >= atLeast);
	}

	private HttpResponse<String> get(String slug, String path, String... headers) {
		String[] all = Stream.concat(Stream.of("User-Agent", BROWSER), Arrays.stream(headers)).toArray(String[]::new);
		return this.portal.get(slug + ".localhost", path, all);
	}

}
