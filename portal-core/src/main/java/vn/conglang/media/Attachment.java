package vn.conglang.media;

/**
 * A file that a site offers.
 *
 * @param url address from the site's root
 * @param name as people read it, with its ending
 * @param bytes its size
 * @param type short name of its kind: "pdf", "docx"
 * @param duplicate whether the site had this very file already
 */
public record Attachment(String url, String name, long bytes, String type, boolean duplicate) {
}
