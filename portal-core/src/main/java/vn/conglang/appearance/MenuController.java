package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.conglang.content.EntryTeaser;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** The menu: the one made of the categories, or the board's own with up to 3 levels. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/thuc-don")
class MenuController extends PartController {

	private static final Rows.Shape SHAPE = new Rows.Shape(List.of("main"), Look.MENU_LEVELS, false, 60);

	private static final int LONGEST_LABEL = 60;

	private static final String LABEL = "ten";

	/** What was chosen: an address of the site, {@link #ELSEWHERE}, or nothing. */
	private static final String TARGET = "toi";

	private static final String ADDRESS = "diachi";

	private static final String ELSEWHERE = "khac";

	private final Menus menus;

	MenuController(Tools tools, Menus menus) {
		super(tools, Look.Part.MENU, "thuc-don");
		this.menus = menus;
	}

	@Override
	protected Form read(Site site, Look look) {
		List<Look.MenuItem> own = look.menu();
		return (own != null) ? form(true, own, look) : form(false, List.of(), look);
	}

	private Form form(boolean own, List<Look.MenuItem> items, Look look) {
		List<Rows.Row> rows = new ArrayList<>();
		Set<String> known = known(this.menus.targets(look));
		items.forEach((item) -> add(item, 0, known, rows));
		return new Form(own, new Rows(SHAPE, rows), Map.of());
	}

	private void add(Look.MenuItem item, int level, Set<String> known, List<Rows.Row> rows) {
		rows.add(new Rows.Row("k" + (rows.size() + 1), "main", level, values(item.label(), item.href(), known)));
		item.children().forEach((child) -> add(child, level + 1, known, rows));
	}

	private Map<String, String> values(String label, String href, Set<String> known) {
		boolean here = href.isEmpty() || known.contains(href) || this.menus.entry(href).isPresent();
		return Map.of(LABEL, label, TARGET, here ? href : ELSEWHERE, ADDRESS, here ? "" : href);
	}

	private static Set<String> known(Map<String, List<Look.Link>> targets) {
		Set<String> known = new HashSet<>();
		targets.values().forEach((links) -> links.forEach((link) -> known.add(link.href())));
		return known;
	}

	@Override
	protected Form parse(Site site, MultiValueMap<String, String> sent) {
		return new Form("co".equals(sent.getFirst("rieng")), Rows.of(SHAPE, sent),
				Map.of("tim", Checks.line((sent.getFirst("tim") != null) ? sent.getFirst("tim") + "" : "")));
	}

	@Override
	protected Form act(Site site, Form form, String act, String argument, String more) {
		return switch (act) {
			case "soan" -> form(true, this.menus.automatic(), this.tools.looks.inForce());
			case "tu-dong" -> new Form(false, new Rows(SHAPE, List.of()), Map.of());
			case "them" -> form.rows().isFull() ? form
					: form.with(form.rows().add("main", 0, Map.of(LABEL, "", TARGET, ELSEWHERE, ADDRESS, "")));
			case "bai" -> this.menus.entry(argument)
				.filter((entry) -> !form.rows().isFull())
				.map((entry) -> form.with(form.rows().add("main", 0, Map.of(LABEL, label(entry), TARGET, argument))))
				.orElse(form);
			default -> form;
		};
	}

	/** Titles are too long for a menu; the board shortens them further. */
	private static String label(EntryTeaser entry) {
		String title = entry.title();
		int cut = title.lastIndexOf(' ', LONGEST_LABEL);
		return (title.length() <= LONGEST_LABEL) ? title : title.substring(0, (cut > 0) ? cut : LONGEST_LABEL);
	}

	@Override
	protected Look write(Site site, Form form, Look into, Problems problems) {
		if (!form.own()) {
			return into.withMenu(null);
		}
		List<Rows.Row> rows = form.rows().all();
		if (rows.isEmpty()) {
			problems.add("them", "arrange.menu.none");
		}
		return into.withMenu(items(rows, 0, rows.size(), problems));
	}

	private static List<Look.MenuItem> items(List<Rows.Row> rows, int from, int to, Problems problems) {
		List<Look.MenuItem> items = new ArrayList<>();
		for (int at = from; at < to;) {
			Rows.Row row = rows.get(at);
			int end = at + 1;
			while (end < to && rows.get(end).level() > row.level()) {
				end++;
			}
			List<Look.MenuItem> children = items(rows, at + 1, end, problems);
			String label = problems.required(row.key() + "." + LABEL, row.value(LABEL), LONGEST_LABEL,
					"arrange.menu.noLabel");
			String href = href(row, problems);
			if (href.isEmpty() && children.isEmpty()) {
				problems.add(row.key() + "." + (row.value(TARGET).equals(ELSEWHERE) ? ADDRESS : TARGET),
						"arrange.menu.noTarget");
			}
			else if (!label.isEmpty()) {
				items.add(new Look.MenuItem(label, href, children));
			}
			at = end;
		}
		return items;
	}

	private static String href(Rows.Row row, Problems problems) {
		boolean elsewhere = row.value(TARGET).equals(ELSEWHERE);
		return problems.address(row.key() + "." + (elsewhere ? ADDRESS : TARGET),
				row.value(elsewhere ? ADDRESS : TARGET));
	}

	@Override
	protected void fill(Site site, Form form, Look look, Model model) {
		Map<String, List<Look.Link>> targets = this.menus.targets(look);
		Set<String> known = known(targets);
		Map<String, String> titles = new HashMap<>();
		List<Rows.Row> lost = new ArrayList<>();
		Set<String> lostKeys = new HashSet<>();
		for (Rows.Row row : form.rows().all()) {
			String href = href(row, new Problems(this.tools.messages));
			if (href.startsWith("/") && !known.contains(href)) {
				this.menus.entry(href).ifPresentOrElse((entry) -> titles.put(href, entry.title()), () -> {
					lost.add(row);
					lostKeys.add(row.key());
				});
			}
		}
		model.addAttribute("targets", targets);
		model.addAttribute("known", known);
		model.addAttribute("titles", titles);
		model.addAttribute("lost", lost);
		model.addAttribute("lostKeys", lostKeys);
		model.addAttribute("automatic", form.own() ? List.of() : this.menus.automatic());
		String words = form.field("tim");
		model.addAttribute("found",
				words.isEmpty() ? null : this.menus.search(words.substring(0, Math.min(words.length(), 200))));
	}

	@Override
	protected String name(Rows.Row row) {
		String label = Checks.line(row.value(LABEL));
		return label.isEmpty() ? this.tools.text("arrange.menu.unnamed") : label;
	}

}
