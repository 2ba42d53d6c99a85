package vn.conglang.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import vn.conglang.analytics.VisitFacts.Day;
import vn.conglang.analytics.VisitFacts.Kind;
import vn.conglang.analytics.VisitFacts.Numbers;
import vn.conglang.analytics.VisitFacts.Referrer;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationContext;

/** Sites that have been visited, as if Matomo had told of it. */
public final class VisitSamples {

	private static final List<String> TITLES = List.of(
			"Mở điểm tiêm chủng mở rộng tại trạm y tế xã trong ba ngày cuối tuần", "Lịch cúp điện tuần này",
			"Nông dân được mùa lúa thu đông, giá bán tăng nhẹ", "Họp mặt kỷ niệm ngày Nhà giáo Việt Nam",
			"Hướng dẫn làm thủ tục khai sinh qua mạng", "Khánh thành cầu nông thôn ở ấp Mỹ Hòa",
			"Kết quả họp Hội đồng nhân dân kỳ thứ mười hai");

	private final ApplicationContext context;

	private final LocalDate today = LocalDate.now(VietnameseText.ZONE);

	public VisitSamples(ApplicationContext context) {
		this.context = context;
	}

	/** Matomo has been asked, and answered. */
	public VisitSamples asked() {
		this.context.getBean(VisitFacts.class).succeeded(Instant.now());
		return this;
	}

	/** Matomo has not answered for a while. */
	public void silent() {
		VisitFacts facts = this.context.getBean(VisitFacts.class);
		facts.succeeded(Instant.now().minusSeconds(3 * 3_600));
		facts.failed(new MatomoApi.Failure(MatomoApi.Problem.UNREACHABLE, "nobody answers there"));
	}

	/** A day with this many visits. */
	VisitSamples day(Site site, int daysAgo, int visits, Map<String, Integer> pages) {
		return day(site, daysAgo, visits, pages, Map.of(Referrer.DIRECT, visits), Map.of());
	}

	VisitSamples day(Site site, int daysAgo, int visits, Map<String, Integer> pages, Map<Referrer, Integer> referrers,
			Map<String, Integer> searches) {
		int views = pages.values().stream().mapToInt(Integer::intValue).sum();
		this.context.getBean(VisitFacts.class)
			.replace(site.id(), this.today.minusDays(daysAgo),
					new Day(new Numbers(visits, visits * 4 / 5, views, searches.size(), visits / 20), pages, referrers,
							searches),
					Instant.now());
		return this;
	}

	/** A year and more in which a commune's site was read, with some articles. */
	public void year(Site site) {
		List<String> slugs = CurrentSite.call(site.id(), () -> {
			Publishing publishing = this.context.getBean(Publishing.class);
			Categories categories = this.context.getBean(Categories.class);
			categories.ensureStandard();
			Long category = categories.find("tin-tuc-su-kien").orElseThrow().id();
			return IntStream.range(0, TITLES.size()).mapToObj((i) -> {
				publishing.publish(publishing.begin(EntryType.ARTICLE, new EntryText(TITLES.get(i), "",
						"<p>" + "Bà con trong xã đến dự đông đủ. ".repeat(8 + 14 * i) + "</p>", category, Map.of(), ""),
						"thử"));
				return "/bai-viet/" + VietnameseText.slug(TITLES.get(i), 80);
			}).toList();
		});
		for (int ago = 380; ago >= 0; ago--) {
			LocalDate day = this.today.minusDays(ago);
			int visits = (int) (80 + (380 - ago) / 4.0 + 30 * Math.sin(ago / 9.0)
					- ((day.getDayOfWeek().getValue() > 5) ? 35 : 0) + ((ago == 12) ? 140 : 0)) / ((ago == 0) ? 2 : 1);
			day(site, ago, visits,
					Map.of("/", visits / 2, slugs.get(0), visits / 3, slugs.get(1), visits / 4, slugs.get(2),
							visits / 6, slugs.get(4), visits / 8 + 1, slugs.get(5), visits / 12 + 1, "/van-ban",
							visits / 9 + 1, "/lien-he", 1, "/chuyen-muc/tin-tuc-su-kien", 2),
					Map.of(Referrer.DIRECT, visits / 3 + 1, new Referrer(Kind.SEARCH, "Google"), visits / 4 + 1,
							new Referrer(Kind.SEARCH, "Cốc Cốc"), visits / 20 + 1,
							new Referrer(Kind.SOCIAL, "Facebook"), visits / 5 + 1, new Referrer(Kind.SOCIAL, "Zalo"),
							visits / 9 + 1, new Referrer(Kind.WEBSITE, "angiang.gov.vn"), visits / 12 + 1),
					Map.of("khai sinh", 2, "lịch cúp điện", 1));
		}
	}

}
