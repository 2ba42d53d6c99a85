package vn.conglang.media;

import java.util.Collection;
import java.util.List;

import vn.conglang.site.Site;

/**
 * Knows where pictures and files are used. Every module that lets people use them brings
 * one, so that nothing is removed that is needed.
 */
public interface MediaUses {

	/**
	 * The uses of some pictures and files of the site at work, drafts included.
	 * @param hashes 32 hexadecimal digits each, as in their addresses; not empty
	 */
	List<Use> of(Site site, Collection<String> hashes);

	/**
	 * One use.
	 *
	 * @param hash of the picture or file
	 * @param title of what uses it
	 * @param href where that is edited, from the newsroom's root
	 * @param published whether citizens see it there now
	 */
	record Use(String hash, String title, String href, boolean published) {
	}

}
