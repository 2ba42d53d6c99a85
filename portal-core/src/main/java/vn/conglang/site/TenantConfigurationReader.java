package vn.conglang.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.conglang.kernel.StartFailure;

import org.springframework.core.io.Resource;

/**
 * Reads the files of a tenant configuration and checks them: each against the JSON
 * schema, all together for what a schema cannot see. Either everything is right or
 * nothing is used.
 */
class TenantConfigurationReader {

	private static final Set<String> RESERVED_SLUGS = Set.of("quan-tri", "www", "localhost");

	private final CheckedYaml yaml = new CheckedYaml("tenant-config/schema.json");

	private final Set<String> themes;

	TenantConfigurationReader(Set<String> themes) {
		this.themes = themes;
	}

	/**
	 * Reads a folder.
	 * @param location folder as Spring names resources: {@code file:…} or
	 * {@code classpath:…}
	 * @throws StartFailure a line per mistake: file, line, reason
	 */
	TenantConfiguration read(String location) {
		List<CheckedYaml.Mistake> mistakes = new ArrayList<>();
		Map<String, JsonNode> files = new HashMap<>();
		for (Resource resource : files(location)) {
			String name = String.valueOf(resource.getFilename());
			JsonNode root = this.yaml.read(resource, name, mistakes);
			if (root != null) {
				files.put(name, root);
			}
		}
		TenantConfiguration configuration = mistakes.isEmpty() ? assemble(files, mistakes) : null;
		if (configuration == null) {
			throw new StartFailure("The tenant configuration in " + location + " has mistakes; nothing was changed:\n"
					+ CheckedYaml.told(mistakes));
		}
		return configuration;
	}

	private static List<Resource> files(String location) {
		try {
			List<Resource> found = CheckedYaml.files(location, "*.yaml");
			if (found.isEmpty()) {
				throw new StartFailure("There is no tenant configuration in " + location
						+ " (no *.yaml). Check --portal.tenant-config.");
			}
			return found;
		}
		catch (IOException ex) {
			throw new StartFailure("The tenant configuration in " + location + " cannot be read: " + ex.getMessage(),
					ex);
		}
	}

	private @Nullable TenantConfiguration assemble(Map<String, JsonNode> files, List<CheckedYaml.Mistake> mistakes) {
		TenantConfiguration.DeclaredProvince province = null;
		List<TenantConfiguration.DeclaredArea> areas = new ArrayList<>();
		Names names = new Names(mistakes);
		for (Map.Entry<String, JsonNode> file : new TreeMap<>(files).entrySet()) {
			JsonNode root = file.getValue();
			if (root.has("province")) {
				JsonNode node = root.get("province");
				if (province != null) {
					mistakes.add(new CheckedYaml.Mistake(file.getKey(), CheckedYaml.line(node),
							"a second province; there can be only one"));
				}
				province = new TenantConfiguration.DeclaredProvince(text(node, "slug"), text(node, "kind"),
						text(node, "name"));
			}
			else {
				areas.add(area(file.getKey(), root, names));
			}
		}
		if (province == null) {
			mistakes.add(new CheckedYaml.Mistake("province.yaml", 1, "no file declares the province"));
		}
		return (mistakes.isEmpty() && province != null) ? new TenantConfiguration(province, List.copyOf(areas)) : null;
	}

	private TenantConfiguration.DeclaredArea area(String file, JsonNode root, Names names) {
		JsonNode area = root.get("area");
		names.claim("area", text(area, "slug"), file, area.get("slug"));
		List<TenantConfiguration.DeclaredSite> sites = new ArrayList<>();
		for (JsonNode node : root.get("sites")) {
			sites.add(site(file, node, names));
		}
		return new TenantConfiguration.DeclaredArea(text(area, "slug"), area.path("code").asString(""),
				text(area, "kind"), text(area, "name"), List.copyOf(sites));
	}

	private TenantConfiguration.DeclaredSite site(String file, JsonNode node, Names names) {
		String slug = text(node, "slug");
		if (RESERVED_SLUGS.contains(slug)) {
			names.mistakes.add(new CheckedYaml.Mistake(file, CheckedYaml.line(node.get("slug")),
					"slug \"" + slug + "\" is reserved"));
		}
		names.claim("slug", slug, file, node.get("slug"));
		String theme = text(node, "theme");
		if (!this.themes.contains(theme)) {
			names.mistakes.add(new CheckedYaml.Mistake(file, CheckedYaml.line(node.get("theme")),
					"unknown theme \"" + theme + "\"; there are " + new TreeSet<>(this.themes)));
		}
		List<String> hosts = new ArrayList<>();
		for (JsonNode host : node.path("hosts")) {
			names.claim("host", host.asString(), file, host);
			hosts.add(host.asString().toLowerCase(Locale.ROOT));
		}
		JsonNode integrations = node.path("integrations");
		return new TenantConfiguration.DeclaredSite(slug, text(node, "code"), text(node, "kind"), text(node, "name"),
				theme, List.copyOf(hosts),
				new Site.Integrations(integrations.path("matomo").isInt() ? integrations.path("matomo").asInt() : null,
						textOrNull(integrations.path("emc")), textOrNull(integrations.path("trust-badge")),
						textOrNull(integrations.path("google")), textOrNull(integrations.path("bing")),
						textOrNull(integrations.path("zalo"))));
	}

	private static String text(JsonNode node, String field) {
		return node.get(field).asString();
	}

	private static @Nullable String textOrNull(JsonNode node) {
		return node.isString() ? node.asString() : null;
	}

	/** Names that may be given once only, and where each was given. */
	private record Names(List<CheckedYaml.Mistake> mistakes, Map<String, String> taken) {

		Names(List<CheckedYaml.Mistake> mistakes) {
			this(mistakes, new HashMap<>());
		}

		void claim(String kind, String name, String file, JsonNode node) {
			String here = file + ":" + CheckedYaml.line(node);
			String before = this.taken.putIfAbsent(kind + " " + name, here);
			if (before != null) {
				this.mistakes.add(new CheckedYaml.Mistake(file, CheckedYaml.line(node),
						kind + " \"" + name + "\" is already used at " + before));
			}
		}

	}

}
