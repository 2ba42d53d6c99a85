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

/** Where the people's committee is and who works there, unit by unit. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/co-quan")
class OfficeController extends PartController {

	/** Units, and below each its people. */
	private static final Rows.Shape SHAPE = new Rows.Shape(List.of("main"), 2, true, 80);

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_DUTY = 300;

	private static final int LONGEST_ADDRESS = 200;

	private static final int LONGEST_HOURS = 400;

	private final Images images;

	OfficeController(Tools tools, Images images) {
		super(tools, Look.Part.OFFICE, "co-quan");
		this.images = images;
	}

	@Override
	protected Form read(Site site, Look look) {
		Look.Office office = look.office();
		List<Rows.Row> rows = new ArrayList<>();
		for (Look.Unit unit : office.units()) {
			rows.add(new Rows.Row("k" + (rows.size() + 1), "main", 0, Map.of("ten", unit.name())));
			for (Look.Person person : unit.people()) {
				rows.add(new Rows.Row("k" + (rows.size() + 1), "main", 1,
						Map.of("ten", person.name(), "chucvu", person.position(), "nhiemvu", person.duty(), "dt",
								person.phone(), "email", person.email(), "src",
								(person.picture() != null) ? person.picture().src() : "")));
			}
		}
		return new Form(true, new Rows(SHAPE, rows), Map.of("address", office.address(), "phone", office.phone(),
				"email", office.email(), "hours", office.hours(), "map", office.map()));
	}

	@Override
	protected Form parse(Site site, MultiValueMap<String, String> sent) {
		return new Form(true, Rows.of(SHAPE, sent), fields(sent, "address", "phone", "email", "hours", "map"));
	}

	@Override
	protected Form act(Site site, Form form, String act, String argument, String more) {
		if (form.rows().isFull()) {
			return form;
		}
		return switch (act) {
			case "them" -> form.with(form.rows().add("main", 0, Map.of()));
			case "nguoi" -> form.with(form.rows().addBelow(argument, Map.of()));
			default -> form;
		};
	}

	@Override
	protected Look write(Site site, Form form, Look into, Problems problems) {
		String map = Checks.line(form.field("map"));
		String place = map.isEmpty() ? "" : Checks.map(map);
		if (place == null) {
			problems.add("map", map.contains("/embed") ? "arrange.office.map.embed" : "arrange.office.map.bad");
		}
		return into.with(new Look.Office(problems.line("address", form.field("address"), LONGEST_ADDRESS),
				problems.phone("phone", form.field("phone")), problems.email("email", form.field("email")),
				problems.lines("hours", form.field("hours"), LONGEST_HOURS), (place != null) ? place : "",
				units(form.rows().all(), problems)));
	}

	private List<Look.Unit> units(List<Rows.Row> rows, Problems problems) {
		List<Look.Unit> units = new ArrayList<>();
		for (int at = 0; at < rows.size();) {
			Rows.Row row = rows.get(at);
			String name = problems.required(row.key() + ".ten", row.value("ten"), LONGEST_NAME,
					"arrange.office.noUnit");
			List<Look.Person> people = new ArrayList<>();
			at++;
			while (at < rows.size() && rows.get(at).level() > 0) {
				Look.Person person = person(rows.get(at), problems);
				if (!person.name().isEmpty()) {
					people.add(person);
				}
				at++;
			}
			if (people.isEmpty()) {
				problems.add(row.key() + ".ten", "arrange.office.nobody");
			}
			else if (!name.isEmpty()) {
				units.add(new Look.Unit(name, people));
			}
		}
		return units;
	}

	private Look.Person person(Rows.Row row, Problems problems) {
		String key = row.key() + ".";
		String name = problems.required(key + "ten", row.value("ten"), LONGEST_NAME, "arrange.office.noName");
		return new Look.Person(name, problems.line(key + "chucvu", row.value("chucvu"), LONGEST_NAME),
				problems.line(key + "nhiemvu", row.value("nhiemvu"), LONGEST_DUTY),
				problems.phone(key + "dt", row.value("dt")), problems.email(key + "email", row.value("email")),
				this.images.read(key + "src", row.value("src"), "", problems));
	}

	@Override
	protected void fill(Site site, Form form, Look look, Model model) {
		model.addAttribute("pictures", this.images.newsroom(site, form.rows()));
	}

	@Override
	protected String name(Rows.Row row) {
		String name = Checks.line(row.value("ten"));
		return name.isEmpty() ? this.tools.text((row.level() == 0) ? "arrange.office.unit" : "arrange.office.person")
				: name;
	}

}
