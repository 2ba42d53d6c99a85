package vn.conglang.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads files of YAML that operators write, each checked against a JSON schema. What is
 * wrong is told with file and line, all of it at once.
 */
public final class CheckedYaml {

	private final YAMLMapper yaml = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final Schema schema;

	/**
	 * A reader of files of one kind.
	 * @param schema place of the JSON schema on the class path
	 */
	public CheckedYaml(String schema) {
		try (InputStream content = new ClassPathResource(schema).getInputStream()) {
			this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(content, InputFormat.JSON);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The schema " + schema + " is missing", ex);
		}
	}

	/**
	 * The files of a folder, by name; none where there is no such folder.
	 * @param location folder as Spring names resources: {@code file:…} or
	 * {@code classpath:…}
	 * @param pattern {@code *.yaml}
	 * @throws IOException if the folder cannot be read
	 */
	public static List<Resource> files(String location, String pattern) throws IOException {
		String folder = location.endsWith("/") ? location : location + "/";
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(folder + pattern))
			.filter(Resource::exists)
			.sorted(Comparator.comparing((Resource file) -> String.valueOf(file.getFilename())))
			.toList();
	}

	/**
	 * Reads a file.
	 * @param name of the file as mistakes are to name it
	 * @param mistakes takes up what is wrong
	 * @return its content, {@code null} if anything is wrong
	 */
	public @Nullable JsonNode read(Resource resource, String name, Collection<Mistake> mistakes) {
		try (InputStream content = resource.getInputStream()) {
			JsonNode root = JsonNodes.readTree(this.yaml, content, LocationJsonNodeFactoryFactory.getInstance());
			if (root == null || !root.isObject()) {
				mistakes.add(new Mistake(name, 1, "the file is empty or no mapping"));
				return null;
			}
			List<Error> errors = this.schema.validate(root);
			for (Error error : errors) {
				// where nothing of an alternative fits, only the reason below it is of
				// use
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

	/** The line in its file that something read was written in. */
	public static int line(@Nullable JsonNode node) {
		TokenStreamLocation location = (node != null) ? JsonNodes.tokenStreamLocationOf(node) : null;
		return (location != null) ? Math.max(1, location.getLineNr()) : 1;
	}

	/** All mistakes, a line each, in the order of files and lines. */
	public static String told(Collection<Mistake> mistakes) {
		return mistakes.stream()
			.sorted(Comparator.comparing(Mistake::file).thenComparing(Mistake::line))
			.map(Mistake::toString)
			.collect(Collectors.joining("\n"));
	}

	private static Mistake unreadable(String name, JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		String reason = String.valueOf(ex.getOriginalMessage()).lines().findFirst().orElse("");
		return new Mistake(name, (location != null) ? Math.max(1, location.getLineNr()) : 1,
				"not readable as YAML: " + reason);
	}

	private static String shown(@Nullable JsonNode node) {
		return (node != null && node.isValueNode()) ? " (\"" + node.asString() + "\")" : "";
	}

	/** A mistake an operator can find and mend. */
	public record Mistake(String file, int line, String reason) {

		@Override
		public String toString() {
			return this.file + ":" + this.line + ": " + this.reason;
		}

	}

}
