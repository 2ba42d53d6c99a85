package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** Links beside the menu, and what stands in the footer. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/lien-ket")
class LinksController extends PartController {

	private static final String QUICK = "nhanh";

	private static final String FOOT = "chan";

	private static final Rows.Shape SHAPE = new Rows.Shape(List.of(QUICK, FOOT), 1, false, 60);

	private static final int LONGEST_LABEL = 100;

	private static final int LONGEST_TEXT = 600;

	LinksController(Tools tools) {
		super(tools, Look.Part.LINKS, "lien-ket");
	}

	@Override
	protected Form read(Site site, Look look) {
		List<Rows.Row> rows = new ArrayList<>();
		look.links().quick().forEach((link) -> rows.add(row(rows.size(), QUICK, link)));
		look.links().foot().forEach((link) -> rows.add(row(rows.size(), FOOT, link)));
		return new Form(true, new Rows(SHAPE, rows), Map.of("footText", look.links().footText()));
	}

	private static Rows.Row row(int before, String zone, Look.Link link) {
		return new Rows.Row("k" + (before + 1), zone, 0, Map.of("ten", link.label(), "href", link.href()));
	}

	@Override
	protected Form parse(Site site, MultiValueMap<String, String> sent) {
		return new Form(true, Rows.of(SHAPE, sent), fields(sent, "footText"));
	}

	@Override
	protected Form act(Site site, Form form, String act, String argument, String more) {
		return (act.equals("them") && SHAPE.zones().contains(argument) && !form.rows().isFull())
				? form.with(form.rows().add(argument, 0, Map.of())) : form;
	}

	@Override
	protected Look write(Site site, Form form, Look into, Problems problems) {
		return into.with(new Look.Links(links(form, QUICK, problems), links(form, FOOT, problems),
				problems.lines("footText", form.field("footText"), LONGEST_TEXT)));
	}

	private static List<Look.Link> links(Form form, String zone, Problems problems) {
		List<Look.Link> links = new ArrayList<>();
		for (Rows.Row row : form.rows().in(zone)) {
			String label = problems.required(row.key() + ".ten", row.value("ten"), LONGEST_LABEL,
					"arrange.links.noLabel");
			String href = problems.address(row.key() + ".href", row.value("href"));
			if (href.isEmpty()) {
				problems.add(row.key() + ".href", "arrange.links.noAddress");
			}
			else if (!label.isEmpty()) {
				links.add(new Look.Link(label, href));
			}
		}
		return links;
	}

	@Override
	protected void fill(Site site, Form form, Look look, Model model) {
		model.addAttribute("placed", look.arrangement(this.tools.looks.theme(site, look))
			.values()
			.stream()
			.anyMatch((blocks) -> blocks.stream().anyMatch((block) -> block.type().equals(BlockType.LINKS.id()))));
	}

	@Override
	protected String name(Rows.Row row) {
		String label = Checks.line(row.value("ten"));
		return label.isEmpty() ? this.tools.text("arrange.links.unnamed") : label;
	}

	@Override
	protected String zone(Site site, Form form, String zone) {
		return this.tools.text("arrange.links." + zone);
	}

}
