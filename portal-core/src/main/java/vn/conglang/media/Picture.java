package vn.conglang.media;

/**
 * A picture that a site may show.
 *
 * @param url address from the site's root
 * @param width in pixels
 * @param height in pixels
 * @param alt what the picture shows, as the library has it; may be empty
 * @param duplicate whether the site had this very picture already
 */
public record Picture(String url, int width, int height, String alt, boolean duplicate) {
}
