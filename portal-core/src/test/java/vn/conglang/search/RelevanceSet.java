package vn.conglang.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.conglang.search.SearchResult.Hit;
import vn.conglang.search.SearchResult.Piece;

/**
 * Queries as people type them, with judged answers; {@code relevance/README.md} tells
 * more.
 */
final class RelevanceSet {

	static final Path FOLDER = Path.of("src/test/resources/relevance");

	/** So many hits people look at. */
	static final int LOOKED_AT = 3;

	private RelevanceSet() {
	}

	static List<Query> queries() {
		try (var lines = Files.lines(FOLDER.resolve("queries.tsv"))) {
			return lines.skip(1)
				.map((line) -> line.split("\t"))
				.map((cells) -> new Query(cells[0], cells[1], List.of(cells[2].split("\\|"))))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks all queries.
	 * @param search the first hits of a query
	 */
	static List<Answer> ask(Function<String, List<Hit>> search) {
		List<Answer> answers = new ArrayList<>();
		for (Query query : queries()) {
			answers.add(new Answer(query, search.apply(query.text()).stream().map(RelevanceSet::found).toList()));
		}
		return answers;
	}

	private static Found found(Hit hit) {
		return new Found(hit.site().slug() + hit.address(), hit.number(),
				hit.title().stream().map(Piece::text).collect(Collectors.joining()));
	}

	/** Which part of the queries finds what it should, from 0 to 1. */
	static double success(List<Answer> answers) {
		return (double) answers.stream().filter(Answer::good).count() / answers.size();
	}

	/** Which part of the queries finds the same first hit, from 0 to 1. */
	static double agreement(List<Answer> some, List<Answer> others) {
		int same = 0;
		for (int i = 0; i < some.size(); i++) {
			if (Objects.equals(some.get(i).first(), others.get(i).first())) {
				same++;
			}
		}
		return (double) same / some.size();
	}

	/** Every query that failed, and what came instead. */
	static String failures(List<Answer> answers) {
		return answers.stream()
			.filter((answer) -> !answer.good())
			.map(Object::toString)
			.collect(Collectors.joining("\n", "Not among the first " + LOOKED_AT + ":\n", "\n"));
	}

	/** Leaves the figures in {@code target/relevance}. */
	static void report(String name, List<Answer> answers) {
		long good = answers.stream().filter(Answer::good).count();
		long first = answers.stream()
			.filter((answer) -> answer.found().stream().limit(1).anyMatch(answer.query()::answeredBy))
			.count();
		write(name, "%d of %d among the first %d, %d of them first%n%s".formatted(good, answers.size(), LOOKED_AT,
				first, failures(answers)));
	}

	/** Leaves in {@code target/relevance} on which queries two engines do not agree. */
	static void reportAgreement(List<Answer> some, List<Answer> others) {
		StringBuilder report = new StringBuilder(
				"%.1f %% have the same first hit%n".formatted(100 * agreement(some, others)));
		for (int i = 0; i < some.size(); i++) {
			if (!some.get(i).first().equals(others.get(i).first())) {
				report.append(some.get(i)).append("\nagainst\n").append(others.get(i)).append('\n');
			}
		}
		write("agreement", report.toString());
	}

	private static void write(String name, String report) {
		try {
			Path folder = Files.createDirectories(Path.of("target/relevance"));
			Files.writeString(folder.resolve(name + ".txt"), report);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What somebody types.
	 *
	 * @param kind what is special about it
	 * @param answers numbers of legal documents, or titles; any of them will do
	 */
	record Query(String text, String kind, List<String> answers) {

		boolean answeredBy(Found found) {
			return this.answers.stream()
				.anyMatch((answer) -> answer.equals(found.number()) || answer.equals(found.title())
						|| Pattern.compile("^\\D*số " + Pattern.quote(answer) + "(\\s|$)")
							.matcher(found.title())
							.find());
		}

	}

	/** A hit: its address, its number if it is a legal document, its title. */
	record Found(String address, String number, String title) {
	}

	/** A query with its first hits. */
	record Answer(Query query, List<Found> found) {

		boolean good() {
			return this.found.stream().limit(LOOKED_AT).anyMatch(this.query::answeredBy);
		}

		String first() {
			return this.found.isEmpty() ? "" : this.found.getFirst().address();
		}

		@Override
		public String toString() {
			return "[" + this.query.kind() + "] " + this.query.text() + "\n  wanted "
					+ String.join(" | ", this.query.answers())
					+ this.found.stream()
						.map((hit) -> "\n  came   " + hit.number() + " " + hit.title())
						.collect(Collectors.joining());
		}

	}

}
