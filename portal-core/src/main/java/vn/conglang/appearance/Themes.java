package vn.conglang.appearance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.templateresolver.ITemplateResolver;
import vn.conglang.kernel.StartFailure;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.KnownThemes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * All themes: those that come with the portal, read once at start, and those that the
 * operator lays into a folder, read again when something there has changed. Only what
 * every page needs is kept in memory. A folder that cannot be used is left out, with its
 * problem remembered; only without the base nothing starts.
 */
@Component
public class Themes implements KnownThemes {

	/** The theme that every other inherits from. */
	public static final String BASE = "base";

	private static final Logger log = LoggerFactory.getLogger(Themes.class);

	private static final Pattern ASSET = Pattern
		.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

	/** Letters of stylesheets that are kept; browsers keep theirs for ever. */
	private static final int STYLES_KEPT = 2_000_000;

	private final ResourceLoader resources = new DefaultResourceLoader();

	private final Cache<String, String> stylesheets = Caffeine.newBuilder()
		.maximumWeight(STYLES_KEPT)
		.weigher((String key, String text) -> text.length())
		.build();

	private final Path extra;

	private final boolean replacing;

	private final List<ThemeFolder> builtIn;

	private final Map<String, BrokenTheme> builtInBroken;

	private volatile ThemeSet current;

	private volatile long generation;

	private String stamp = "";

	private String stampBefore = "";

	/**
	 * Reads all themes.
	 * @param location of those that come with the portal, as of a Spring resource
	 * @param extra folder of those that the operator adds; may be absent
	 */
	@Autowired
	Themes(@Value("${portal.themes}") String location, @Value("${portal.themes-extra}") String extra) {
		this(location, Path.of(extra), false);
	}

	private Themes(String location, Path extra, boolean replacing) {
		this.extra = extra.toAbsolutePath().normalize();
		this.replacing = replacing;
		String folder = location.endsWith("/") ? location : location + "/";
		Map<String, BrokenTheme> broken = new TreeMap<>();
		try {
			this.builtIn = new ThemeReader(broken::put).read(folder, false);
		}
		catch (IOException ex) {
			throw new StartFailure("The themes in " + folder + " cannot be read: " + ex.getMessage(), ex);
		}
		this.builtInBroken = broken;
		BrokenTheme base = broken.get(BASE);
		if (base != null) {
			throw new StartFailure("The theme \"base\" " + base.getMessage(), base);
		}
		if (this.builtIn.stream().noneMatch((theme) -> theme.id().equals(BASE))) {
			throw new StartFailure("There is no theme \"base\" in " + folder + ". Check --portal.themes.");
		}
		this.current = ThemeSet.of(this.builtIn, broken);
		this.current.messages().forEach(Themes::tell);
		reload();
	}

	/**
	 * Themes of a folder beside those that come with the portal, to look through them:
	 * here they may take the place of one that comes with it.
	 * @param folder that holds folders of themes
	 */
	public static Themes withFolder(String location, Path folder) {
		return new Themes(location, folder, true);
	}

	/** Ids that a site may name: of all folders, also of those that cannot be used. */
	@Override
	public Set<String> ids() {
		ThemeSet set = this.current;
		Set<String> ids = new TreeSet<>(set.themes().keySet());
		ids.addAll(set.broken().keySet());
		return ids;
	}

	/** All that can be used, by the alphabet of their names. */
	public List<Theme> all() {
		return this.current.themes()
			.values()
			.stream()
			.sorted(Comparator.comparing(Theme::name, VietnameseText.alphabetical()).thenComparing(Theme::id))
			.toList();
	}

	/** The theme with this id, where there is one that can be used. */
	public Optional<Theme> find(String id) {
		return Optional.ofNullable(this.current.themes().get(id));
	}

	/**
	 * The theme with this id. Where it cannot be used its nearest parent that can; the
	 * base where there is no such theme at all.
	 */
	public Theme get(String id) {
		return this.current.get(id);
	}

	/** The theme that every other inherits from. */
	public Theme base() {
		return get(BASE);
	}

	/** Why folders are left out, by their names. */
	public Map<String, BrokenTheme> broken() {
		return this.current.broken();
	}

	/** Where the operator's own themes are looked for. */
	Path extraFolder() {
		return this.extra;
	}

	/**
	 * Raised whenever a theme came, went or changed while this node runs: what was made
	 * with themes is to be made anew then.
	 */
	public long generation() {
		return this.generation;
	}

	/**
	 * All styles of the theme's chain, from the base down, with the palettes.
	 * @param accent a colour of the site's own, or {@code null}; where it could not be
	 * read on this theme, its nearest neighbour is taken
	 */
	public String stylesheet(Theme theme, @Nullable String accent) {
		return this.stylesheets.get(theme.stylesheetAddress(accent), (key) -> joined(theme, accent));
	}

	/** An asset of the theme, or of the nearest parent that has it. */
	public Optional<Resource> asset(Theme theme, String path) {
		return ASSET.matcher(path).matches() ? find(theme, "assets/" + path) : Optional.empty();
	}

	/** The theme's own picture, by which boards choose. */
	public Optional<Resource> preview(Theme theme) {
		return file(theme.id(), ThemeFolder.PREVIEW);
	}

	/** All that the theme's own folder holds, by path. */
	public Map<String, Resource> files(Theme theme) {
		Map<String, Resource> files = new TreeMap<>();
		ThemeFolder folder = this.current.folders().get(theme.id());
		if (folder != null) {
			folder.files().forEach((path) -> file(theme.id(), path).ifPresent((file) -> files.put(path, file)));
		}
		return files;
	}

