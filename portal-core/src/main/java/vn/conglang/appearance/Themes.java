package vn.conglang.appearance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.KnownThemes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All themes, read once at start from their folders. Only texts that every page needs are
 * kept in memory; templates and assets are read when asked for.
 */
@Component
public class Themes implements KnownThemes {

	/** The theme that every other inherits from. */
	public static final String BASE = "base";

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

	private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern ASSET = Pattern
		.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

	private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	private final String location;

	private final Map<String, Theme> themes;

	Themes(@Value("${portal.themes}") String location) {
		this.location = location.endsWith("/") ? location : location + "/";
		this.themes = load();
	}

	@Override
	public Set<String> ids() {
		return this.themes.keySet();
	}

	/** The theme with this id, or the base where there is none. */
	public Theme get(String id) {
		Theme theme = this.themes.get(id);
		return (theme != null) ? theme : base();
	}

	/** The theme that every other inherits from. */
	public Theme base() {
		Theme base = this.themes.get(BASE);
		if (base == null) {
			throw new StartFailure("There is no theme \"base\" in " + this.location + ". Check --portal.themes.");
		}
		return base;
	}

	/** An asset of the theme, or of the nearest parent that has it. */
	public Optional<Resource> asset(Theme theme, String path) {
		return ASSET.matcher(path).matches() ? find(theme, "assets/" + path) : Optional.empty();
	}

	/** A template of the theme, or of the nearest parent that has it. */
	Optional<Resource> template(Theme theme, String name) {
		return ID.matcher(name).matches() ? find(theme, "templates/" + name + ".html") : Optional.empty();
	}

	private Optional<Resource> find(Theme theme, String path) {
		return theme.chain()
			.stream()
			.map((id) -> this.resources.getResource(this.location + id + "/" + path))
			.filter(Resource::exists)
			.findFirst();
	}

	private Map<String, Theme> load() {
		Map<String, JsonNode> declared = new TreeMap<>();
		YAMLMapper yaml = new YAMLMapper();
		try {
			for (Resource file : this.resources.getResources(this.location + "*/theme.yaml")) {
				String path = file.getURL().toString();
				String folder = path.substring(0, path.lastIndexOf('/'));
				String id = folder.substring(folder.lastIndexOf('/') + 1);
				if (!ID.matcher(id).matches()) {
					throw new StartFailure("The folder name of the theme \"" + id + "\" may hold a-z, 0-9 and - only.");
				}
				try (InputStream content = file.getInputStream()) {
					declared.put(id, yaml.readTree(content));
				}
				catch (JacksonException ex) {
					throw new StartFailure("The theme.yaml of \"" + id + "\" is not readable: " + ex.getMessage(), ex);
				}
			}
			if (!declared.containsKey(BASE)) {
				throw new StartFailure("There is no theme \"base\" in " + this.location + ". Check --portal.themes.");
			}
			Map<String, Theme> loaded = new LinkedHashMap<>();
			for (String id : declared.keySet()) {
				loaded.put(id, build(id, declared));
			}
			return loaded;
		}
		catch (IOException ex) {
			throw new StartFailure("The themes in " + this.location + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private Theme build(String id, Map<String, JsonNode> declared) throws IOException {
		List<String> chain = chain(id, declared);
		Map<String, String> light = new LinkedHashMap<>();
		Map<String, String> dark = new LinkedHashMap<>();
		StringBuilder styles = new StringBuilder();
		MessageDigest digest = digest();
		for (String ancestor : chain.reversed()) {
			JsonNode palette = Objects.requireNonNull(declared.get(ancestor)).path("palette");
			colours(ancestor, palette.path("light"), light);
			colours(ancestor, palette.path("dark"), dark);
			Resource style = this.resources.getResource(this.location + ancestor + "/style.css");
			if (style.exists()) {
				styles.append(style.getContentAsString(StandardCharsets.UTF_8)).append('\n');
			}
			for (Resource file : files(ancestor)) {
				digest.update(content(file));
			}
		}
		String stylesheet = tokens(light, dark) + styles;
		digest.update(stylesheet.getBytes(StandardCharsets.UTF_8));
		String version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
		JsonNode own = Objects.requireNonNull(declared.get(id));
		return new Theme(id, own.path("name").asString(id), own.path("description").asString(""),
				(chain.size() > 1) ? chain.get(1) : null, chain, version, stylesheet, light, dark);
	}

	private List<Resource> files(String id) throws IOException {
		return Arrays.stream(this.resources.getResources(this.location + id + "/assets/**/*.*"))
			.filter(Resource::isReadable)
			.sorted(Comparator.comparing(Resource::getDescription))
			.toList();
	}

	private static byte[] content(Resource file) throws IOException {
		try (InputStream content = file.getInputStream()) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			content.transferTo(bytes);
			return bytes.toByteArray();
		}
	}

	private static List<String> chain(String id, Map<String, JsonNode> declared) {
		List<String> chain = new ArrayList<>();
		String next = id;
		while (next != null) {
			if (chain.contains(next)) {
				throw new StartFailure("The theme \"" + id + "\" inherits from itself: " + chain);
			}
			JsonNode theme = declared.get(next);
			if (theme == null) {
				throw new StartFailure(
						"The theme \"" + chain.getLast() + "\" names an unknown parent \"" + next + "\".");
			}
			chain.add(next);
			next = parent(next, theme);
		}
		return List.copyOf(chain);
	}

	private static @Nullable String parent(String id, JsonNode theme) {
		return id.equals(BASE) ? null : theme.path("parent").asString(BASE);
	}

	private static void colours(String id, JsonNode palette, Map<String, String> into) {
		for (Map.Entry<String, JsonNode> colour : palette.properties()) {
			String value = colour.getValue().asString();
			if (!COLOUR.matcher(value).matches()) {
				throw new StartFailure("The theme \"" + id + "\" names a colour \"" + value + "\" for "
						+ colour.getKey() + "; write it as #rrggbb.");
			}
			into.put(colour.getKey(), value);
		}
	}

	private static String tokens(Map<String, String> light, Map<String, String> dark) {
		return ":root{color-scheme:light dark;" + declarations(light) + "}\n@media (prefers-color-scheme:dark){:root{"
				+ declarations(dark) + "}}\n";
	}

	private static String declarations(Map<String, String> colours) {
		StringBuilder declarations = new StringBuilder();
		colours.forEach((name, value) -> declarations.append("--").append(name).append(':').append(value).append(';'));
		return declarations.toString();
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
