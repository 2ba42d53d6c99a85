package vn.conglang.appearance;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** The site's banners: picture, where it leads, from when to when. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bieu-ngu")
class BannersController extends PartController {

	private static final int LONGEST_ALT = 300;

	private final Images images;

	private final Clock clock;

	BannersController(Tools tools, Images images, Clock clock) {
		super(tools, Look.Part.BANNERS, "bieu-ngu");
		this.images = images;
		this.clock = clock;
	}

	@Override
	protected Form read(Site site, Look look) {
		List<Rows.Row> rows = new ArrayList<>();
		for (Look.Banner banner : look.banners()) {
			rows.add(new Rows.Row("k" + (rows.size() + 1), "main", 0,
					Map.of("src", banner.image().src(), "alt", banner.image().alt(), "href", banner.href(), "tu",
							local(banner.from()), "den", local(banner.until()))));
		}
		return new Form(true, new Rows(Rows.Shape.LIST, rows), Map.of());
	}

	private static String local(@Nullable Instant instant) {
		return (instant == null) ? ""
				: LocalDateTime.ofInstant(instant, VietnameseText.ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
	}

	@Override
	protected Form parse(Site site, MultiValueMap<String, String> sent) {
		return new Form(true, Rows.of(Rows.Shape.LIST, sent), Map.of());
	}

	@Override
	protected Form act(Site site, Form form, String act, String argument, String more) {
		return (act.equals("them") && !form.rows().isFull()) ? form.with(form.rows().add("main", 0, Map.of())) : form;
	}

	@Override
	protected Look write(Site site, Form form, Look into, Problems problems) {
		List<Look.Banner> banners = new ArrayList<>();
		for (Rows.Row row : form.rows().all()) {
			String key = row.key() + ".";
			String alt = problems.required(key + "alt", row.value("alt"), LONGEST_ALT, "arrange.banners.noAlt");
			Look.Image image = this.images.read(key + "src", row.value("src"), alt, problems);
			String href = problems.address(key + "href", row.value("href"));
			Instant from = time(key + "tu", row.value("tu"), problems);
			Instant until = time(key + "den", row.value("den"), problems);
			if (image == null && Checks.line(row.value("src")).isEmpty()) {
				problems.add(key + "src", "arrange.banners.noPicture");
			}
			if (from != null && until != null && !from.isBefore(until)) {
				problems.add(key + "den", "arrange.banners.endsBefore");
			}
			else if (image != null && !alt.isEmpty()) {
				banners.add(new Look.Banner(image, href, from, until));
			}
		}
		return into.withBanners(banners);
	}

	private static @Nullable Instant time(String field, String typed, Problems problems) {
		if (typed.isBlank()) {
			return null;
		}
		try {
			LocalDateTime time = LocalDateTime.parse(typed.strip());
			if (time.getYear() >= 2000 && time.getYear() < 2200) {
				return time.atZone(VietnameseText.ZONE).toInstant();
			}
		}
		catch (DateTimeException ex) {
			// told below
		}
		problems.add(field, "arrange.banners.time");
		return null;
	}

	@Override
	protected void fill(Site site, Form form, Look look, Model model) {
		Map<String, String> states = new HashMap<>();
		Instant now = this.clock.instant();
		for (Rows.Row row : form.rows().all()) {
			Problems ignored = new Problems(this.tools.messages);
			Instant from = time("", row.value("tu"), ignored);
			Instant until = time("", row.value("den"), ignored);
			states.put(row.key(), (until != null && !now.isBefore(until)) ? "over"
					: (from != null && now.isBefore(from)) ? "soon" : "on");
		}
		model.addAttribute("states", states);
		model.addAttribute("pictures", this.images.newsroom(site, form.rows()));
		model.addAttribute("placed", look.arrangement(this.tools.looks.theme(site, look))
			.values()
			.stream()
			.anyMatch((blocks) -> blocks.stream().anyMatch((block) -> block.type().equals(BlockType.BANNERS.id()))));
	}

	@Override
	protected String name(Rows.Row row) {
		String alt = Checks.line(row.value("alt"));
		return alt.isEmpty() ? this.tools.text("arrange.banners.unnamed") : alt;
	}

}
