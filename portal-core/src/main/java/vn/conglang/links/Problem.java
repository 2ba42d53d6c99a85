package vn.conglang.links;

/**
 * What can be wrong with a link. In plain words it is the message
 * {@code links.problem.<name>}.
 */
enum Problem {

	/** Inside: it was there and was withdrawn. */
	WITHDRAWN,

	/** Inside: it is not published yet. */
	UNPUBLISHED,

	/** Inside: there is no such entry, category, file or page. */
	MISSING,

	/** Inside: a file that the site does not have. */
	NO_FILE,

	/** Inside: a site that is not in service. */
	NO_SITE,

	/** Outside: the server says that there is nothing. */
	GONE,

	/** Outside: the server has a fault. */
	SERVER_FAULT,

	/** Outside: the server refuses in some other way. */
	REFUSED,

	/** Outside: no answer in time. */
	SILENT,

	/** Outside: nobody knows the host. */
	UNKNOWN_HOST,

	/** Outside: no connection. */
	UNREACHABLE,

	/** Outside: the certificate is not valid, or there is no way to speak securely. */
	INSECURE,

	/** Outside: led from one address to the next without an end. */
	CIRCLES,

	/** Outside: can be opened inside some network at most. */
	PRIVATE,

	/** No address at all. */
	NONSENSE

}
