package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** The blocks of the home page: which, where, in which order, with which settings. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bo-cuc")
class BlocksController extends PartController {

	private static final int MOST = 40;

	private static final int LONGEST_TITLE = 80;

	private static final String TYPE = "loai";

	private final Categories categories;

	BlocksController(Tools tools, Categories categories) {
		super(tools, Look.Part.BLOCKS, "bo-cuc");
		this.categories = categories;
	}

	@Override
	protected Form read(Site site, Look look) {
		Theme theme = this.tools.looks.theme(site, look);
		Map<String, List<Look.Block>> arranged = look.arrangement(theme);
		List<Rows.Row> rows = new ArrayList<>();
		arranged.forEach((region, blocks) -> blocks.stream()
			.filter((block) -> BlockType.of(block.type()).isPresent())
			.forEach((block) -> {
				Map<String, String> values = new HashMap<>(block.settings());
				values.put(TYPE, block.type());
				rows.add(new Rows.Row("k" + (rows.size() + 1), region, 0, values));
			}));
		return new Form(true, new Rows(shape(site), rows), Map.of());
	}

	@Override
	protected Form parse(Site site, MultiValueMap<String, String> sent) {
		Rows rows = Rows.of(shape(site), sent);
		List<Rows.Row> known = rows.all().stream().filter((row) -> BlockType.of(row.value(TYPE)).isPresent()).toList();
		return new Form(true, new Rows(rows.shape(), known), Map.of("vao", sent.getFirst("vao") + ""));
	}

	@Override
	protected Form act(Site site, Form form, String act, String argument, String more) {
		if (act.equals("de-xuat")) {
			return read(site, this.tools.looks.inForce().withBlocks(null));
		}
		if (act.equals("them") && BlockType.of(argument).isPresent() && !form.rows().isFull()) {
			return form.with(form.rows().add(form.field("vao"), 0, Map.of(TYPE, argument)));
		}
		return form;
	}

	@Override
	protected Look write(Site site, Form form, Look into, Problems problems) {
		Map<String, List<Look.Block>> blocks = new LinkedHashMap<>();
		form.rows().shape().zones().forEach((zone) -> blocks.put(zone, new ArrayList<>()));
		List<String> known = this.categories.all().stream().map(CategoryInfo::slug).toList();
		for (Rows.Row row : form.rows().all()) {
			BlockType type = BlockType.of(row.value(TYPE)).orElseThrow();
			Map<String, String> settings = new HashMap<>();
			for (BlockType.Setting setting : type.settings()) {
				String field = row.key() + "." + setting.key();
				String value = Checks.line(row.value(setting.key()));
				switch (setting.kind()) {
					case TITLE -> value = problems.line(field, value, LONGEST_TITLE);
					case CATEGORY -> {
						if (!value.isEmpty() && !known.contains(value)) {
							problems.add(field, "arrange.blocks.noCategory");
						}
						if (value.isEmpty() && type == BlockType.CATEGORY) {
							problems.add(field, "arrange.blocks.category.required");
						}
					}
					case COUNT -> {
						if (!value.isEmpty()
								&& !(value.matches("[0-9]{1,3}") && setting.allows(Integer.parseInt(value)))) {
							problems.add(field, "arrange.blocks.count", setting.least(), setting.most());
							value = setting.usual();
						}
					}
				}
				if (!value.isEmpty() && !value.equals(setting.usual())) {
					settings.put(setting.key(), value);
				}
			}
			Objects.requireNonNull(blocks.get(row.zone())).add(new Look.Block(type.id(), settings));
		}
		Look own = into.withBlocks(blocks);
		Theme theme = this.tools.looks.theme(site, into);
		Look proposed = into.withBlocks(null);
		// what is as the theme proposes follows it when the theme changes
		return own.arrangement(theme).equals(proposed.arrangement(theme)) ? proposed : own;
	}

	@Override
	protected void fill(Site site, Form form, Look look, Model model) {
		model.addAttribute("zones",
				form.rows()
					.shape()
					.zones()
					.stream()
					.map((zone) -> new Zone(zone, zone(site, form, zone),
							form.rows().in(zone).stream().map((row) -> block(row, look)).toList()))
					.toList());
		model.addAttribute("types", BlockType.values());
		model.addAttribute("categories", this.categories.all());
		model.addAttribute("own", look.blocks() != null);
		model.addAttribute("theme", this.tools.looks.theme(site, look).name());
	}

	private Block block(Rows.Row row, Look look) {
		BlockType type = BlockType.of(row.value(TYPE)).orElseThrow();
		String lacks = switch (type) {
			case BANNERS -> look.banners().isEmpty() ? "bieu-ngu" : "";
			case LINKS -> look.links().quick().isEmpty() ? "lien-ket" : "";
			case CONTACT -> look.office().hasContact() ? "" : "co-quan";
			case LEADERS -> look.office().units().isEmpty() ? "co-quan" : "";
			default -> "";
		};
		return new Block(row, type, lacks);
	}

	@Override
	protected String name(Rows.Row row) {
		String title = Checks.line(row.value("title"));
		return title.isEmpty() ? this.tools.text("block." + row.value(TYPE)) : title;
	}

	@Override
	protected String zone(Site site, Form form, String zone) {
		return this.tools.looks.theme(site, this.tools.looks.inForce())
			.regions()
			.stream()
			.filter((region) -> region.id().equals(zone))
			.map(Theme.Region::name)
			.findFirst()
			.or(() -> Optional.of(this.tools.text("arrange.blocks.zone")))
			.orElse("");
	}

	/** Regions of the theme that citizens see; one at least. */
	private Rows.Shape shape(Site site) {
		List<String> zones = this.tools.looks.theme(site, this.tools.looks.inForce())
			.regions()
			.stream()
			.map(Theme.Region::id)
			.toList();
		return new Rows.Shape(zones.isEmpty() ? List.of("main") : zones, 1, false, MOST);
	}

	/** A region with its blocks. */
	record Zone(String id, String name, List<Block> blocks) {
	}

	/**
	 * A block.
	 *
	 * @param lacks the screen on which what it shows has to be given first, or empty
	 */
	record Block(Rows.Row row, BlockType type, String lacks) {
	}

}
