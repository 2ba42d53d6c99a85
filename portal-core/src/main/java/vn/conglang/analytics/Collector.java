package vn.conglang.analytics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes hits to where they are counted. The one place to begin at for another kind of
 * analytics: pages know nothing of it.
 */
interface Collector {

	/**
	 * Hands over hits in the order in which they happened, and waits for the answer.
	 * @return how far it came; never throws for what happens on the way
	 */
	Outcome deliver(List<MaskedHit> hits);

	/**
	 * How far it came.
	 *
	 * @param done how many of the hits, from the first on, need not be handed over again
	 * @param refused how many of these were not taken and never will be
	 * @param trouble why not all are done; then the rest is tried again later
	 */
	record Outcome(int done, int refused, @Nullable Trouble trouble) {

		Outcome then(Outcome next) {
			return new Outcome(this.done + next.done, this.refused + next.refused, next.trouble);
		}

	}

	/**
	 * What is wrong.
	 *
	 * @param detail for the log, in English: what was said or happened
	 */
	record Trouble(Kind kind, String detail) {

		/** Kinds of trouble that people do something different about. */
		enum Kind {

			/** No such host, nobody there, or no answer in time. */
			SILENT,
			/** The certificate is not to be trusted. */
			CERTIFICATE,
			/** Answers, but not as Matomo does: the address is likely to be wrong. */
			ADDRESS,
			/** Matomo says that something is wrong with itself. */
			FAILURE,
			/** Takes nothing: the token, or all sites. */
			TOKEN,
			/** What is kept cannot be read. */
			DISK

		}

	}

}
