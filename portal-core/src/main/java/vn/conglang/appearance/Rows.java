package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What somebody arranges on a screen: rows in zones, each below another or not, as they
 * stand in a form. Every act gives new rows and keeps the rule of the shape: zones one
 * after the other, no row more than one level below the one before it.
 *
 * @param all in the order they are shown
 */
record Rows(Shape shape, List<Row> all) {

	private static final Pattern KEY = Pattern.compile("k[0-9]{1,6}");

	Rows {
		all = ordered(shape, all);
	}

	/**
	 * Reads rows from a form: {@code hang} names them in order, each by itself or with
	 * commas between, {@code <key>.vung} their zone, {@code <key>.bac} their level.
	 */
	static Rows of(Shape shape, MultiValueMap<String, String> form) {
		List<Row> rows = new ArrayList<>();
		List<String> keys = form.getOrDefault("hang", List.of())
			.stream()
			.flatMap((named) -> Arrays.stream(named.split(",")))
			.distinct()
			.limit(shape.most())
			.toList();
		for (String key : keys) {
			if (KEY.matcher(key).matches()) {
				Map<String, String> values = new HashMap<>();
				String prefix = key + ".";
				form.toSingleValueMap().forEach((name, value) -> {
					if (name.startsWith(prefix)) {
						values.put(name.substring(prefix.length()), value);
					}
				});
				String level = values.getOrDefault("bac", "0");
				rows.add(new Row(key, values.getOrDefault("vung", ""),
						level.matches("[0-9]") ? level.charAt(0) - '0' : 0, values));
			}
		}
		return new Rows(shape, rows);
	}

	@Nullable Row find(String key) {
		return this.all.stream().filter((row) -> row.key().equals(key)).findFirst().orElse(null);
	}

	/** The rows of a zone. */
	public List<Row> in(String zone) {
		return this.all.stream().filter((row) -> row.zone().equals(zone)).toList();
	}

	boolean isFull() {
		return this.all.size() >= this.shape.most();
	}

	/** Key of the next row to be added. */
	String nextKey() {
		int last = this.all.stream().mapToInt((row) -> Integer.parseInt(row.key().substring(1))).max().orElse(0);
		return "k" + (last + 1);
	}

	/** With one more row at the end of a zone. */
	Rows add(String zone, int level, Map<String, String> values) {
		List<Row> rows = new ArrayList<>(this.all);
		rows.add(new Row(nextKey(), zone, level, values));
		return with(rows);
	}

	/** With one more row right behind those that belong to another. */
	Rows addBelow(String parent, Map<String, String> values) {
		int at = index(parent);
		if (at < 0) {
			return this;
		}
		Row above = this.all.get(at);
		List<Row> rows = new ArrayList<>(this.all);
		rows.add(end(at), new Row(nextKey(), above.zone(), above.level() + 1, values));
		return with(rows);
	}

	/**
	 * Without a row. In a fixed shape what belongs to it goes, too; otherwise that moves
	 * up a level.
	 */
	Rows remove(String key) {
		int at = index(key);
		if (at < 0) {
			return this;
		}
		int end = end(at);
		List<Row> rows = new ArrayList<>(this.all.subList(0, at));
		if (!this.shape.fixed()) {
			this.all.subList(at + 1, end).forEach((row) -> rows.add(row.at(row.zone(), row.level() - 1)));
		}
		rows.addAll(this.all.subList(end, this.all.size()));
		return with(rows);
	}

	/** One place up among its like, with all that belongs to it. */
	Rows up(String key) {
		int at = index(key);
		if (at < 0) {
			return this;
		}
		Row row = this.all.get(at);
		int before = previous(at);
		if (before < 0 && this.shape.fixed() && row.level() > 0 && at > 1) {
			// over the head of its group, to the end of the one before
			before = at - 1;
		}
		return (before < 0) ? this : move(at, before, UnaryOperator.identity());
	}

	/** One place down among its like, with all that belongs to it. */
	Rows down(String key) {
		int at = index(key);
		if (at < 0) {
			return this;
		}
		Row row = this.all.get(at);
		int next = end(at);
		if (next >= this.all.size() || !this.all.get(next).zone().equals(row.zone())) {
			return this;
		}
		if (this.all.get(next).level() == row.level()) {
			return move(at, end(next), UnaryOperator.identity());
		}
		return this.shape.fixed() ? move(at, next + 1, UnaryOperator.identity()) : this;
	}

	/** One level down, below the one before it. */
	Rows into(String key) {
		int at = index(key);
		if (at < 0 || this.shape.fixed() || previous(at) < 0) {
			return this;
		}
		int deepest = this.all.subList(at, end(at)).stream().mapToInt(Row::level).max().orElse(0);
		return (deepest + 1 >= this.shape.levels()) ? this : shift(at, 1);
	}

