package vn.conglang.content;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.dao.DataAccessException;

/** {@code bin/portal import}: entries from a file into one site, or spread over many. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Imports entries and publishes them: JSON lines (title, summary, body_html, category,",
				"published_at, optional type, fields, author), or CSV for legal documents (number, date, issuer,",
				"type, title). Entries that are there already are passed over, so a file can be imported again." })
class ImportCommand implements Callable<Integer> {

	private static final int LONGEST_LINE = 16 * 1024 * 1024;

	@SuppressWarnings("NullAway.Init")
	private EntryImport entries;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@ArgGroup(exclusive = true, multiplicity = "1")
	@SuppressWarnings("NullAway.Init")
	private Target target;

	@Option(names = "--area", paramLabel = "<slug>", description = "with --spread: over the sites of this area only")
	private @Nullable String area;

	@Option(names = "--type", paramLabel = "<type>", defaultValue = "article",
			description = "article, page, legal-document, announcement, procedure, album or video, "
					+ "where a line does not say (default: ${DEFAULT-VALUE})")
	private String type = "";

	@Option(names = "--stop-on-error", description = "stop at the first bad line instead of going on with the next")
	private boolean stopOnError;

	@Parameters(paramLabel = "<file>", description = "a .jsonl or .csv file, UTF-8")
	@SuppressWarnings("NullAway.Init")
	private Path file;

	/** Where the entries go. */
	static class Target {

		@Option(names = "--site", paramLabel = "<slug>", description = "into this site")
		@Nullable String site;

		@Option(names = "--spread",
				description = "over all sites of the province, or of --area; the same file always spreads alike")
		boolean spread;

	}

	@Autowired
	void use(EntryImport entries, Sites sites) {
		this.entries = entries;
		this.sites = sites;
	}

	@Override
	public Integer call() throws IOException {
		List<Site> into = into();
		EntryType usual = EntryType.ofOption(this.type)
			.orElseThrow(() -> new StartFailure("Unknown --type \"" + this.type + "\": see import --help."));
		if (!Files.isReadable(this.file) || Files.isDirectory(this.file)) {
			throw new StartFailure("There is no readable file " + this.file + ".");
		}
		Run run = new Run(into);
		boolean csv = this.file.toString().endsWith(".csv");
		if (csv && usual != EntryType.LEGAL_DOCUMENT) {
			throw new StartFailure("A CSV file can hold legal documents only: add --type legal-document.");
		}
		try (ProgressBar progress = new ProgressBarBuilder().setTaskName("import")
			.setInitialMax(Files.size(this.file))
			.setUnit(" KB", 1024)
			.setUpdateIntervalMillis(250)
			.build()) {
			if (csv) {
				readCsv(run, progress);
			}
			else {
				readLines(run, usual, progress);
			}
		}
		PrintWriter out = this.command.commandLine().getOut();
		out.printf("%d imported, %d already there, %d bad%n", run.added, run.known, run.bad);
		return (run.bad > 0) ? 1 : 0;
	}

	private List<Site> into() {
		if (this.target.site != null) {
			String slug = this.target.site;
			return List.of(this.sites.bySlug(slug)
				.orElseThrow(() -> new StartFailure("There is no site \"" + slug + "\" in service.")));
		}
		String area = (this.area != null) ? this.area : "";
		List<Site> all = area.isEmpty() ? this.sites.all() : this.sites
			.of(this.sites.area(area).orElseThrow(() -> new StartFailure("There is no area \"" + area + "\".")));
		if (all.isEmpty()) {
			throw new StartFailure("There is no site in service to import into.");
		}
		return all.stream().sorted(Comparator.comparing(Site::slug)).toList();
	}

	private void readLines(Run run, EntryType usual, ProgressBar progress) throws IOException {
		JsonMapper json = JsonMapper.shared();
		try (InputStream input = new BufferedInputStream(Files.newInputStream(this.file), 1 << 16)) {
			int number = 0;
			byte @Nullable [] bytes = line(input);
			for (; bytes != null && !run.stopped; bytes = line(input)) {
				number++;
				progress.stepBy(bytes.length + 1L);
				byte[] line = bytes;
				run.take(number, () -> {
					String text = decode(line);
					return text.isBlank() ? null : ImportedEntry.of(json.readTree(text), usual);
				});
			}
		}
	}

	private void readCsv(Run run, ProgressBar progress) throws IOException {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		long size = Files.size(this.file);
		try (Reader reader = Files.newBufferedReader(this.file); var records = format.parse(reader)) {
			for (CSVRecord line : records) {
				progress.stepTo(Math.min(size, line.getCharacterPosition()));
				run.take((int) records.getCurrentLineNumber(), () -> ImportedEntry.of(line));
				if (run.stopped) {
					return;
				}
			}
		}
		catch (CharacterCodingException ex) {
			throw new StartFailure("The file " + this.file + " is not UTF-8.", ex);
		}
	}

	/**
	 * The bytes up to the next line feed; what is longer than any entry may be is cut
	 * off.
	 */
	private static byte @Nullable [] line(InputStream input) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int next = input.read();
		if (next < 0) {
			return null;
		}
		for (; next >= 0 && next != '\n'; next = input.read()) {
			if (line.size() <= LONGEST_LINE) {
				line.write(next);
			}
		}
		return line.toByteArray();
	}

	private static String decode(byte[] line) {
		if (line.length > LONGEST_LINE) {
			throw new IllegalArgumentException("longer than " + LONGEST_LINE + " bytes");
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("not UTF-8", ex);
		}
	}

	/** One run through a file. */
	private final class Run {

		private final List<Site> into;

		private final Set<String> there;

		private final Set<String> seen = new HashSet<>();

		private int next;

		private int added;

		private int known;

		private int bad;

		private boolean stopped;

		Run(List<Site> into) {
			this.into = into;
			this.there = ImportCommand.this.entries.known(into);
		}

		void take(int line, Callable<@Nullable ImportedEntry> read) {
			try {
				ImportedEntry entry = read.call();
				if (entry == null) {
					return;
				}
				Site site = this.into.get(this.next++ % this.into.size());
				if (!this.seen.add(entry.key()) || this.there.contains(entry.key())) {
					this.known++;
				}
				else if (ImportCommand.this.entries.add(site, entry)) {
					this.added++;
				}
				else {
					this.known++;
				}
			}
			catch (JacksonException ex) {
				bad(line, "no valid JSON: " + String.valueOf(ex.getOriginalMessage()).lines().findFirst().orElse(""));
			}
			catch (DataAccessException ex) {
				throw new StartFailure("The import stopped at line " + line + ": the database does not answer ("
						+ ex.getMostSpecificCause().getMessage()
						+ "). What was reported as imported is there; run it again.", ex);
			}
			catch (Exception ex) {
				bad(line, String.valueOf(ex.getMessage()));
			}
		}

		private void bad(int line, String reason) {
			this.bad++;
			// a bad line keeps its turn, so that mending it later does not move the
			// others
			this.next++;
			this.stopped = ImportCommand.this.stopOnError;
			PrintWriter err = ImportCommand.this.command.commandLine().getErr();
			err.printf("%s:%d: %s%n", ImportCommand.this.file.getFileName(), line, reason);
			err.flush();
		}

	}

}
