package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.conglang.appearance.Themes;
import vn.conglang.kernel.StartFailure;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.kernel.WithoutDatabase;

import org.springframework.context.support.ResourceBundleMessageSource;

/** {@code bin/portal theme check}: is a theme right? */
@Command(name = "theme", mixinStandardHelpOptions = true,
		description = { "Looks through the folder of a theme: shows every kind of page with it, counts contrasts and",
				"weights, finds what is missing or forbidden. Ends with 1 where something has to be mended.",
				"Example: bin/portal theme check var/themes/xom-chai" })
class ThemeCommand implements Callable<Integer>, WithoutDatabase {

	private String location = "";

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Parameters(index = "0", paramLabel = "check", description = "what to do: check")
	private String act = "";

	@Parameters(index = "1", paramLabel = "<folder>", description = "the theme's folder, with its theme.yaml")
	private Path folder = Path.of(".");

	@Autowired
	void use(@Value("${portal.themes}") String location, @Value("${spring.messages.basename}") String[] basenames) {
		this.location = location;
		this.messages.setBasenames(basenames);
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
	}

	@Override
	public Integer call() {
		if (!this.act.equals("check")) {
			throw new StartFailure("Unknown \"theme " + this.act + "\": there is \"theme check\".");
		}
		Path theme = this.folder.toAbsolutePath().normalize();
		if (!Files.isRegularFile(theme.resolve("theme.yaml"))) {
			throw new StartFailure("There is no theme.yaml in " + theme + ".");
		}
		String id = theme.getFileName().toString();
		Themes themes = Themes.withFolder(this.location, Objects.requireNonNull(theme.getParent()));
		List<ThemeCheck.Finding> findings = new ThemeCheck(themes, this.messages).of(id);
		findings.forEach((finding) -> say(finding.error() ? "themes.check.error" : "themes.check.advice",
				finding.file(), finding.text()));
		long errors = findings.stream().filter(ThemeCheck.Finding::error).count();
		say((errors > 0) ? "themes.check.bad" : "themes.check.good", id, errors, findings.size() - errors);
		return (errors > 0) ? 1 : 0;
	}

	private void say(String key, Object... arguments) {
		this.command.commandLine().getOut().println(this.messages.getMessage(key, arguments, VietnameseText.LOCALE));
	}

}
