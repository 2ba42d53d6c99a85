package vn.conglang.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.EntryType;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks up where links inside lead: entries, categories and files in the database, all
 * other pages among the addresses at which the portal answers citizens.
 */
@Component
class InternalLinks {

	private static final Pattern FILE = Pattern.compile("/(?:media|tep)/([0-9a-f]{16,64})/[^/]+");

	private static final Pattern CATEGORY = Pattern.compile("/chuyen-muc/([^/]+)");

	private static final Pattern ENTRY = Pattern.compile("(/[a-z-]+)/([^/]+)");

	private final JdbcClient overseer;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	InternalLinks(@Qualifier("overseerJdbc") JdbcClient overseer,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.overseer = overseer;
		this.mappings = mappings;
	}

	/**
	 * What is wrong with links.
	 * @return only those with which something is
	 */
	Map<Place, Problem> wrong(Collection<Place> places) {
		Map<Place, Problem> wrong = new HashMap<>();
		List<Place> entries = new ArrayList<>();
		List<Place> categories = new ArrayList<>();
		List<Place> files = new ArrayList<>();
		for (Place place : Set.copyOf(places)) {
			if (FILE.matcher(place.path()).matches()) {
				files.add(place);
			}
			else if (CATEGORY.matcher(place.path()).matches()) {
				categories.add(place);
			}
			else if (type(place) != null) {
				entries.add(place);
			}
			else if (!isPage(place.path())) {
				wrong.put(place, Problem.MISSING);
			}
		}
		Map<Place, String> states = found("""
				SELECT w.site_id, w.name, e.status || CASE WHEN s.status = 'ACTIVE' THEN '' ELSE '-' END AS state
				FROM unnest(:sites, :names) AS w (site_id, name)
				JOIN entry e ON e.site_id = w.site_id AND e.type = split_part(w.name, ' ', 1)
				AND e.slug = split_part(w.name, ' ', 2)
				JOIN site s ON s.id = e.site_id""", entries, (place) -> type(place) + " " + group(ENTRY, place, 2));
		entries.forEach((place) -> note(wrong, place, switch (states.getOrDefault(place, "")) {
			case "PUBLISHED" -> null;
			case "WITHDRAWN" -> Problem.WITHDRAWN;
			case "DRAFT" -> Problem.UNPUBLISHED;
			case "" -> Problem.MISSING;
			default -> Problem.NO_SITE;
		}));
		Map<Place, String> known = found("""
				SELECT w.site_id, w.name, '' AS state FROM unnest(:sites, :names) AS w (site_id, name)
				JOIN category c ON c.site_id = w.site_id AND c.slug = w.name""", categories,
				(place) -> group(CATEGORY, place, 1));
		categories.forEach((place) -> note(wrong, place, known.containsKey(place) ? null : Problem.MISSING));
		Map<Place, String> there = found("""
				SELECT w.site_id, w.name, '' AS state FROM unnest(:sites, :names) AS w (site_id, name)
				WHERE EXISTS (SELECT FROM media m WHERE m.site_id = w.site_id AND m.hash = w.name)""", files,
				(place) -> group(FILE, place, 1));
		files.forEach((place) -> note(wrong, place, there.containsKey(place) ? null : Problem.NO_FILE));
		return wrong;
	}

	private Map<Place, String> found(String query, List<Place> places,
			java.util.function.Function<Place, String> name) {
		Map<Place, String> found = new HashMap<>();
		if (places.isEmpty()) {
			return found;
		}
		Map<String, List<Place>> byName = places.stream()
			.collect(Collectors.groupingBy((place) -> place.site() + " " + name.apply(place)));
		this.overseer.sql(query)
			.param("sites", places.stream().map(Place::site).toArray(Long[]::new))
			.param("names", places.stream().map(name).toArray(String[]::new))
			.query((row) -> {
				String state = row.getString("state");
				byName.getOrDefault(row.getLong("site_id") + " " + row.getString("name"), List.of())
					.forEach((place) -> found.put(place, state));
			});
		return found;
	}

	private static void note(Map<Place, Problem> wrong, Place place, @Nullable Problem problem) {
		if (problem != null) {
			wrong.put(place, problem);
		}
	}

	private static @Nullable EntryType type(Place place) {
		Matcher entry = ENTRY.matcher(place.path());
		return entry.matches() ? EntryType.ofPath(entry.group(1)).orElse(null) : null;
	}

	private static String group(Pattern pattern, Place place, int group) {
		Matcher matcher = pattern.matcher(place.path());
		return matcher.matches() ? matcher.group(group) : "";
	}

	/** Whether the portal answers citizens there; not known in a command. */
	private boolean isPage(String path) {
		RequestMappingHandlerMapping mapping = this.mappings.getIfAvailable();
		if (mapping == null) {
			return true;
		}
		PathContainer asked = PathContainer.parsePath(path);
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((handler) -> isPublic(handler.getValue().getBeanType()))
			.flatMap((handler) -> handler.getKey().getPathPatternsCondition() != null
					? handler.getKey().getPathPatternsCondition().getPatterns().stream()
					: java.util.stream.Stream.<PathPattern>empty())
			.anyMatch((pattern) -> pattern.matches(asked));
	}

	private static boolean isPublic(Class<?> controller) {
		OnFace face = AnnotatedElementUtils.findMergedAnnotation(controller, OnFace.class);
		return face == null || face.value() == Face.PUBLIC;
	}

	/**
	 * Where a link leads.
	 *
	 * @param site identity
	 * @param path decoded
	 */
	record Place(long site, String path) {
	}

}
