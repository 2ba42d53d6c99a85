package vn.conglang.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.conglang.kernel.StartFailure;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the files of a tenant configuration and checks them: each against the JSON
 * schema, all together for what a schema cannot see. Either everything is right or
 * nothing is used.
 */
class TenantConfigurationReader {

	private static final Set<String> RESERVED_SLUGS = Set.of("quan-tri", "www", "localhost");

	private final YAMLMapper yaml = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final Schema schema = schema();

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
		List<Mistake> mistakes = new ArrayList<>();
		Map<String, JsonNode> files = new HashMap<>();
		for (Resource resource : files(location)) {
			String name = String.valueOf(resource.getFilename());
			JsonNode root = parse(resource, name, mistakes);
			if (root != null) {
				files.put(name, root);
			}
		}
		TenantConfiguration configuration = mistakes.isEmpty() ? assemble(files, mistakes) : null;
		if (configuration == null) {
			throw new StartFailure("The tenant configuration in " + location + " has mistakes; nothing was changed:\n"
					+ mistakes.stream()
						.sorted(Comparator.comparing(Mistake::file).thenComparing(Mistake::line))
						.map(Mistake::toString)
						.collect(Collectors.joining("\n")));
		}
		return configuration;
	}

	private static List<Resource> files(String location) {
		try {
			String pattern = (location.endsWith("/") ? location : location + "/") + "*.yaml";
			List<Resource> found = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
				.sorted(Comparator.comparing((Resource file) -> String.valueOf(file.getFilename())))
				.toList();
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

	private @Nullable JsonNode parse(Resource resource, String name, List<Mistake> mistakes) {
		try (InputStream content = resource.getInputStream()) {
			JsonNode root = JsonNodes.readTree(this.yaml, content, LocationJsonNodeFactoryFactory.getInstance());
			if (root == null || !root.isObject()) {
				mistakes.add(new Mistake(name, 1, "the file is empty or no mapping"));
				return null;
			}
			List<Error> errors = this.schema.validate(root);
			for (Error error : errors) {
				// of "neither province nor area" only the reason below is of use
				if (!error.getMessageKey().equals("oneOf") || errors.size() == 1) {
					JsonNode node = error.getInstanceNode();
					mistakes.add(new Mistake(name, line(node),
							error.getInstanceLocation() + " " + error.getMessage() + shown(node)));
				}
			}
			return errors.isEmpty() ? root : null;
		}
		catch (IllegalArgumentException ex) {
			mistakes.add((ex.getCause() instanceof JacksonException cause) ? unreadable(name, cause)
					: new Mistake(name, 1, "not readable as YAML: " + ex.getMessage()));
			return null;
		}
		catch (IOException ex) {
			mistakes.add(new Mistake(name, 1, "not readable: " + ex.getMessage()));
			return null;
		}
	}

	private static Mistake unreadable(String name, JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		String reason = String.valueOf(ex.getOriginalMessage()).lines().findFirst().orElse("");
		return new Mistake(name, (location != null) ? Math.max(1, location.getLineNr()) : 1,
				"not readable as YAML: " + reason);
	}

	private @Nullable TenantConfiguration assemble(Map<String, JsonNode> files, List<Mistake> mistakes) {
		TenantConfiguration.DeclaredProvince province = null;
		List<TenantConfiguration.DeclaredArea> areas = new ArrayList<>();
		Names names = new Names(mistakes);
		for (Map.Entry<String, JsonNode> file : new TreeMap<>(files).entrySet()) {
			JsonNode root = file.getValue();
			if (root.has("province")) {
				JsonNode node = root.get("province");
				if (province != null) {
					mistakes.add(new Mistake(file.getKey(), line(node), "a second province; there can be only one"));
				}
				province = new TenantConfiguration.DeclaredProvince(text(node, "slug"), text(node, "kind"),
						text(node, "name"));
			}
			else {
				areas.add(area(file.getKey(), root, names));
			}
		}
		if (province == null) {
			mistakes.add(new Mistake("province.yaml", 1, "no file declares the province"));
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
			names.mistakes.add(new Mistake(file, line(node.get("slug")), "slug \"" + slug + "\" is reserved"));
		}
		names.claim("slug", slug, file, node.get("slug"));
		String theme = text(node, "theme");
		if (!this.themes.contains(theme)) {
			names.mistakes.add(new Mistake(file, line(node.get("theme")),
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

	private static String shown(@Nullable JsonNode node) {
		return (node != null && node.isValueNode()) ? " (\"" + node.asString() + "\")" : "";
	}

	private static int line(@Nullable JsonNode node) {
		TokenStreamLocation location = (node != null) ? JsonNodes.tokenStreamLocationOf(node) : null;
		return (location != null) ? Math.max(1, location.getLineNr()) : 1;
	}

	private static Schema schema() {
		try (InputStream content = new ClassPathResource("tenant-config/schema.json").getInputStream()) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(content, InputFormat.JSON);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The schema of the tenant configuration is missing", ex);
		}
	}

	/** A mistake an operator can find and mend. */
	record Mistake(String file, int line, String reason) {

		@Override
		public String toString() {
			return this.file + ":" + this.line + ": " + this.reason;
		}

	}

	/** Names that may be given once only, and where each was given. */
	private record Names(List<Mistake> mistakes, Map<String, String> taken) {

		Names(List<Mistake> mistakes) {
			this(mistakes, new HashMap<>());
		}

		void claim(String kind, String name, String file, JsonNode node) {
			String here = file + ":" + line(node);
			String before = this.taken.putIfAbsent(kind + " " + name, here);
			if (before != null) {
				this.mistakes
					.add(new Mistake(file, line(node), kind + " \"" + name + "\" is already used at " + before));
			}
		}

	}

}
