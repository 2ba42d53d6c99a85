package vn.conglang.editorial;

import java.util.Collection;

import vn.conglang.identity.User;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets other modules tell people of a site what they are to know: in the newsroom, and by
 * mail as each of them has chosen.
 */
@Service
public class Telling {

	private final Notices notices;

	Telling(Notices notices) {
		this.notices = notices;
	}

	/**
	 * Tells it, in the site at work and in the transaction of what it tells of.
	 * @param title what it is about, as part of a sentence
	 * @param by who says so, as people read it
	 * @param detail a line each
	 * @param href where something can be done about it, from the newsroom's root
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Kind kind, Collection<User> whom, String title, String by, String detail, String href) {
		this.notices.tell(kind.notice, whom, title, by, detail, href);
	}

	/** Somebody looks at what they were told of, in the site at work. */
	@Transactional
	public void read(User user, String href) {
		this.notices.read(user, href);
	}

	/** Why somebody is told. */
	public enum Kind {

		/** Something is to be done for their site. */
		REMINDED(Notice.Kind.REMINDED),

		/** A site of their area was reminded, and nothing came of it. */
		REMINDED_AREA(Notice.Kind.REMINDED_AREA),

		/** How their site did in the week before. */
		WEEK(Notice.Kind.WEEK),

		/** The objection of their site is answered. */
		ANSWERED(Notice.Kind.ANSWERED),

		/** How their site was scored is published or signed. */
		SCORED(Notice.Kind.SCORED);

		private final Notice.Kind notice;

		Kind(Notice.Kind notice) {
			this.notice = notice;
		}

	}

}
