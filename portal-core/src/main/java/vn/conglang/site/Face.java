package vn.conglang.site;

/** The three faces of the portal, told apart by the host name; and none of them. */
public enum Face {

	/** What citizens read: a site's own pages. */
	PUBLIC,

	/** The directory of all sites. */
	PROVINCE,

	/** Where editorial boards, districts and the province work. */
	NEWSROOM,

	/** A host name that nobody here answers to. */
	UNKNOWN

}
