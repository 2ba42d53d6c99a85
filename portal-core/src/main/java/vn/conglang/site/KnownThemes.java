package vn.conglang.site;

import java.util.Set;

/** Which themes a site may name; answered by whoever has the themes. */
public interface KnownThemes {

	/** Ids of all themes there are. */
	Set<String> ids();

}
