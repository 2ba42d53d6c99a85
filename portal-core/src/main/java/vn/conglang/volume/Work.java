package vn.conglang.volume;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a site worked on what it published of its own.
 *
 * @param authors how many different people wrote it
 * @param medianDraftToPublication from the first save to the publication, the middle one;
 * {@code null} where nothing was written by people in the newsroom
 */
public record Work(int authors, @Nullable Duration medianDraftToPublication) {

	/** Nobody published anything. */
	public static final Work NONE = new Work(0, null);

}
