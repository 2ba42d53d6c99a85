package vn.conglang.editorial;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told what, in the newsroom and by a real SMTP server on loopback. */
@PortalTest
class NoticeTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Notices notices;

	@Autowired
	private Telling telling;

	@Autowired
	private NoticeRepository repository;

	@Autowired
	private ReviewRepository reviewRepository;

	@Autowired
	private WorkingTime workingTime;

	@Autowired
	private Remarks remarks;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	@Autowired
	private SiteAddresses addresses;

	@Autowired
	private Texts texts;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@BeforeEach
	void start() {
		this.post.start();
	}

	@AfterEach
	void stop() {
		this.post.stop();
	}

	@Test
	void whoDecidesIsMailedAtOnceWithTheWayToTheText() throws Exception {
		Site site = this.portal.site("long-chau");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = mailed(person(Role.DEPUTY_EDITOR, site), MailChoice.AT_ONCE);
		long id = submitted(site, "Mời họp dân ấp 3", writer);
		mailer(Clock.systemUTC(), this.post.getSmtp().getPort()).run();
		MimeMessage mail = mailTo(deputy);
		assertThat(mail.getSubject()).isEqualTo("[Phường Long Châu] " + writer.displayName()
				+ " gửi bài “Mời họp dân ấp 3”, chờ bạn ở bước “Duyệt và đăng”");
		assertThat(mail.getContent().toString()).contains("/bien-tap/long-chau/bai/" + id + "/duyet")
			.contains("Kính gửi " + deputy.displayName());
		int before = this.post.getReceivedMessages().length;
		mailer(Clock.systemUTC(), this.post.getSmtp().getPort()).run();
		assertThat(this.post.getReceivedMessages()).as("once only").hasSize(before);
	}

	@Test
	void aMailServerThatIsDownLosesNoNoticeAndIsTriedAgain() throws Exception {
		Site site = this.portal.site("long-hung");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = mailed(person(Role.DEPUTY_EDITOR, site), MailChoice.AT_ONCE);
		submitted(site, "Máy chủ thư đang hỏng", writer);
		int port = this.post.getSmtp().getPort();
		this.post.stop();
		mailer(Clock.systemUTC(), port).run();
		assertThat(this.notices.of(deputy, 10)).as("in the newsroom").hasSize(1);
		this.post.start();
		mailer(Clock.systemUTC(), this.post.getSmtp().getPort()).run();
		assertThat(mailsTo(deputy)).as("not before the pause is over").isEmpty();
		Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
		mailer(later, this.post.getSmtp().getPort()).run();
		assertThat(mailTo(deputy).getSubject()).contains("Máy chủ thư đang hỏng");
	}

	@Test
	void whoWantsOneMailADayGetsAllInOneInTheMorningAndWhoWantsNoneGetsNone() throws Exception {
		Site site = this.portal.site("long-son");
		User writer = person(Role.CONTRIBUTOR, site);
		User digest = mailed(person(Role.DEPUTY_EDITOR, site), MailChoice.DIGEST);
		User never = mailed(person(Role.DEPUTY_EDITOR, site), MailChoice.NEVER);
		submitted(site, "Bài thứ nhất", writer);
		submitted(site, "Bài thứ hai", writer);
		mailer(Clock.systemUTC(), this.post.getSmtp().getPort()).run();
		assertThat(mailsTo(digest)).isEmpty();
		Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
		mailer(tomorrow, this.post.getSmtp().getPort()).run();
		assertThat(mailsTo(digest)).hasSize(1);
		assertThat(mailTo(digest).getSubject()).isEqualTo("Cổng Làng: 2 thông báo mới");
		assertThat(mailTo(digest).getContent().toString()).contains("Bài thứ nhất").contains("Bài thứ hai");
		assertThat(mailsTo(never)).isEmpty();
		assertThat(this.notices.of(never, 10)).hasSize(2);
	}

	@Test
	void aReminderIsMailedAsAListAndALetterOfTheWeekAtOnceToAllWhoWantMail() throws Exception {
		Site site = this.portal.site("long-son");
		User atOnce = mailed(person(Role.CHIEF_EDITOR, site), MailChoice.AT_ONCE);
		User digest = mailed(person(Role.CHIEF_EDITOR, site), MailChoice.DIGEST);
		User never = mailed(person(Role.CHIEF_EDITOR, site), MailChoice.NEVER);
		tell(site, Telling.Kind.REMINDED, List.of(atOnce, digest, never), "hai việc cần làm cho trang");
		mailer(Clock.systemUTC(), this.post.getSmtp().getPort()).run();
		assertThat(mailTo(atOnce).getSubject())
			.isEqualTo("[Phường Long Sơn] Anh Tám, thị xã Tân Châu nhắc: hai việc cần làm cho trang");
		assertThat(content(mailTo(atOnce)).lines())
			.contains("  – Tin tức: 9 ngày chưa có tin mới.", "  – Mục còn thiếu.")
			.anyMatch((line) -> line.endsWith("/bien-tap/long-son/nhac-viec"));
		assertThat(mailsTo(digest)).as("tomorrow morning").isEmpty();
		tell(site, Telling.Kind.WEEK, List.of(atOnce, digest, never),
				"Tuần 02/11/2026–08/11/2026: trang đăng 5 tin, bài");
		mailer(Clock.systemUTC(), this.post.getSmtp().getPort()).run();
		assertThat(mailTo(digest).getSubject())
			.isEqualTo("[Phường Long Sơn] Tuần 02/11/2026–08/11/2026: trang đăng 5 tin, bài");
		assertThat(mailsTo(atOnce)).hasSize(2);
		assertThat(mailsTo(never)).isEmpty();
		assertThat(this.notices.of(never, 10)).hasSize(2);
	}

	private void tell(Site site, Telling.Kind kind, List<User> whom, String title) {
		CurrentSite
			.run(site.id(),
					() -> this.transaction.executeWithoutResult((status) -> this.telling.tell(kind, whom, title,
							"Anh Tám, thị xã Tân Châu", "– Tin tức: 9 ngày chưa có tin mới.\n– Mục còn thiếu.",
							"/bien-tap/long-son/nhac-viec")));
	}

	@Test
	void whoIsInvitedIsMailedTheLink() {
		Site site = this.portal.site("long-chau");
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.post.getSmtp().getPort());
		sender.setDefaultEncoding("UTF-8");
		new InvitationMailer(
				new StaticListableBeanFactory(Map.of("mail", sender)).getBeanProvider(JavaMailSender.class), this.sites,
				this.texts, "khong-tra-loi@localhost")
			.on(new MemberInvited(site.id(), "moi@thu.test", "Chị Mới", "Anh Tám", "http://quan-tri/loi-moi/x"));
		assertThat(this.post.waitForIncomingEmail(10_000, 1)).isTrue();
		assertThat(content(this.post.getReceivedMessages()[0])).contains("Anh Tám mời bạn",
				"http://quan-tri/loi-moi/x");
	}

	private static String content(MimeMessage mail) {
		try {
			return mail.getContent().toString();
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aLateReviewIsToldToTheChiefAndADayLaterToTheDistrictOnceEach() {
		Site site = this.portal.site("long-phu");
		User writer = person(Role.CONTRIBUTOR, site);
		User chief = person(Role.CHIEF_EDITOR, site);
		User district = this.portal.user(this.portal.login(Role.AREA_MONITOR, site.area().id()).username());
		long id = submitted(site, "Nằm quên trong hộp", writer);
		Instant due = CurrentSite.call(site.id(), () -> this.reviews.open(id)).orElseThrow().dueAt();
		escalate(site, id, due.minusSeconds(1));
		assertThat(kinds(chief)).containsExactly(Notice.Kind.REVIEW);
		escalate(site, id, due);
		escalate(site, id, due.plusSeconds(60));
		assertThat(kinds(chief)).containsExactly(Notice.Kind.OVERDUE, Notice.Kind.REVIEW);
		assertThat(kinds(district)).isEmpty();
		escalate(site, id, due.plus(Duration.ofDays(7)));
		escalate(site, id, due.plus(Duration.ofDays(8)));
		assertThat(kinds(district)).containsExactly(Notice.Kind.OVERDUE_AREA);
		assertThat(kinds(chief)).containsExactly(Notice.Kind.OVERDUE, Notice.Kind.REVIEW);
	}

	@Test
	void whoWroteATextHearsOfRemarksAndReadsThemOnceForAll() {
		Site site = this.portal.site("long-thanh");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = submitted(site, "Có góp ý", writer);
		CurrentSite.run(site.id(), () -> this.remarks.add(site, id, null, new Remark.Passage("Nội dung", "", ""),
				"Thêm nguồn tin <script>", deputy));
		assertThat(kinds(writer)).containsExactly(Notice.Kind.REMARK);
		TestPortal.Desk desk = this.portal.login(writer.username());
		assertThat(desk.get("/thong-bao").body()).contains("góp ý bài “Có góp ý”")
			.contains("Thêm nguồn tin &lt;script&gt;");
		assertThat(this.notices.unread(writer)).isEqualTo(1);
		desk.post("/thong-bao/da-doc", Map.of());
		assertThat(this.notices.unread(writer)).isZero();
		assertThat(kinds(person(Role.CHIEF_EDITOR, this.portal.site("long-binh")))).as("another board").isEmpty();
	}

	private void escalate(Site site, long entry, Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		Notices told = new Notices(this.repository, this.overseer, this.users, this.sites, clock);
		Overdue overdue = new Overdue(this.reviewRepository, told, this.users, this.sites, this.workingTime, clock);
		CurrentSite.run(site.id(), () -> this.transaction.executeWithoutResult((status) -> overdue.escalate(entry)));
	}

	private NoticeMailer mailer(Clock clock, int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.setDefaultEncoding("UTF-8");
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("mail", sender));
		ObjectProvider<JavaMailSender> provider = beans.getBeanProvider(JavaMailSender.class);
		Notices due = new Notices(this.repository, this.overseer, this.users, this.sites, clock) {

			@Override
			public boolean claim(long id, Instant again) {
				return Boolean.TRUE.equals(NoticeTests.this.transaction.execute((status) -> super.claim(id, again)));
			}

			@Override
			public void mailed(long id, @Nullable Instant again) {
				NoticeTests.this.transaction.executeWithoutResult((status) -> super.mailed(id, again));
			}

		};
		return new NoticeMailer(provider, due, this.users, this.sites, this.addresses, this.texts,
				"Cổng Làng <khong-tra-loi@localhost>", clock);
	}

	private List<Notice.Kind> kinds(User user) {
		return this.notices.of(user, 50).stream().map(Notices.Told::kind).toList();
	}

	private MimeMessage mailTo(User user) {
		return mailsTo(user).getFirst();
	}

	private List<MimeMessage> mailsTo(User user) {
		return Arrays.stream(this.post.getReceivedMessages())
			.filter((mail) -> to(mail).equals(user.username() + "@thu.test"))
			.toList();
	}

	private static String to(MimeMessage mail) {
		try {
			return GreenMailUtil.getAddressList(mail.getRecipients(Message.RecipientType.TO));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private User person(Role role, Site site) {
		return this.portal.user(this.portal.login(role, site).username());
	}

	private User mailed(User user, MailChoice choice) {
		this.portal.login(user.username())
			.post("/toi", Map.of("displayName", user.displayName(), "email", user.username() + "@thu.test", "mail",
					choice.name()));
		User now = this.portal.user(user.username());
		assertThat(now.mail()).isEqualTo(choice);
		return now;
	}

	private long submitted(Site site, String title, User by) {
		return in(site, () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(EntryType.ARTICLE, new EntryText(title, "Tóm tắt", "<p>Nội dung</p>",
					this.categories.find("thong-bao").orElseThrow().id(), Map.of(), "Lan"), by);
			this.reviews.submit(site, id, by);
			return id;
		});
	}

	private static <T> T in(Site site, Supplier<T> work) {
		return CurrentSite.call(site.id(), work);
	}

}
