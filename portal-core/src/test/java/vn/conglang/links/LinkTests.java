package vn.conglang.links;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.Patiently;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LinkTests {

	private static final User LAN = new User(1, "lan", "Lan", true, Instant.EPOCH, null, MailChoice.AT_ONCE, List.of());

	private static final LinkSettings FROM_OUTSIDE = settings(false, Patiently.LONG);

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private LinksRunner runner;

	@Autowired
	private BrokenLinks broken;

	@Autowired
	private SiteAddresses addresses;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@ParameterizedTest
	@CsvSource({ "/there,", "/moved,", "/login,", "/only-get,", "/head-is-wrong,", "/busy,", "/gone,GONE",
			"/missing,GONE", "/fault,SERVER_FAULT", "/odd,REFUSED", "/circle,CIRCLES", "/slow,SILENT" })
	void whatAServerAnswersIsUnderstood(String path, @Nullable Problem expected)
			throws IOException, InterruptedException {
		try (OutsideServer server = new OutsideServer()) {
			assertThat(ask(server.address(path), path.equals("/slow") ? Duration.ofMillis(300) : Patiently.LONG))
				.isEqualTo(expected);
		}
	}

	@Test
	void whatIsNoServerAtAllIsUnderstoodToo() throws IOException, InterruptedException {
		String closed;
		try (OutsideServer server = new OutsideServer()) {
			closed = server.address("/");
		}
		try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread.startVirtualThread(() -> answerPlainly(plain));
			assertThat(ask("https://127.0.0.1:" + plain.getLocalPort() + "/", Patiently.LONG))
				.isEqualTo(Problem.INSECURE);
		}
		assertThat(ask(closed, Patiently.LONG)).isEqualTo(Problem.UNREACHABLE);
		assertThat(ask("http://khong-co.invalid/", Patiently.LONG)).isEqualTo(Problem.UNKNOWN_HOST);
		for (String nonsense : List.of("http://a b/", "ftp://example.vn/", "http:///x", "http://u:p@example.vn/",
				"x")) {
			assertThat(ask(nonsense, Patiently.LONG)).as(nonsense).isEqualTo(Problem.NONSENSE);
		}
	}

	/**
	 * Does not understand that anybody wants to speak securely, whoever it is, until
	 * closed.
	 */
	private static void answerPlainly(ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				socket.getOutputStream()
					.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				socket.shutdownOutput();
				socket.getInputStream().readAllBytes();
			}
			catch (IOException ex) {
				// whoever asked has gone
			}
		}
	}

	@Test
	void nothingInsideTheNetworkIsEverAsked() throws IOException, InterruptedException {
		try (OutsideServer server = new OutsideServer()) {
			LinkCheck check = new LinkCheck(FROM_OUTSIDE, this.addresses);
			for (String address : List.of(server.address("/"), server.address("/").replace("127.0.0.1", "localhost"),
					"http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://10.1.2.3/", "http://192.168.1.1/",
					"http://172.16.0.1/", "http://169.254.169.254/latest/meta-data", "http://100.64.0.1/",
					"http://0.0.0.0/", "http://2130706433/", "http://[fd00::1]/", "http://[fe80::1]/",
					"http://8.8.8.8:22/")) {
				assertThat(check.ask(address).problem()).as(address)
					.isIn(Problem.PRIVATE, Problem.UNKNOWN_HOST, Problem.NONSENSE);
			}
			assertThat(server.asked()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.0.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.127.0.1",
			"0.1.2.3", "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
			"ff02::1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1" })
	void addressesThatAreNotOfThePublicInternetAreKnown(String address) throws IOException {
		assertThat(LinkCheck.isInside(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "8.8.8.8", "100.63.0.1", "172.32.0.1", "192.1.0.1", "203.113.0.1", "2001:4860:4860::8888" })
	void publicOnesAreNot(String address) throws IOException {
		assertThat(LinkCheck.isInside(InetAddress.getByName(address))).isFalse();
	}

	@Test
	void anAddressIsAskedOnceForAllSitesAndBrokenOnlyAfterSeveralDays() throws IOException {
		try (OutsideServer server = new OutsideServer()) {
			String address = server.address("/changing");
			server.answer(404);
			Site one = this.portal.site("luong-an-tra");
			Site other = this.portal.site("nui-to");
			publish(one, "Hai lần",
					"<p><a href=\"%s\">Xem kế hoạch</a> <a href=\"%s#muc\">nữa</a></p>".formatted(address, address));
			publish(other, "Một lần", "<p><a href=\"%s\">Xem</a></p>".formatted(address));
			look();
			ExternalLinks links = external();
			ask(links, Duration.ZERO);
			assertThat(server.asked("HEAD /changing")).isEqualTo(1);
			assertThat(counted(one)).isZero();
			ask(links, Duration.ofHours(2));
			assertThat(server.asked("HEAD /changing")).as("not before a day").isEqualTo(1);
			ask(links, Duration.ofHours(25));
			assertThat(counted(one)).isZero();
			ask(links, Duration.ofHours(50));
			assertThat(counted(one)).isEqualTo(2);
			assertThat(counted(other)).isEqualTo(1);
			TestPortal.Desk board = this.portal.login(Role.EDITOR, one);
			String page = board.get("/bien-tap/luong-an-tra/lien-ket-hong").body();
			assertThat(page).contains("Xem kế hoạch", address, "không còn (mã 404)", "Hai lần", "2 liên kết hỏng");
			server.answer(200);
			long entry = Long.parseLong(page.replaceFirst("(?s).*name=\"bai\" value=\"(\\d+)\".*", "$1"));
			assertThat(board
				.follow(board.post("/bien-tap/luong-an-tra/lien-ket-hong", Map.of("bai", "" + entry, "thu", "0")))
				.body()).contains("sẽ được hỏi lại");
			ask(links, Duration.ofHours(50));
			assertThat(counted(one)).isZero();
			assertThat(board.get("/bien-tap/luong-an-tra/lien-ket-hong").body()).contains("Không có liên kết hỏng");
		}
	}

	@Test
	void noHostIsAskedAgainWithinSomeSeconds() throws IOException, InterruptedException {
		try (OutsideServer server = new OutsideServer()) {
			publish(this.portal.site("chau-lang"), "Hai nơi", "<p><a href=\"%s\">a</a> <a href=\"%s\">b</a></p>"
				.formatted(server.address("/a"), server.address("/b")));
			look();
			LinkSettings settings = settings(true, Patiently.LONG, Duration.ofSeconds(10));
			ExternalLinks links = new ExternalLinks(this.jdbc, this.overseer, this.transaction,
					new LinkCheck(settings, this.addresses), settings, Clock.systemUTC());
			while (server.asked() == 0) {
				// what other tests have left on this machine comes first
				quiet();
				assertThat(links.askNext()).isTrue();
			}
			assertThat(links.askNext()).isFalse();
			assertThat(server.asked()).isEqualTo(1);
		}
	}

	@Test
	void linksInsideAreLookedUpWithoutAskingAnybody() {
		Site site = this.portal.site("co-to");
		Site other = this.portal.site("an-tuc");
		long here = publish(site, "Có đây liên kết", "<p>Có</p>");
		long there = publish(other, "Bên kia liên kết", "<p>Có</p>");
		long draft = in(other, () -> this.publishing.begin(EntryType.PAGE, text("Nháp liên kết", "<p>x</p>"), "Lan"));
		assertThat(draft).isPositive();
		String host = this.addresses.of(other);
		publish(site, "Đủ mọi liên kết",
				"""
						<p><a href="/bai-viet/co-day-lien-ket">1</a> <a href="/bai-viet/khong-co-dau">hỏng 1</a>
						<a href="/van-ban?loai=x">2</a> <a href="/">3</a> <a href="/khong/co/trang">hỏng 2</a>
						<a href="/chuyen-muc/van-ban">4</a> <a href="/chuyen-muc/khong-co">hỏng 3</a>
						<a href="/tep/0123456789abcdef0123456789abcdef/ke-hoach.pdf">hỏng 4</a>
						<a href="%s/bai-viet/ben-kia-lien-ket#cuoi">5</a> <a href="%s/trang/nhap-lien-ket">hỏng 5</a>
						<a href="mailto:a@b.vn">6</a> <a href="tel:113">7</a> <a href="#ct-1">8</a> <a href="/tim-kiem?q=x">9</a></p>
						"""
					.formatted(host, host));
		look();
		TestPortal.Desk board = this.portal.login(Role.EDITOR, site);
		String page = board.get("/bien-tap/co-to/lien-ket-hong").body();
		assertThat(page).contains("hỏng 1", "hỏng 2", "hỏng 3", "hỏng 4", "hỏng 5", "5 liên kết hỏng")
			.contains("Tệp không còn", "chưa đăng", "Không có trang nào");
		in(other, () -> {
			this.publishing.withdraw(there);
			return there;
		});
		in(site, () -> {
			this.publishing.withdraw(here);
			return here;
		});
		look();
		assertThat(counted(site)).isEqualTo(7);
		assertThat(board.get("/bien-tap/co-to/lien-ket-hong").body()).contains("đã gỡ");
		in(other, () -> {
			this.publishing.publish(there);
			return there;
		});
		look();
		assertThat(counted(site)).isEqualTo(6);
	}

	@Test
	void whatIsRenewedOrWithdrawnTakesItsLinksAlong() {
		Site site = this.portal.site("an-tuc");
		long entry = publish(site, "Sẽ sửa", "<p><a href=\"/khong/co\">hỏng</a></p>");
		look();
		assertThat(counted(site)).isEqualTo(1);
		in(site, () -> this.publishing.save(entry, 1, text("Sẽ sửa", "<p>Không còn liên kết</p>"), LAN));
		look();
		assertThat(counted(site)).as("citizens still see the old text").isEqualTo(1);
		in(site, () -> {
			this.publishing.publish(entry);
			return entry;
		});
		look();
		assertThat(counted(site)).isZero();
	}

	@Test
	void officersSeeTheirSitesAndABoardOnlyItsOwn() {
		Site site = this.portal.site("le-tri");
		publish(site, "Cho huyện xem", "<p><a href=\"/khong/co\">Hỏng riêng của Lê Trì</a></p>");
		look();
		TestPortal.Desk officer = this.portal.login(Role.AREA_MONITOR, site.area().id());
		assertThat(officer.get("/lien-ket-hong").body()).contains("/bien-tap/le-tri/lien-ket-hong");
		assertThat(officer.get("/bien-tap/le-tri/lien-ket-hong").body()).contains("Hỏng riêng của Lê Trì")
			.doesNotContain("Kiểm tra lại</button>");
		assertThat(officer.post("/bien-tap/le-tri/lien-ket-hong", Map.of("bai", "1", "thu", "0")).statusCode())
			.isEqualTo(403);
		TestPortal.Desk elsewhere = this.portal.login(Role.AREA_MONITOR, this.portal.site("long-dien-a").area().id());
		assertThat(elsewhere.get("/lien-ket-hong").body()).doesNotContain("/bien-tap/le-tri");
		assertThat(elsewhere.get("/lien-ket-hong?huyen=tri-ton").statusCode()).isEqualTo(404);
		TestPortal.Desk board = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("luong-an-tra"));
		assertThat(board.get("/lien-ket-hong").statusCode()).isEqualTo(404);
		assertThat(board.get("/bien-tap/le-tri/lien-ket-hong").statusCode()).isEqualTo(404);
		assertThat(board.get("/bien-tap/luong-an-tra/lien-ket-hong").body()).doesNotContain("Hỏng riêng");
	}

	private @Nullable Problem ask(String address, Duration timeout) throws InterruptedException {
		return new LinkCheck(settings(true, timeout), this.addresses).ask(address).problem();
	}

	private ExternalLinks external() {
		LinkSettings settings = settings(true, Patiently.LONG);
		return new ExternalLinks(this.jdbc, this.overseer, this.transaction, new LinkCheck(settings, this.addresses),
				settings, this.clock);
	}

	/** Asks all that is due so much later, on this machine and nowhere else. */
	private void ask(ExternalLinks links, Duration later) {
		quiet();
		this.clock.ahead(later, () -> {
			try {
				boolean more = links.askNext();
				while (more) {
					more = links.askNext();
				}
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private void quiet() {
		this.jdbc.sql("UPDATE link_host SET next_at = 'infinity' WHERE host <> '127.0.0.1'").update();
		this.jdbc.sql("UPDATE link_host SET next_at = now() WHERE host = '127.0.0.1'").update();
	}

	private static LinkSettings settings(boolean privateAddresses, Duration timeout) {
		return settings(privateAddresses, timeout, Duration.ZERO);
	}

	private static LinkSettings settings(boolean privateAddresses, Duration timeout, Duration hostPause) {
		return new LinkSettings(Duration.ZERO, true, 1, timeout, hostPause, Duration.ofDays(14), Duration.ofDays(1), 3,
				privateAddresses);
	}

	private int counted(Site site) {
		BrokenLinks.Count count = this.broken.counts(List.of(site)).get(site.id());
		return (count != null) ? count.all() : 0;
	}

	private void look() {
		boolean looked = this.runner.lookNow();
		while (!looked) {
			// the portal's own look goes on just now
			Thread.onSpinWait();
			looked = this.runner.lookNow();
		}
	}

	private long publish(Site site, String title, String body) {
		return in(site, () -> {
			long id = this.publishing.begin(EntryType.ARTICLE, text(title, body), "Lan");
			this.publishing.publish(id);
			return id;
		});
	}

	private EntryText text(String title, String body) {
		this.categories.ensureStandard();
		return new EntryText(title, "", body, this.categories.all().getFirst().id(), Map.of(), "");
	}

	private static <T> T in(Site site, Supplier<T> work) {
		return CurrentSite.call(site.id(), work);
	}

}
