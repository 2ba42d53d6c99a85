package vn.conglang.kernel;

/**
 * Something that happened in a site. Every event names its site, so that whoever listens
 * can do its work inside that site and no other.
 */
public interface SiteEvent {

	/** The site in which it happened. */
	SiteId site();

}
