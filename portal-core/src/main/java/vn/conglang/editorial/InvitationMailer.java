package vn.conglang.editorial;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Mails an invitation once it is certain. The link is a secret, so it is kept nowhere to
 * be mailed again: whoever invites sees it, too, and can pass it on when no mail comes.
 */
@Component
class InvitationMailer {

	private static final Logger log = LoggerFactory.getLogger(InvitationMailer.class);

	private final ObjectProvider<JavaMailSender> sender;

	private final Sites sites;

	private final Texts texts;

	private final String from;

	InvitationMailer(ObjectProvider<JavaMailSender> sender, Sites sites, Texts texts,
			@Value("${portal.mail.from}") String from) {
		this.sender = sender;
		this.sites = sites;
		this.texts = texts;
		this.from = from;
	}

	@TransactionalEventListener
	void on(MemberInvited event) {
		JavaMailSender mail = this.sender.getIfAvailable();
		if (mail != null) {
			// nobody waits for a mail server
			Thread.startVirtualThread(() -> send(mail, event));
		}
	}

	private void send(JavaMailSender mail, MemberInvited event) {
		String site = this.sites.byId(event.site()).map(Site::title).orElse("");
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.from);
		message.setTo(event.email());
		message.setSubject(this.texts.of("editorial.mail.invitation", site));
		message.setText(this.texts.of("editorial.mail.invitation.text", event.name(), event.by(), site, event.link()));
		try {
			mail.send(message);
		}
		catch (MailException ex) {
			log.warn("Cannot mail an invitation to {}: {}", event.email(), ex.getMessage());
		}
	}

}
