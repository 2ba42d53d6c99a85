package vn.conglang.content;

/**
 * The picture that stands for an entry in lists: the first one of its body.
 *
 * @param src address from the site's root
 * @param width in pixels
 * @param height in pixels
 * @param alt alternative text, may be empty
 */
public record Cover(String src, int width, int height, String alt) {
}
