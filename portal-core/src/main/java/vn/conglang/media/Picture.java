package vn.conglang.media;

/**
 * A picture that a site may show.
 *
 * @param url address from the site's root
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(String url, int width, int height) {
}