	/** One level up, behind the one it belonged to. */
	Rows out(String key) {
		int at = index(key);
		if (at < 0 || this.shape.fixed() || this.all.get(at).level() == 0) {
			return this;
		}
		int parent = at - 1;
		while (this.all.get(parent).level() >= this.all.get(at).level()) {
			parent--;
		}
		return move(at, end(parent), (row) -> row.at(row.zone(), row.level() - 1));
	}

	/**
	 * Puts a row, with all that belongs to it, before another.
	 * @param before key of a row of the zone; any other text for the end of the zone
	 * @param level wished; as near to it as the rule allows
	 */
	Rows place(String key, String zone, String before, int level) {
		int at = index(key);
		if (at < 0 || !this.shape.zones().contains(zone)) {
			return this;
		}
		int end = end(at);
		List<Row> moved = this.all.subList(at, end);
		List<Row> rows = new ArrayList<>(this.all);
		rows.subList(at, end).clear();
		int target = rows.size();
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i).key().equals(before) && rows.get(i).zone().equals(zone)) {
				target = i;
			}
		}
		int own = moved.getFirst().level();
		if (this.shape.fixed()) {
			// a group stays in one piece
			while (own == 0 && target < rows.size() && rows.get(target).level() > 0) {
				target++;
			}
			if (own > 0 && target == 0) {
				return this;
			}
		}
		int deepest = moved.stream().mapToInt(Row::level).max().orElse(own) - own;
		int wanted = this.shape.fixed() ? own : Math.clamp(level, 0, this.shape.levels() - 1 - deepest);
		rows.addAll(target, moved.stream().map((row) -> row.at(zone, row.level() - own + wanted)).toList());
		return with(rows);
	}

	private Rows shift(int at, int by) {
		List<Row> rows = new ArrayList<>(this.all);
		rows.subList(at, end(at)).replaceAll((row) -> row.at(row.zone(), row.level() + by));
		return with(rows);
	}

	/** Moves a row and what belongs to it before the row that stands at a place now. */
	private Rows move(int at, int to, UnaryOperator<Row> change) {
		int end = end(at);
		List<Row> moved = this.all.subList(at, end).stream().map(change).toList();
		List<Row> rows = new ArrayList<>(this.all);
		rows.subList(at, end).clear();
		rows.addAll((to > at) ? to - moved.size() : to, moved);
		return with(rows);
	}

	private Rows with(List<Row> rows) {
		return new Rows(this.shape, rows);
	}

	private int index(String key) {
		for (int i = 0; i < this.all.size(); i++) {
			if (this.all.get(i).key().equals(key)) {
				return i;
			}
		}
		return -1;
	}

	/** Where what belongs to a row ends. */
	private int end(int at) {
		Row row = this.all.get(at);
		int end = at + 1;
		while (end < this.all.size() && this.all.get(end).zone().equals(row.zone())
				&& this.all.get(end).level() > row.level()) {
			end++;
		}
		return end;
	}

	/** The row before of the same level and group, or -1. */
	private int previous(int at) {
		Row row = this.all.get(at);
		for (int i = at - 1; i >= 0 && this.all.get(i).zone().equals(row.zone())
				&& this.all.get(i).level() >= row.level(); i--) {
			if (this.all.get(i).level() == row.level()) {
				return i;
			}
		}
		return -1;
	}

	private static List<Row> ordered(Shape shape, List<Row> rows) {
		List<Row> ordered = new ArrayList<>();
		String first = shape.zones().getFirst();
		Predicate<Row> lost = (row) -> !shape.zones().contains(row.zone());
		for (String zone : shape.zones()) {
			int deepest = -1;
			for (Row row : rows) {
				if (row.zone().equals(zone) || (zone.equals(first) && lost.test(row))) {
					int level = Math.clamp(row.level(), 0, Math.min(deepest + 1, shape.levels() - 1));
					ordered.add(row.at(zone, level));
					deepest = level;
				}
			}
		}
		return List.copyOf(ordered);
	}

	/**
	 * What can be arranged.
	 *
	 * @param zones where rows can stand, at least one
	 * @param levels how deep rows go, 1 for a plain list
	 * @param fixed whether the level is part of what a row is: a person of a unit
	 * @param most how many rows there may be
	 */
	record Shape(List<String> zones, int levels, boolean fixed, int most) {

		static final Shape LIST = new Shape(List.of("main"), 1, false, 30);

	}

	/**
	 * A row.
	 *
	 * @param values what is typed in, by name of the field
	 */
	record Row(String key, String zone, int level, Map<String, String> values) {

		Row {
			values = Map.copyOf(values);
		}

		/** A value as it is typed in, empty where there is none. */
		public String value(String name) {
			return this.values.getOrDefault(name, "");
		}

		Row at(String zone, int level) {
			return new Row(this.key, zone, Math.max(level, 0), this.values);
		}

	}

}
