package vn.conglang.editorial;

import java.time.Clock;

import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saving a text: the revision, the review that follows it and the writer's working copy
 * change together.
 */
@Service
class Writing {

	private final Publishing publishing;

	private final Reviews reviews;

	private final DeskEntries entries;

	private final EditorialPolicy policy;

	private final WorkingCopies copies;

	private final ActRepository acts;

	private final Clock clock;

	Writing(Publishing publishing, Reviews reviews, DeskEntries entries, EditorialPolicy policy, WorkingCopies copies,
			ActRepository acts, Clock clock) {
		this.publishing = publishing;
		this.reviews = reviews;
		this.entries = entries;
		this.policy = policy;
		this.copies = copies;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Begins an entry, once: what is sent again with the same key is a further save of
	 * the entry that was begun.
	 * @param key of what was begun, made when the form was opened
	 * @return its identity
	 * @throws Begun if an entry was begun with this key
	 */
	@Transactional
	public long begin(EntryType type, EntryText text, User by, String key) {
		this.copies.saved(by, key, null, type, 1).ifPresent((begun) -> {
			throw new Begun(begun);
		});
		long id = this.publishing.begin(type, text, by);
		this.copies.saved(by, key, id, type, 1);
		return id;
	}

	/**
	 * Saves a revision, if the text differs from the latest one.
	 * @param base number of the revision that the writer began with
	 * @throws Publishing.Refused if the text cannot be saved
	 * @throws Publishing.ChangedMeanwhile if somebody else saved since
	 */
	@Transactional
	public void save(DeskEntries.Opened opened, int base, EntryText text, User by) {
		int number = opened.number();
		if (number != base || !text.equals(opened.text())) {
			this.reviews.revised(opened.id(), this.publishing.save(opened.id(), base, text, by));
			number++;
		}
		this.copies.saved(by, "" + opened.id(), opened.id(), opened.type(), number);
	}

	/**
	 * Brings an earlier text back, as a revision of its own: nothing in between is lost.
	 * @param number of the revision to bring back
	 * @param reason what to note in the history
	 * @throws Publishing.Refused if a category of that text is gone
	 */
	@Transactional
	public void restore(Site site, long id, int number, String reason, User by) {
		String refusal = this.policy.whyNotEdit(by, site, this.reviews.open(id).orElse(null));
		if (refusal != null) {
			throw new Reviews.NotNow(refusal);
		}
		DeskEntries.Opened latest = this.entries.open(id).orElseThrow(Publishing.NotFound::new);
		EntryText text = this.entries.revision(id, number).orElseThrow(Publishing.NotFound::new);
		if (text.equals(latest.text())) {
			throw new Reviews.NotNow("writing.restore.same", number);
		}
		long revision = this.publishing.save(id, latest.number(), text, by);
		this.reviews.revised(id, revision);
		this.acts
			.save(new Act(Act.Kind.RESTORED, id, revision, by, by.displayName(), this.clock.instant()).because(reason));
	}

	/** An entry was begun from this very form before. */
	static class Begun extends RuntimeException {

		private final long id;

		Begun(long id) {
			this.id = id;
		}

		/** That entry. */
		long id() {
			return this.id;
		}

	}

}
