package vn.conglang.reports;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails those who watch that a report was made by itself. Without a mail server, or while
 * it is down, nothing is lost: the report is marked as new in the newsroom, and mailing
 * is tried again with growing pauses.
 */
@Component
@ConditionalOnWebApplication
class ReportMailer {

	private static final Logger log = LoggerFactory.getLogger(ReportMailer.class);

	private static final int MOST = 200;

	private static final int MOST_TRIES = 10;

	/** A node that dies while sending leaves the rest to others after this. */
	private static final Duration CLAIM = Duration.ofMinutes(10);

	private final ObjectProvider<JavaMailSender> sender;

	private final JdbcClient jdbc;

	private final Users users;

	private final Sites sites;

	private final List<Highlights> highlights;

	private final SiteAddresses addresses;

	private final Words words;

	private final String from;

	private final Clock clock;

	ReportMailer(ObjectProvider<JavaMailSender> sender, JdbcClient jdbc, Users users, Sites sites,
			List<Highlights> highlights, SiteAddresses addresses, Words words,
			@Value("${portal.mail.from}") String from, Clock clock) {
		this.sender = sender;
		this.jdbc = jdbc;
		this.users = users;
		this.sites = sites;
		this.highlights = List.copyOf(highlights);
		this.addresses = addresses;
		this.words = words;
		this.from = from;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${portal.mail.look-every}")
	void run() {
		JavaMailSender mail = this.sender.getIfAvailable();
		if (mail == null) {
			return;
		}
		for (Due due : due()) {
			if (claim(due)) {
				settle(due, send(mail, due) ? null : again(due));
			}
		}
	}

	private List<Due> due() {
		return this.jdbc
			.sql("""
					SELECT r.id, r.area_id, r.office, r.first_day, r.last_day, r.published, r.sites, r.silent, d.account_id, d.mail_tries
					FROM report_reader d JOIN report r ON r.id = d.report_id
					WHERE d.mail_after <= :now ORDER BY d.mail_after LIMIT :most""")
			.param("now", utc(this.clock.instant()))
			.param("most", MOST)
			.query((row, number) -> new Due(row.getLong("id"), row.getLong("area_id"), row.getLong("account_id"),
					row.getString("office"),
					ReportPeriod.of(row.getObject("first_day", LocalDate.class),
							row.getObject("last_day", LocalDate.class)),
					row.getInt("published"), row.getInt("sites"), row.getInt("silent"), row.getInt("mail_tries")))
			.list();
	}

	/** {@code false} if another node has it. */
	private boolean claim(Due due) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				UPDATE report_reader SET mail_after = :again, mail_tries = mail_tries + 1
				WHERE report_id = :report AND account_id = :account AND mail_after <= :now""")
			.param("again", utc(now.plus(CLAIM)))
			.param("report", due.report())
			.param("account", due.account())
			.param("now", utc(now))
			.update() == 1;
	}

	private void settle(Due due, @Nullable Instant again) {
		this.jdbc
			.sql("UPDATE report_reader SET mail_after = :again WHERE report_id = :report AND account_id = :account")
			.param("again", (again != null) ? utc(again) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("report", due.report())
			.param("account", due.account())
			.update();
	}

	private boolean send(JavaMailSender mail, Due due) {
		User user = this.users.byId(due.account()).filter(User::enabled).orElse(null);
		if (user == null || user.email() == null) {
			return true;
		}
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.from);
		message.setTo(user.email() + "");
		message.setSubject(this.words.of("mail.subject", due.period().title(), due.office()));
		message.setText(this.words.of("mail.text", user.displayName(), due.period().title(), due.office(),
				this.words.number(due.published()), this.words.number(due.sites()), this.words.number(due.silent()),
				this.addresses.newsroom() + ReportsController.PATH + "/" + due.report(),
				this.addresses.newsroom() + "/toi", highlights(due)));
		try {
			mail.send(message);
			return true;
		}
		catch (MailException ex) {
			log.warn("Cannot mail report {} to {}, trying again later: {}", due.report(), user.username(),
					ex.getMessage());
			return false;
		}
	}

	/** What matters most, a line each, each after a line break; of an area or of all. */
	private String highlights(Due due) {
		List<Site> watched = this.sites.all()
			.stream()
			.filter((site) -> due.area() == 0 || site.area().id() == due.area())
			.toList();
		return this.highlights.stream()
			.flatMap((source) -> source.highlights(watched, due.period().days()).stream())
			.map((sentence) -> "\n– " + sentence)
			.collect(Collectors.joining());
	}

	private @Nullable Instant again(Due due) {
		// 1, 2, 4 … minutes: the tenth try is after some 17 hours
		return (due.tries() + 1 >= MOST_TRIES) ? null
				: this.clock.instant().plus(Duration.ofMinutes(1L << due.tries()));
	}

	private static OffsetDateTime utc(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	private record Due(long report, long area, long account, String office, ReportPeriod period, int published,
			int sites, int silent, int tries) {
	}

}
