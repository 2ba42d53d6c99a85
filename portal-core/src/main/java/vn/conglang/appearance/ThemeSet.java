package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * All themes as they are at a moment, with what they inherit.
 *
 * @param themes those that can be used, by id
 * @param broken why a folder is left out, by id; one of the operator's may have the id of
 * a theme that is used
 */
record ThemeSet(Map<String, Theme> themes, Map<String, ThemeFolder> folders, Map<String, BrokenTheme> broken) {

	private static final String CYCLE = "cycle";

	/**
	 * Joins folders with those they inherit from.
	 * @param unreadable folders that could not even be read
	 */
	static ThemeSet of(Collection<ThemeFolder> folders, Map<String, BrokenTheme> unreadable) {
		Map<String, ThemeFolder> byId = folders.stream()
			.collect(Collectors.toMap(ThemeFolder::id, Function.identity(), (one, other) -> one, TreeMap::new));
		Map<String, BrokenTheme> broken = new TreeMap<>(unreadable);
		Map<String, Theme> themes = new HashMap<>();
		for (String id : byId.keySet()) {
			try {
				build(id, byId, unreadable.keySet(), themes, new LinkedHashSet<>());
			}
			catch (BrokenTheme ex) {
				broken.put(id, ex);
			}
		}
		return new ThemeSet(Map.copyOf(themes), byId, broken);
	}

	/** The theme, or what stands for it where it is broken: the nearest parent known. */
	Theme get(String id) {
		Set<String> seen = new LinkedHashSet<>();
		for (String next = id; next != null && seen.add(next); next = parent(next)) {
			Theme theme = this.themes.get(next);
			if (theme != null) {
				return theme;
			}
		}
		return Objects.requireNonNull(this.themes.get(Themes.BASE));
	}

	/** Whether nobody would notice a difference. */
	boolean isLike(ThemeSet other) {
		return this.themes.equals(other.themes) && this.folders.equals(other.folders)
				&& messages().equals(other.messages());
	}

	/** What is wrong, by the theme's id. */
	Map<String, String> messages() {
		Map<String, String> messages = new TreeMap<>();
		this.broken.forEach((id, problem) -> messages.put(id, String.valueOf(problem.getMessage())));
		return messages;
	}

	private @Nullable String parent(String id) {
		ThemeFolder folder = this.folders.get(id);
		return (folder != null) ? folder.parent() : null;
	}

	private static Theme build(String id, Map<String, ThemeFolder> folders, Set<String> unreadable,
			Map<String, Theme> built, LinkedHashSet<String> children) {
		Theme known = built.get(id);
		if (known != null) {
			return known;
		}
		if (!children.add(id)) {
			throw new BrokenTheme(CYCLE, "inherits from itself: %s", String.join(" → ", children) + " → " + id);
		}
		ThemeFolder folder = Objects.requireNonNull(folders.get(id));
		String parent = folder.parent();
		Theme theme = (parent != null) ? inherit(folder, parent(parent, folders, unreadable, built, children))
				: root(folder);
		built.put(id, theme);
		return theme;
	}

	private static Theme parent(String id, Map<String, ThemeFolder> folders, Set<String> unreadable,
			Map<String, Theme> built, LinkedHashSet<String> children) {
		if (!folders.containsKey(id) && !unreadable.contains(id)) {
			throw new BrokenTheme("parent", "names an unknown parent \"%s\".", id);
		}
		try {
			if (folders.containsKey(id)) {
				return build(id, folders, unreadable, built, children);
			}
		}
		catch (BrokenTheme ex) {
			if (ex.key().endsWith(CYCLE)) {
				throw ex;
			}
		}
		throw new BrokenTheme("parentBroken", "inherits from \"%s\", which is broken.", id);
	}

	private static Theme root(ThemeFolder folder) {
		return new Theme(folder.id(), folder.name(), folder.description(), null, List.of(folder.id()),
				version("", folder), folder.light(), folder.dark(),
				(folder.regions() != null) ? folder.regions() : List.of(), templates(Map.of(), folder), folder.added(),
				folder.files().contains(ThemeFolder.PREVIEW));
	}

	private static Theme inherit(ThemeFolder folder, Theme parent) {
		List<String> chain = new ArrayList<>(List.of(folder.id()));
		chain.addAll(parent.chain());
		return new Theme(folder.id(), folder.name(), folder.description(), parent.id(), List.copyOf(chain),
				version(parent.version(), folder), joined(parent.light(), folder.light()),
				joined(parent.dark(), folder.dark()), (folder.regions() != null) ? folder.regions() : parent.regions(),
				templates(parent.templates(), folder), folder.added(), folder.files().contains(ThemeFolder.PREVIEW));
	}

	private static String version(String parent, ThemeFolder folder) {
		return ThemeReader.hash(parent + folder.hash()).substring(0, 12);
	}

	private static Map<String, String> templates(Map<String, String> inherited, ThemeFolder folder) {
		Map<String, String> own = new TreeMap<>();
		for (String file : folder.files()) {
			if (file.startsWith("templates/") && file.endsWith(".html")) {
				String name = file.substring("templates/".length(), file.length() - ".html".length());
				own.put(name, folder.template(name));
			}
		}
		return joined(inherited, own);
	}

	/** Themes that add nothing of their own share what they inherit. */
	private static Map<String, String> joined(Map<String, String> inherited, Map<String, String> own) {
		if (own.isEmpty()) {
			return inherited;
		}
		Map<String, String> joined = new LinkedHashMap<>(inherited);
		joined.putAll(own);
		return joined;
	}

}
