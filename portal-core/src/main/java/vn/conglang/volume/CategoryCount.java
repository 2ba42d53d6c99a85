package vn.conglang.volume;

/**
 * How many own entries were published in a category, over all the sites asked for.
 *
 * @param slug its lasting key; empty for what has no category
 * @param name what it was called last; empty for what has no category
 */
public record CategoryCount(String slug, String name, int published) {
}
