package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.conglang.appearance.Rows.Row;
import vn.conglang.appearance.Rows.Shape;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class RowsTests {

	private static final Shape MENU = new Shape(List.of("main"), 3, false, 60);

	private static final Shape OFFICE = new Shape(List.of("main"), 2, true, 60);

	private static final Shape BLOCKS = new Shape(List.of("top", "main", "side"), 1, false, 60);

	@Property(tries = 500)
	void whateverIsDoneNothingIsLostAndNoRowHangsInTheAir(@ForAll("start") Rows start,
			@ForAll("acts") List<String[]> acts) {
		Rows rows = start;
		for (String[] act : acts) {
			Rows before = rows;
			rows = act(rows, act);
			assertThat(keys(rows)).containsExactlyInAnyOrderElementsOf(keys(before));
			check(rows);
		}
	}

	@Property(tries = 300)
	void whatIsTakenAwayTakesNobodyElseWithItUnlessItIsAUnit(@ForAll("start") Rows start, @ForAll int which) {
		if (start.all().isEmpty()) {
			return;
		}
		Row row = start.all().get(Math.floorMod(which, start.all().size()));
		Rows less = start.remove(row.key());
		check(less);
		assertThat(keys(less)).doesNotContain(row.key());
		if (!start.shape().fixed() || row.level() > 0) {
			assertThat(less.all()).hasSize(start.all().size() - 1);
		}
	}

	@Property(tries = 300)
	void whatWentUpComesDownAgain(@ForAll("start") Rows start, @ForAll int which) {
		if (start.all().isEmpty()) {
			return;
		}
		String key = start.all().get(Math.floorMod(which, start.all().size())).key();
		Rows up = start.up(key);
		if (!up.equals(start)) {
			assertThat(up.down(key)).isEqualTo(start);
		}
	}

	@Property(tries = 300)
	void aFormThatComesBackIsTheSame(@ForAll("start") Rows start) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		for (Row row : start.all()) {
			form.add("hang", row.key());
			form.add(row.key() + ".vung", row.zone());
			form.add(row.key() + ".bac", Integer.toString(row.level()));
		}
		Rows back = Rows.of(start.shape(), form);
		assertThat(back.all()).extracting(Row::key, Row::zone, Row::level)
			.isEqualTo(start.all()
				.stream()
				.map((row) -> org.assertj.core.groups.Tuple.tuple(row.key(), row.zone(), row.level()))
				.toList());
	}

	@Example
	void aMenuGoesThreeLevelsDeepAndTakesItsChildrenAlong() {
		Rows rows = rows(MENU, "a0", "b0", "c0", "d0");
		rows = rows.into("k2").into("k3").into("k3");
		assertThat(shape(rows)).isEqualTo("k1:0 k2:1 k3:2 k4:0");
		assertThat(shape(rows.into("k3"))).as("no fourth level").isEqualTo("k1:0 k2:1 k3:2 k4:0");
		assertThat(shape(rows.down("k1"))).isEqualTo("k4:0 k1:0 k2:1 k3:2");
		assertThat(shape(rows.out("k2"))).isEqualTo("k1:0 k2:0 k3:1 k4:0");
		assertThat(shape(rows.remove("k1"))).isEqualTo("k2:0 k3:1 k4:0");
		assertThat(shape(rows.place("k4", "main", "k3", 2))).isEqualTo("k1:0 k2:1 k4:2 k3:2");
	}

	@Example
	void aPersonGoesFromOneUnitToTheNextAndAUnitStaysInOnePiece() {
		Rows rows = rows(OFFICE, "u0", "p1", "u0", "p1");
		assertThat(shape(rows.up("k4"))).isEqualTo("k1:0 k2:1 k4:1 k3:0");
		assertThat(shape(rows.down("k2"))).isEqualTo("k1:0 k3:0 k2:1 k4:1");
		assertThat(shape(rows.up("k2"))).as("the first of all").isEqualTo("k1:0 k2:1 k3:0 k4:1");
		assertThat(shape(rows.place("k3", "main", "k2", 0))).isEqualTo("k1:0 k2:1 k3:0 k4:1");
		assertThat(shape(rows.up("k3"))).isEqualTo("k3:0 k4:1 k1:0 k2:1");
		assertThat(shape(rows.remove("k1"))).isEqualTo("k3:0 k4:1");
	}

	private static void check(Rows rows) {
		List<String> zones = rows.all().stream().map(Row::zone).distinct().toList();
		assertThat(zones).isSortedAccordingTo(Comparator.comparingInt((zone) -> rows.shape().zones().indexOf(zone)));
		for (String zone : zones) {
			int before = -1;
			for (Row row : rows.in(zone)) {
				assertThat(row.level()).isBetween(0, Math.min(before + 1, rows.shape().levels() - 1));
				before = row.level();
			}
		}
	}

	private static Rows act(Rows rows, String[] act) {
		return switch (act[0]) {
			case "up" -> rows.up(act[1]);
			case "down" -> rows.down(act[1]);
			case "into" -> rows.into(act[1]);
			case "out" -> rows.out(act[1]);
			default -> rows.place(act[1], act[3], act[2], act[4].charAt(0) - '0');
		};
	}

	private static List<String> keys(Rows rows) {
		return rows.all().stream().map(Row::key).toList();
	}

	private static Rows rows(Shape shape, String... rows) {
		List<Row> all = new ArrayList<>();
		for (String row : rows) {
			all.add(new Row("k" + (all.size() + 1), "main", row.charAt(1) - '0', Map.of("ten", row)));
		}
		return new Rows(shape, all);
	}

	private static String shape(Rows rows) {
		return String.join(" ", rows.all().stream().map((row) -> row.key() + ":" + row.level()).toList());
	}

	@Provide
	Arbitrary<Rows> start() {
		Arbitrary<Row> row = Combinators
			.combine(Arbitraries.of("top", "main", "side"), Arbitraries.integers().between(0, 3))
			.as((zone, level) -> new Row("k0", zone, level, new HashMap<>()));
		return Combinators.combine(Arbitraries.of(MENU, OFFICE, BLOCKS), row.list().ofMaxSize(9)).as((shape, list) -> {
			List<Row> all = new ArrayList<>();
			list.forEach((one) -> all.add(new Row("k" + (all.size() + 1), one.zone(), one.level(), Map.of())));
			return new Rows(shape, all);
		});
	}

	@Provide
	Arbitrary<List<String[]>> acts() {
		Arbitrary<String> key = Arbitraries.integers().between(1, 10).map((number) -> "k" + number);
		return Combinators
			.combine(Arbitraries.of("up", "down", "into", "out", "place"), key, key,
					Arbitraries.of("top", "main", "side"), Arbitraries.of("0", "1", "2"))
			.as((act, one, other, zone, level) -> new String[] { act, one, other, zone, level })
			.list()
			.ofMaxSize(12);
	}

}