	/** Lets a template engine find the templates of all themes. */
	public ITemplateResolver templateResolver() {
		return new ThemeTemplateResolver(this, true);
	}

	/**
	 * A template of a theme, or of its nearest parent that has it.
	 * @param id of the theme
	 */
	Optional<Resource> template(String id, String name) {
		return find(get(id), ThemeFolder.templateFile(name));
	}

	/**
	 * Reads the operator's folder again. Pages being made meanwhile go on with what they
	 * began with.
	 * @return whether something has changed
	 */
	public synchronized boolean reload() {
		String seen = stampOfExtra();
		Map<String, BrokenTheme> broken = new TreeMap<>(this.builtInBroken);
		Map<String, ThemeFolder> folders = new LinkedHashMap<>();
		this.builtIn.forEach((folder) -> folders.put(folder.id(), folder));
		Set<String> taken = this.replacing ? Set.of() : ids(this.builtIn, this.builtInBroken);
		ThemeReader reader = new ThemeReader((id, problem) -> broken.put(id, taken.contains(id) ? taken() : problem));
		try {
			for (ThemeFolder folder : reader.read(this.extra)) {
				if (taken.contains(folder.id())) {
					broken.put(folder.id(), taken());
				}
				else {
					folders.put(folder.id(), folder);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			log.error("The themes in {} cannot be read, so they stay as they were: {}", this.extra, ex.getMessage());
			return false;
		}
		this.stamp = seen;
		ThemeSet before = this.current;
		ThemeSet fresh = ThemeSet.of(folders.values(), broken);
		if (fresh.isLike(before)) {
			return false;
		}
		Map<String, String> known = before.messages();
		fresh.messages().forEach((id, problem) -> {
			if (!problem.equals(known.get(id))) {
				tell(id, problem);
			}
		});
		this.current = fresh;
		// last: who has seen the new number has the new themes
		this.generation++;
		return true;
	}

	/**
	 * Reads the operator's folder again once it has changed and come to rest, so that a
	 * theme is not taken in while it is still being copied.
	 */
	synchronized void reloadWhenChanged() {
		String seen = stampOfExtra();
		if (!seen.equals(this.stamp) && seen.equals(this.stampBefore) && reload()) {
			log.info("The themes in {} have changed and were read again", this.extra);
		}
		this.stampBefore = seen;
	}

	/** Names, sizes and times of all files; nothing is read. */
	private String stampOfExtra() {
		if (!Files.isDirectory(this.extra)) {
			return "";
		}
		try (Stream<Path> files = Files.walk(this.extra, FileVisitOption.FOLLOW_LINKS)) {
			List<String> lines = new ArrayList<>();
			for (Path file : (Iterable<Path>) files.sorted()::iterator) {
				if (Files.isRegularFile(file)) {
					lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
				}
			}
			return ThemeReader.hash(String.join("\n", lines));
		}
		catch (IOException | UncheckedIOException ex) {
			// something is being moved about: another look will tell
			log.debug("The themes in {} cannot be looked through", this.extra, ex);
			return "?";
		}
	}

	private static Set<String> ids(List<ThemeFolder> folders, Map<String, BrokenTheme> broken) {
		Set<String> ids = new TreeSet<>(broken.keySet());
		folders.forEach((folder) -> ids.add(folder.id()));
		return ids;
	}

	private static BrokenTheme taken() {
		return new BrokenTheme("taken", "has the name of one that comes with the portal; rename the folder.");
	}

	private static void tell(String id, String problem) {
		log.error("The theme \"{}\" is left out: it {}", id, problem);
	}

	private Optional<Resource> find(Theme theme, String path) {
		return theme.chain().stream().flatMap((id) -> file(id, path).stream()).findFirst();
	}

	private Optional<Resource> file(String id, String path) {
		ThemeFolder folder = this.current.folders().get(id);
		return (folder != null && folder.files().contains(path))
				? Optional.of(this.resources.getResource(folder.location() + path)).filter(Resource::exists)
				: Optional.empty();
	}

	private String joined(Theme theme, @Nullable String accent) {
		StringBuilder styles = new StringBuilder();
		for (String id : theme.chain().reversed()) {
			file(id, ThemeFolder.STYLE).ifPresent((style) -> {
				try {
					styles.append(style.getContentAsString(StandardCharsets.UTF_8)).append('\n');
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		return tokens(theme, accent) + Stylesheet.compact(styles.toString());
	}

	private static String tokens(Theme theme, @Nullable String accent) {
		Map<String, String> light = theme.light();
		Map<String, String> dark = theme.dark();
		if (accent != null) {
			light = with(light, Accent.nearest(theme, accent));
			dark = with(dark, Accent.dark(theme, accent));
		}
		return ":root{color-scheme:light dark;" + declarations(light) + "}@media(prefers-color-scheme:dark){:root{"
				+ declarations(dark) + "}}";
	}

	private static Map<String, String> with(Map<String, String> palette, String accent) {
		Map<String, String> own = new LinkedHashMap<>(palette);
		own.put("accent", accent);
		own.put("accent-ink", Accent.ink(accent));
		return own;
	}

	private static String declarations(Map<String, String> colours) {
		StringBuilder declarations = new StringBuilder();
		colours.forEach((name, value) -> declarations.append("--").append(name).append(':').append(value).append(';'));
		return declarations.toString();
	}

}
