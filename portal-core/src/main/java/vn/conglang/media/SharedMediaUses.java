package vn.conglang.media;

import java.util.List;

import vn.conglang.site.Site;

/**
 * Knows where shared pictures are used, like {@link MediaUses} for those of a site. Every
 * module that lets people use them brings one.
 */
public interface SharedMediaUses {

	/**
	 * All uses of a shared picture, also by what is over or not sent yet.
	 * @param hash 32 hexadecimal digits, as in its address
	 */
	List<MediaUses.Use> of(String hash);

	/** Whether something shared shows the picture to the citizens of a site now. */
	boolean shows(Site site, String hash);

}
