package vn.conglang.editorial;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the board says about its texts before they go out. */
@Service
class Remarks {

	private final RemarkRepository remarks;

	private final ReviewRepository reviews;

	private final DeskEntries entries;

	private final EditorialPolicy policy;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Remarks(RemarkRepository remarks, ReviewRepository reviews, DeskEntries entries, EditorialPolicy policy,
			ApplicationEventPublisher events, Clock clock) {
		this.remarks = remarks;
		this.reviews = reviews;
		this.entries = entries;
		this.policy = policy;
		this.events = events;
		this.clock = clock;
	}

	/** All of an entry, in the order in which they were made. */
	@Transactional(readOnly = true)
	public List<Remark> of(long entryId) {
		return this.remarks.findByEntryIdOrderById(entryId);
	}

	/** Open ones that the user should look at. */
	@Transactional(readOnly = true)
	public List<Remark> openFor(User user) {
		return this.remarks.openFor(user.id());
	}

	/**
	 * Says something about an entry.
	 * @param answers the remark it answers, {@code null} for a new one
	 * @throws Reviews.NotNow if there is nothing said, or too much
	 */
	@Transactional
	public void add(Site site, long entryId, @Nullable Long answers, Remark.Passage passage, String text, User by) {
		refuse(this.policy.whyNotWrite(by, site));
		DeskEntries.Opened entry = this.entries.open(entryId).orElseThrow(Publishing.NotFound::new);
		String said = text.strip();
		if (said.isEmpty()) {
			throw new Reviews.NotNow("editorial.remark.missing");
		}
		if (said.length() > Remark.LONGEST) {
			throw new Reviews.NotNow("editorial.remark.tooLong", Remark.LONGEST);
		}
		@Nullable Remark first = (answers != null) ? remark(entryId, answers) : null;
		this.remarks.save(new Remark(entryId, entry.revisionId(), (first != null) ? first.id() : null, passage, said,
				by, this.clock.instant()));
		Set<Long> listeners = new LinkedHashSet<>(this.entries.writersSincePublished(entryId));
		this.reviews.findFirstByEntryIdOrderByIdDesc(entryId)
			.ifPresent((review) -> listeners.add(review.submittedById()));
		if (first != null) {
			listeners.add(first.byId());
		}
		listeners.remove(by.id());
		this.events.publishEvent(new RemarkMade(CurrentSite.require(), entryId, entry.text().title(),
				List.copyOf(listeners), by.displayName(), said));
	}

	/** Marks a remark as done, or as open again. */
	@Transactional
	public void resolve(Site site, long entryId, long remarkId, boolean done, User by) {
		refuse(this.policy.whyNotWrite(by, site));
		Remark remark = remark(entryId, remarkId);
		if (done) {
			remark.resolve(by, this.clock.instant());
		}
		else {
			remark.reopen();
		}
	}

	private Remark remark(long entryId, long id) {
		return this.remarks.findById(id)
			.filter((found) -> found.entryId() == entryId)
			.orElseThrow(Publishing.NotFound::new);
	}

	private static void refuse(@Nullable String key) {
		if (key != null) {
			throw new Reviews.NotNow(key);
		}
	}

}
