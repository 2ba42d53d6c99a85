package vn.conglang.appearance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Reads folders of themes. Every file is read once, to hash it; nothing of it is kept but
 * what theme.yaml says.
 */
class ThemeReader {

	static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

	private static final Set<String> REGIONS = Set.of("top", "main", "side", "bottom");

	/** What belongs to a theme; anything else that lies there is not looked at. */
	private static final Pattern PART = Pattern
		.compile("theme\\.yaml|style\\.css|preview\\.webp|(templates|assets)/[^.].*[^/]");

	private static final String DECLARATION = "theme.yaml";

	private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	private final YAMLMapper yaml = new YAMLMapper();

	private final BiConsumer<String, BrokenTheme> broken;

	private int filesRead;

	/**
	 * A reader.
	 * @param broken is told the id of a folder that cannot be used, and why
	 */
	ThemeReader(BiConsumer<String, BrokenTheme> broken) {
		this.broken = broken;
	}

	/** How many files it has read so far. */
	int filesRead() {
		return this.filesRead;
	}

	/** All themes of a folder on the disk that may be absent. */
	List<ThemeFolder> read(Path folder) throws IOException {
		return Files.isDirectory(folder) ? read(folder.toUri().toString(), true) : List.of();
	}

	/**
	 * All themes below a location.
	 * @param location as of a Spring resource, with a slash at the end
	 * @param added whether operators brought them
	 */
	List<ThemeFolder> read(String location, boolean added) throws IOException {
		Map<String, Map<String, Resource>> folders = new TreeMap<>();
		for (Resource file : this.resources.getResources(location + "*/" + DECLARATION)) {
			String address = file.getURL().toString();
			folders.put(address.substring(0, address.length() - DECLARATION.length()), new TreeMap<>());
		}
		for (Resource file : this.resources.getResources(location + "*/**/*.*")) {
			String address = file.getURL().toString();
			for (int end = address.lastIndexOf('/'); end > 0; end = address.lastIndexOf('/', end - 1)) {
				Map<String, Resource> files = folders.get(address.substring(0, end + 1));
				if (files != null) {
					String name = address.substring(end + 1);
					if (PART.matcher(name).matches() && file.isReadable()) {
						files.put(name, file);
					}
					break;
				}
			}
		}
		List<ThemeFolder> read = new ArrayList<>();
		folders.forEach((address, files) -> {
			String path = StringUtils.uriDecode(address.substring(0, address.length() - 1), StandardCharsets.UTF_8);
			String id = path.substring(path.lastIndexOf('/') + 1);
			try {
				read.add(folder(id, address, added, files));
			}
			catch (BrokenTheme ex) {
				this.broken.accept(id, ex);
			}
		});
		return read;
	}

	private ThemeFolder folder(String id, String location, boolean added, Map<String, Resource> files) {
		if (!ID.matcher(id).matches()) {
			throw new BrokenTheme("id", "has a folder name with other than a-z, 0-9 and -.");
		}
		MessageDigest digest = digest();
		JsonNode declared = this.yaml.createObjectNode();
		for (Map.Entry<String, Resource> file : files.entrySet()) {
			digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
			if (file.getKey().equals(DECLARATION)) {
				ByteArrayOutputStream content = new ByteArrayOutputStream();
				read(file.getKey(), file.getValue(), content);
				declared = declaration(content.toByteArray());
				digest.update(content.toByteArray());
			}
			else {
				read(file.getKey(), file.getValue(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
			}
			digest.update((byte) 0);
		}
		try {
			return new ThemeFolder(id, location, added, declared.path("name").asString(id),
					declared.path("description").asString(""), parent(id, declared),
					colours(declared.path("palette").path("light")), colours(declared.path("palette").path("dark")),
					regions(declared.path("regions")), new TreeSet<>(files.keySet()),
					HexFormat.of().formatHex(digest.digest()));
		}
		catch (JacksonException ex) {
			throw unreadable(ex);
		}
	}

	private void read(String name, Resource file, OutputStream into) {
		this.filesRead++;
		try (InputStream content = file.getInputStream()) {
			content.transferTo(into);
		}
		catch (IOException ex) {
			throw new BrokenTheme("file", "has a file %s that cannot be read: %s", name,
					String.valueOf(ex.getMessage()));
		}
	}

	private JsonNode declaration(byte[] content) {
		try {
			JsonNode declared = this.yaml.readTree(content);
			if (declared.isMissingNode() || declared.isNull()) {
				return this.yaml.createObjectNode();
			}
			if (!declared.isObject()) {
				throw new BrokenTheme("yaml", "has a theme.yaml that is not readable: %s", "name: …");
			}
			return declared;
		}
		catch (JacksonException ex) {
			throw unreadable(ex);
		}
	}

	private static BrokenTheme unreadable(JacksonException ex) {
		return new BrokenTheme("yaml", "has a theme.yaml that is not readable: %s",
				ex.getOriginalMessage().replaceAll("\\s+", " ") + ((ex.getLocation() != null)
						? " (" + ex.getLocation().getLineNr() + ":" + ex.getLocation().getColumnNr() + ")" : ""));
	}

	private static @Nullable String parent(String id, JsonNode declared) {
		return id.equals(Themes.BASE) ? null : declared.path("parent").asString(Themes.BASE);
	}

	private static Map<String, String> colours(JsonNode palette) {
		Map<String, String> colours = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> colour : palette.properties()) {
			String value = colour.getValue().asString("");
			if (!COLOUR.matcher(value).matches() || !ID.matcher(colour.getKey()).matches()) {
				throw new BrokenTheme("colour", "names a colour \"%s\" for %s; write it as #rrggbb.", value,
						colour.getKey());
			}
			colours.put(colour.getKey(), value);
		}
		return colours;
	}

	private static @Nullable List<Theme.Region> regions(JsonNode declared) {
		if (declared.isMissingNode()) {
			return null;
		}
		List<Theme.Region> regions = new ArrayList<>();
		for (Map.Entry<String, JsonNode> region : declared.properties()) {
			if (!REGIONS.contains(region.getKey())) {
				throw new BrokenTheme("region", "names an unknown region \"%s\"; there are top, main, side and bottom.",
						region.getKey());
			}
			List<String> blocks = new ArrayList<>();
			for (JsonNode block : region.getValue().path("blocks").values()) {
				String type = block.asString("");
				if (!ID.matcher(type).matches()) {
					throw new BrokenTheme("block", "names a block \"%s\" in %s; its type may hold a-z, 0-9 and - only.",
							type, region.getKey());
				}
				blocks.add(type);
			}
			regions.add(new Theme.Region(region.getKey(), region.getValue().path("name").asString(region.getKey()),
					List.copyOf(blocks)));
		}
		return List.copyOf(regions);
	}

	/** A short name for a long text. */
	static String hash(String text) {
		return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
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
