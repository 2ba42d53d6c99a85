package vn.conglang.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what they are to know. A notice is written in the transaction of what it
 * tells of, so none is lost or told of what did not happen; mailing it comes later and
 * may fail.
 */
@Service
class Notices {

	/** When those who want one mail a day get it. */
	private static final LocalTime DIGEST = LocalTime.of(7, 0);

	private final NoticeRepository notices;

	private final JdbcClient overseer;

	private final Users users;

	private final Sites sites;

	private final Clock clock;

	Notices(NoticeRepository notices, @Qualifier("overseerJdbc") JdbcClient overseer, Users users, Sites sites,
			Clock clock) {
		this.notices = notices;
		this.overseer = overseer;
		this.users = users;
		this.sites = sites;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(ReviewRequested event) {
		List<User> reviewers = this.users.holders(event.role().andAbove(), site(event))
			.stream()
			.filter((user) -> user.id() != event.byId())
			.toList();
		tell(event, reviewers, Notice.Kind.REVIEW, event.entryId(), event.title(), event.by(), event.stage(), "/duyet");
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(ReviewDecided event) {
		if (event.submittedById() != event.byId()) {
			Notice.Kind kind = switch (event.outcome()) {
				case PUBLISHED -> Notice.Kind.PUBLISHED;
				case PLANNED -> Notice.Kind.PLANNED;
				case RETURNED -> Notice.Kind.RETURNED;
			};
			tell(event, known(List.of(event.submittedById())), kind, event.entryId(), event.title(), event.by(),
					event.reason(), "");
		}
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(RemarkMade event) {
		tell(event, known(event.listeners()), Notice.Kind.REMARK, event.entryId(), event.title(), event.by(),
				event.text(), "/duyet#gop-y");
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(PlanFailed event) {
		if (event.setById() != null) {
			tell(event, known(List.of(event.setById())), Notice.Kind.FAILED, event.entryId(), event.title(), "",
					event.why(), "");
		}
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(OfferLaid event) {
		Site site = site(event);
		Instant now = this.clock.instant();
		this.users.holders(Role.EDITOR.andAbove(), site)
			.forEach((user) -> this.notices.save(new Notice(user.id(), Notice.Kind.OFFERED, null, event.title(),
					event.origin(), null, event.href(site), now, mailAfter(user, now))));
	}

	/** A text has waited too long: tells those above. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void overdue(SiteId site, Review review, List<User> whom, Notice.Kind kind) {
		tell(() -> site, whom, kind, review.entryId(), review.title(), review.submittedBy(), review.stageName(),
				"/duyet");
	}

	/**
	 * Tells people something of the site at work that is about no entry. A letter of the
	 * week is mailed at once also to those who want all of a day in one.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Notice.Kind kind, Collection<User> whom, String title, String by, String detail, String href) {
		CurrentSite.require();
		Instant now = this.clock.instant();
		whom.forEach((user) -> {
			Instant mail = mailAfter(user, now);
			this.notices.save(new Notice(user.id(), kind, null, title, by, detail, href, now,
					(mail != null && kind == Notice.Kind.WEEK) ? now : mail));
		});
	}

	private void tell(SiteEvent event, Collection<User> whom, Notice.Kind kind, long entry, String title, String by,
			@Nullable String detail, String part) {
		Instant now = this.clock.instant();
		String href = "/bien-tap/" + site(event).slug() + "/bai/" + entry + part;
		whom.forEach((user) -> this.notices
			.save(new Notice(user.id(), kind, entry, title, by, detail, href, now, mailAfter(user, now))));
	}

	private static @Nullable Instant mailAfter(User user, Instant now) {
		if (user.email() == null || user.mail() == MailChoice.NEVER) {
			return null;
		}
		if (user.mail() == MailChoice.AT_ONCE) {
			return now;
		}
		ZonedDateTime local = now.atZone(VietnameseText.ZONE);
		ZonedDateTime today = local.with(DIGEST);
		return (local.isBefore(today) ? today : today.plusDays(1)).toInstant();
	}

	private List<User> known(List<Long> accounts) {
		return accounts.stream().flatMap((id) -> this.users.byId(id).stream()).filter(User::enabled).toList();
	}

	private Site site(SiteEvent event) {
		return this.sites.byId(event.site()).orElseThrow();
	}

	/** What was told to somebody, in all sites, the latest first. */
	List<Told> of(User user, int most) {
		return this.overseer.sql("""
				SELECT id, site_id, kind, title, by_name, detail, href, at, read_at IS NULL AS new
				FROM notice WHERE account_id = :account ORDER BY id DESC LIMIT :most""")
			.param("account", user.id())
			.param("most", most)
			.query((row, number) -> new Told(new SiteId(row.getLong("site_id")),
					Notice.Kind.valueOf(row.getString("kind")), row.getString("title"), row.getString("by_name"),
					row.getString("detail"), row.getString("href"),
					row.getObject("at", OffsetDateTime.class).toInstant(), row.getBoolean("new")))
			.list();
	}

	/** How many somebody has not read. */
	long unread(User user) {
		return this.overseer.sql("SELECT count(*) FROM notice WHERE account_id = :account AND read_at IS NULL")
			.param("account", user.id())
			.query(Long.class)
			.single();
	}

	/** Somebody has read all of theirs. */
	@Transactional
	public void readAllHere(User user) {
		this.notices.readAll(user.id(), this.clock.instant());
	}

	/** The sites in which somebody has not read something. */
	List<SiteId> unreadSites(User user) {
		return this.overseer.sql("SELECT DISTINCT site_id FROM notice WHERE account_id = :account AND read_at IS NULL")
			.param("account", user.id())
			.query((row, number) -> new SiteId(row.getLong("site_id")))
			.list();
	}

	/** Somebody looks at something beside entries: what was told of it is read. */
	@Transactional
	public void read(User user, String href) {
		this.notices.readAt(user.id(), href, this.clock.instant());
	}

	/** Somebody looks at an entry: what was told of it is read. */
	@Transactional
	public void read(User user, long entryId) {
		this.notices.read(user.id(), entryId, this.clock.instant());
	}

	/** What is to be mailed by now, by account. */
	Map<Long, List<Mail>> toMail(int most) {
		Map<Long, List<Mail>> byAccount = new LinkedHashMap<>();
		this.overseer.sql("""
				SELECT id, site_id, account_id, kind, title, by_name, detail, href, mail_tries
				FROM notice WHERE mail_after <= :now ORDER BY mail_after, id LIMIT :most""")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("most", most)
			.query((row, number) -> {
				Mail mail = new Mail(row.getLong("id"), new SiteId(row.getLong("site_id")),
						Notice.Kind.valueOf(row.getString("kind")), row.getString("title"), row.getString("by_name"),
						row.getString("detail"), row.getString("href"), row.getInt("mail_tries"));
				byAccount.computeIfAbsent(row.getLong("account_id"), (account) -> new java.util.ArrayList<>())
					.add(mail);
				return mail;
			})
			.list();
		return byAccount;
	}

	/** Takes a notice for mailing; {@code false} if another node has it. */
	@Transactional
	public boolean claim(long id, Instant again) {
		return this.notices.claim(id, this.clock.instant(), again) == 1;
	}

	/** It was mailed, or is to be tried again. */
	@Transactional
	public void mailed(long id, @Nullable Instant again) {
		CurrentSite.require();
		this.notices.mailed(id, again);
	}

	/** A notice as it is read. */
	record Told(SiteId site, Notice.Kind kind, String title, String by, @Nullable String detail, String href,
			Instant at, boolean unread) {
	}

	/**
	 * A notice to be mailed.
	 *
	 * @param tries how often it was tried before
	 */
	record Mail(long id, SiteId site, Notice.Kind kind, String title, String by, @Nullable String detail, String href,
			int tries) {
	}

}
