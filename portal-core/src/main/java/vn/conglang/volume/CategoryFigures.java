package vn.conglang.volume;

/**
 * What was done in a category, over all the sites asked for.
 *
 * @param slug its lasting key; empty for what has no category
 * @param name what it was called last; empty for what has no category
 */
public record CategoryFigures(String slug, String name, Figures figures) {
}
