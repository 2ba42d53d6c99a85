package vn.conglang.reports;

import java.util.List;

import vn.conglang.site.Site;
import vn.conglang.volume.Period;

/**
 * Knows what matters most in a period. Told to those who watch with the mail that a
 * report was made by itself.
 */
public interface Highlights {

	/** The most important first, a sentence each; few. */
	List<String> highlights(List<Site> sites, Period period);

}
