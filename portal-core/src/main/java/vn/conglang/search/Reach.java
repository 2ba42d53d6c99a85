package vn.conglang.search;

/** Where is searched. */
public enum Reach {

	/** What the site at work has published. */
	SITE,

	/** All that the board of the site at work has, drafts and withdrawn entries too. */
	DESK,

	/** What all sites of the province have published. */
	PROVINCE

}
