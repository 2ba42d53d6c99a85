package vn.conglang;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import vn.conglang.appearance.Themes;
import vn.conglang.kernel.WithoutDatabase;
import vn.conglang.site.CheckedConfiguration;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The command line. A command is a class of the module it belongs to, with picocli's
 * annotations. The words are understood first; only then is the application started and
 * the command given what it needs, so that help and mistakes in calling cost nothing.
 * Options that begin with {@code --portal.}, {@code --spring.} or {@code --logging.} are
 * settings of the application, as when it serves.
 */
@Command(name = "portal", mixinStandardHelpOptions = true, version = "Cổng Làng 0.1.0",
		description = "Without a command: serves all sites. With one: does that and ends.",
		footer = { "", "Settings of the portal can follow any command: --portal.var=<folder>,",
				"--portal.tenant-config=<location>, --portal.themes=<location> …" })
final class PortalCommands {

	private static final List<String> SETTINGS = List.of("--portal.", "--spring.", "--logging.", "--server.",
			"--management.");

	private PortalCommands() {
	}

	/**
	 * Runs the command.
	 * @return the exit code: 0 when done, 1 when it failed, 2 when it was called wrongly
	 */
	static int execute(String[] args) {
		String[] settings = Arrays.stream(args).filter(PortalCommands::isSetting).toArray(String[]::new);
		String[] words = Arrays.stream(args).filter((arg) -> !isSetting(arg)).toArray(String[]::new);
		CommandLine commands = new CommandLine(new PortalCommands());
		subcommands().forEach((command) -> add(commands, command));
		commands.setExecutionStrategy((parsed) -> run(parsed, settings));
		commands.setExecutionExceptionHandler((failure, line, parsed) -> {
			String reason = StartFailureReporter.explain(failure);
			if (reason == null) {
				throw failure;
			}
			line.getErr().println("ERROR: " + reason);
			return 1;
		});
		return commands.execute(words);
	}

	private static int run(ParseResult parsed, String[] settings) {
		if (!parsed.hasSubcommand()
				|| parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested)) {
			Integer helped = CommandLine.executeHelpRequest(parsed);
			if (helped == null) {
				parsed.commandSpec().commandLine().usage(System.out);
			}
			return Objects.requireNonNullElse(helped, 2);
		}
		ParseResult last = parsed;
		while (last.hasSubcommand()) {
			last = last.subcommand();
		}
		Object command = last.commandSpec().userObject();
		try (ConfigurableApplicationContext context = start(command, settings)) {
			context.getAutowireCapableBeanFactory().autowireBean(command);
			return new CommandLine.RunLast().execute(parsed);
		}
		catch (StartFailureReporter.Told ex) {
			return 1;
		}
	}

	private static ConfigurableApplicationContext start(Object command, String[] settings) {
		Class<?> application = (command instanceof WithoutDatabase) ? ThemesOnly.class : PortalApplication.class;
		try {
			return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
				.bannerMode(Banner.Mode.OFF)
				.logStartupInfo(false)
				.run(Stream
					.concat(Stream.of("--portal.command=true", "--logging.level.root=warn"), Arrays.stream(settings))
					.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			// a failure to start has been told by StartFailureReporter
			throw (StartFailureReporter.explain(ex) != null) ? new StartFailureReporter.Told() : ex;
		}
	}

	/** A command named "check search" stands below "check", which sorts before it. */
	private static void add(CommandLine commands, Object command) {
		String[] names = new CommandLine(command).getCommandName().split(" ");
		CommandLine parent = (names.length > 1) ? commands.getSubcommands().get(names[0]) : commands;
		String name = names[names.length - 1];
		Objects.requireNonNull(parent).addSubcommand(name, new CommandLine(command).setCommandName(name));
	}

	private static List<Object> subcommands() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
		return scanner.findCandidateComponents(ClassUtils.getPackageName(PortalCommands.class))
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.filter((name) -> name != null && !name.equals(PortalCommands.class.getName()) && !name.contains("$"))
			.map((name) -> (Object) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, null)))
			.sorted(Comparator.comparing((command) -> new CommandLine(command).getCommandName()))
			.toList();
	}

	private static boolean isSetting(String arg) {
		return SETTINGS.stream().anyMatch(arg::startsWith);
	}

	/** The little that commands without a database need. */
	@Configuration(proxyBeanMethods = false)
	@Import(Themes.class)
	@ComponentScan(useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CheckedConfiguration.class))
	static class ThemesOnly {

	}

}
