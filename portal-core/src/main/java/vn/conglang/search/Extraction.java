package vn.conglang.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Reads a file in a process of its own ({@link ExtractionProgram}), which may have so
 * much memory, so much time, nothing of the portal's environment, and what the portal
 * leaves of the processor. Whatever the file does to it, the portal is not bothered.
 */
@Component
class Extraction {

	private static final long MOST_BYTES = 25L * 1024 * 1024;

	/** Unpacks the portal's own jar; is on the class path only if that is how it runs. */
	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));

	private final Duration timeLimit;

	Extraction(@Value("${portal.search.files.time-limit}") Duration timeLimit) {
		this.timeLimit = timeLimit;
	}

	/**
	 * The text of a file. Takes up to the time limit.
	 * @throws IOException when the file cannot be had, or no process be started: nothing
	 * is known of the file then
	 * @throws InterruptedException when the portal stops; the process is gone then
	 */
	FileText read(Resource file, String contentType) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("tep");
		try {
			Path copy = folder.resolve("file");
			try (InputStream input = file.getInputStream(); OutputStream output = Files.newOutputStream(copy)) {
				output.write(input.readNBytes((int) MOST_BYTES));
				if (input.read() >= 0) {
					return FileText.none(FileText.Outcome.TOO_LARGE);
				}
			}
			Path text = folder.resolve("text");
			FileText.Outcome outcome = run(folder, copy, text, contentType);
			if (!outcome.isDone()) {
				return FileText.none(outcome);
			}
			return Files.exists(text) ? new FileText(Files.readString(text, StandardCharsets.UTF_8), outcome)
					: FileText.none(FileText.Outcome.CRASHED);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private FileText.Outcome run(Path folder, Path file, Path text, String contentType)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		NICE.stream().filter(Files::isExecutable).findFirst().ifPresent((nice) -> {
			command.add(nice.toString());
			command.addAll(List.of("-n", "19"));
		});
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx192m", "-XX:MaxMetaspaceSize=64m", "-XX:ReservedCodeCacheSize=32m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData",
				// what is written beside the text lies in the folder and goes with it
				"-XX:ErrorFile=" + folder.resolve("crash"), "-Djava.io.tmpdir=" + folder, "-Duser.home=" + folder,
				"-Djava.awt.headless=true",
				// no host has an address: nothing is fetched, whatever a file names
				"-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
				"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
				"-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
				"-Dlog4j2.simplelogLevel=OFF"));
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		if (ClassUtils.isPresent(LAUNCHER, ClassLoader.getSystemClassLoader())) {
			command.addAll(List.of("-Dloader.main=" + ExtractionProgram.class.getName(), LAUNCHER));
		}
		else {
			command.add(ExtractionProgram.class.getName());
		}
		command.addAll(List.of(file.toString(), text.toString(), contentType,
				Long.toString(this.timeLimit.toMillis() + 5000)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		// passwords of the portal are none of its business
		builder.environment().clear();
		Process process = builder.start();
		try {
			return process.waitFor(this.timeLimit.toMillis(), TimeUnit.MILLISECONDS)
					? FileText.Outcome.of(process.exitValue()) : FileText.Outcome.TIME;
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

}
