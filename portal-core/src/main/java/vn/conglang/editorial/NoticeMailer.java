package vn.conglang.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails notices to those who want mail, several to the same person in one. A mail server
 * that is down, or none at all, loses nothing: the notices stay in the newsroom, and
 * mailing is tried again with growing pauses for about two days.
 */
@Component
@ConditionalOnWebApplication
class NoticeMailer {

	private static final Logger log = LoggerFactory.getLogger(NoticeMailer.class);

	private static final int MOST = 500;

	private static final int MOST_TRIES = 10;

	/**
	 * A node that dies in the middle of sending leaves its notices to others after this.
	 */
	private static final Duration CLAIM = Duration.ofMinutes(10);

	private final ObjectProvider<JavaMailSender> sender;

	private final Notices notices;

	private final Users users;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Texts texts;

	private final String from;

	private final Clock clock;

	NoticeMailer(ObjectProvider<JavaMailSender> sender, Notices notices, Users users, Sites sites,
			SiteAddresses addresses, Texts texts, @Value("${portal.mail.from}") String from, Clock clock) {
		this.sender = sender;
		this.notices = notices;
		this.users = users;
		this.sites = sites;
		this.addresses = addresses;
		this.texts = texts;
		this.from = from;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${portal.mail.look-every}")
	void run() {
		JavaMailSender mail = this.sender.getIfAvailable();
		if (mail != null) {
			this.notices.toMail(MOST).forEach((account, due) -> send(mail, account, due));
		}
	}

	private void send(JavaMailSender mail, long account, List<Notices.Mail> due) {
		List<Notices.Mail> taken = due.stream()
			.filter((notice) -> CurrentSite.call(notice.site(),
					() -> this.notices.claim(notice.id(), this.clock.instant().plus(CLAIM))))
			.toList();
		@Nullable User user = this.users.byId(account).filter(User::enabled).orElse(null);
		if (taken.isEmpty()) {
			return;
		}
		if (user == null || user.email() == null) {
			taken.forEach((notice) -> ended(notice, null));
			return;
		}
		try {
			mail.send(message(user, taken));
			taken.forEach((notice) -> ended(notice, null));
		}
		catch (MailException ex) {
			log.warn("Cannot mail {} notices to {}, trying again later: {}", taken.size(), user.username(),
					ex.getMessage());
			taken.forEach((notice) -> ended(notice, again(notice)));
		}
	}

	private @Nullable Instant again(Notices.Mail notice) {
		// 1, 2, 4 … minutes: the tenth try is after some 17 hours
		return (notice.tries() + 1 >= MOST_TRIES) ? null
				: this.clock.instant().plus(Duration.ofMinutes(1L << notice.tries()));
	}

	private void ended(Notices.Mail notice, @Nullable Instant again) {
		CurrentSite.run(notice.site(), () -> this.notices.mailed(notice.id(), again));
	}

	private SimpleMailMessage message(User user, List<Notices.Mail> notices) {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.from);
		message.setTo(user.email() + "");
		message.setSubject((notices.size() == 1) ? line(notices.getFirst())
				: this.texts.of("editorial.mail.several", notices.size()));
		StringBuilder text = new StringBuilder(this.texts.of("editorial.mail.greeting", user.displayName()))
			.append("\n\n");
		for (Notices.Mail notice : notices) {
			text.append(line(notice)).append('\n');
			if (notice.detail() != null && notice.kind().isList()) {
				notice.detail().lines().forEach((line) -> text.append("  ").append(line).append('\n'));
			}
			else if (notice.detail() != null && notice.kind() != Notice.Kind.REVIEW) {
				text.append("  “").append(notice.detail()).append("”\n");
			}
			text.append("  ").append(this.addresses.newsroom()).append(notice.href()).append("\n\n");
		}
		text.append(this.texts.of("editorial.mail.foot", this.addresses.newsroom() + "/toi"));
		message.setText(text.toString());
		return message;
	}

	private String line(Notices.Mail notice) {
		String site = this.sites.byId(notice.site()).map(Site::title).orElse("");
		return "[" + site + "] " + this.texts.of("editorial.notice." + notice.kind(), notice.by(), notice.title(),
				(notice.detail() != null) ? notice.detail() : "");
	}

}
