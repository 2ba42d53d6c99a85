package vn.conglang.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.modulith.test.Scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@EnableScenarios
class PublishingTests {

	private static final User LAN = new User(1, "lan", "Lan", true, Instant.EPOCH, null, MailChoice.AT_ONCE, List.of());

	@Autowired
	private Publishing publishing;

	@Autowired
	private DeskEntries desk;

	@Autowired
	private PublishedEntries published;

	@Autowired
	private Categories categories;

	@Autowired
	private Sites sites;

	@Autowired
	private TestPortal portal;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Test
	void aDraftIsSeenByNobodyUntilItIsPublished() {
		Site site = this.portal.site("ba-chuc");
		long id = draft(site, "Bản nháp kín");
		assertThat(this.portal.get("ba-chuc.localhost", "/bai-viet/ban-nhap-kin").statusCode()).isEqualTo(404);
		in(site, () -> this.publishing.publish(id));
		assertThat(this.portal.get("ba-chuc.localhost", "/bai-viet/ban-nhap-kin").body()).contains("Bản nháp kín");
		assertThat(this.portal.get("ba-chuc.localhost", "/").body()).contains("Bản nháp kín");
	}

	@Test
	void publishingTellsItInsideTheSite(Scenario scenario) {
		Site site = this.portal.site("ba-chuc");
		long id = draft(site, "Có người nghe");
		// the scenario's own transaction needs the site as well
		in(site, () -> scenario.stimulate(() -> this.publishing.publish(id))
			.andWaitForEventOfType(EntryPublished.class)
			.matching((event) -> event.entryId() == id)
			.toArriveAndVerify((event) -> {
				assertThat(event.site()).isEqualTo(site.id());
				assertThat(event.appeared()).isTrue();
				assertThat(event.work().words()).isEqualTo(3);
			}));
	}

	@Test
	void editingWhatIsPublishedLeavesItUpUntilTheNewTextIsPublished() {
		Site site = this.portal.site("tri-ton");
		long id = draft(site, "Lịch họp tháng này");
		in(site, () -> this.publishing.publish(id));
		in(site, () -> this.publishing.save(id, base(id), text(site, "Lịch họp đã đổi", "<p>Mới</p>"), LAN));
		String address = "/bai-viet/lich-hop-thang-nay";
		assertThat(this.portal.get("tri-ton.localhost", address).body()).contains("Lịch họp tháng này")
			.doesNotContain("Lịch họp đã đổi");
		in(site, () -> this.publishing.publish(id));
		assertThat(this.portal.get("tri-ton.localhost", address).body()).contains("Lịch họp đã đổi");
	}

	@Test
	void whatIsWithdrawnIsGoneAtOnceButNotLost() {
		Site site = this.portal.site("co-to");
		long id = draft(site, "Tin sẽ gỡ");
		in(site, () -> this.publishing.publish(id));
		assertThat(this.portal.get("co-to.localhost", "/bai-viet/tin-se-go").statusCode()).isEqualTo(200);
		in(site, () -> this.publishing.withdraw(id));
		assertThat(this.portal.get("co-to.localhost", "/bai-viet/tin-se-go").statusCode()).isEqualTo(404);
		assertThat(this.portal.get("co-to.localhost", "/").body()).doesNotContain("Tin sẽ gỡ");
		CurrentSite.run(site.id(),
				() -> assertThat(this.desk.open(id).orElseThrow().text().title()).isEqualTo("Tin sẽ gỡ"));
	}

	@Test
	void everyChangeThatCitizensSeeRaisesTheVersionAndADraftDoesNot() {
		Site site = this.portal.site("luong-phi");
		long before = this.sites.version(site.id());
		long id = draft(site, "Phiên bản");
		assertThat(this.sites.version(site.id())).isEqualTo(before);
		in(site, () -> this.publishing.publish(id));
		assertThat(this.sites.version(site.id())).isEqualTo(before + 1);
		in(site, () -> this.publishing.withdraw(id));
		assertThat(this.sites.version(site.id())).isEqualTo(before + 2);
	}

	@Test
	void whatIsMissingKeepsItFromBeingPublishedAndSaysWhere() {
		Site site = this.portal.site("luong-phi");
		long id = in(site, () -> this.publishing.begin(EntryType.LEGAL_DOCUMENT,
				new EntryText("Trích yếu", "", "", null, Map.of("issued", "2026-01-02"), ""), "Lan"));
		assertThatExceptionOfType(Publishing.Refused.class)
			.isThrownBy(() -> in(site, () -> this.publishing.publish(id)))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(EntryText.Problem::field)
				.containsExactlyInAnyOrder("categoryId", "number", "documentType", "issuer"));
	}

	@Test
	void twoEntriesWithOneTitleGetTwoAddresses() {
		Site site = this.portal.site("luong-phi");
		long first = draft(site, "Cùng tên");
		long second = draft(site, "Cùng tên");
		CurrentSite.run(site.id(), () -> {
			assertThat(this.desk.open(first).orElseThrow().slug()).isEqualTo("cung-ten");
			assertThat(this.desk.open(second).orElseThrow().slug()).isEqualTo("cung-ten-2");
		});
	}

	@Test
	void manyWhoBeginWithOneTitleAtOnceAllGetAnAddress() throws Exception {
		Site site = this.portal.site("luong-an-tra");
		in(site, () -> this.categories.ensureStandard());
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Long>> begun = Collections.nCopies(8, () -> draft(site, "Cùng một lúc"));
			for (Future<Long> one : people.invokeAll(begun)) {
				assertThat(one.get()).isPositive();
			}
		}
	}

	@Test
	void aLateSaveNeverOverwritesWhatSomebodyElseSaved() {
		Site site = this.portal.site("luong-phi");
		long id = draft(site, "Hai người viết");
		int opened = in(site, () -> base(id));
		in(site, () -> this.publishing.save(id, opened, text(site, "Của Mai", "<p>Mai</p>"), LAN));
		assertThatExceptionOfType(Publishing.ChangedMeanwhile.class).isThrownBy(
				() -> in(site, () -> this.publishing.save(id, opened, text(site, "Của Lan", "<p>Lan</p>"), LAN)));
		CurrentSite.run(site.id(),
				() -> assertThat(this.desk.open(id).orElseThrow().text().title()).isEqualTo("Của Mai"));
	}

	@Test
	void anEntryOfAnotherSiteIsNotThere() {
		long id = draft(this.portal.site("luong-phi"), "Của Lương Phi");
		Site other = this.portal.site("an-tuc");
		assertThatExceptionOfType(Publishing.NotFound.class)
			.isThrownBy(() -> in(other, () -> this.publishing.publish(id)));
		assertThatExceptionOfType(Publishing.NotFound.class)
			.isThrownBy(() -> in(other, () -> this.publishing.withdraw(id)));
		CurrentSite.run(other.id(), () -> {
			assertThat(this.desk.open(id)).isEmpty();
			assertThat(this.desk.preview(id)).isEmpty();
			assertThat(this.published.find(EntryType.ARTICLE, "cua-luong-phi")).isEmpty();
		});
	}

	@Test
	void factsAgreeWithTheEntriesAfterAStormOfActsFromManyThreads() throws Exception {
		Site site = this.portal.site("ta-danh");
		List<Long> ids = IntStream.range(0, 8).mapToObj((i) -> draft(site, "Bão " + i)).toList();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Boolean>> acts = new ArrayList<>();
			for (int round = 0; round < 5; round++) {
				for (Long id : ids) {
					acts.add(() -> attempt(() -> in(site, () -> this.publishing.publish(id))));
					acts.add(() -> attempt(() -> in(site, () -> this.publishing.withdraw(id))));
				}
			}
			for (Future<Boolean> act : people.invokeAll(acts)) {
				act.get();
			}
		}
		// the last fact of every entry says what the entry says
		assertThat(this.overseer.sql("""
				SELECT count(*) FROM entry e LEFT JOIN LATERAL (
				    SELECT act FROM volume_fact f WHERE f.entry_id = e.id ORDER BY id DESC LIMIT 1) last ON true
				WHERE e.site_id = :site AND e.slug LIKE 'bao-%'
				  AND (e.status = 'PUBLISHED') <> (coalesce(last.act, 'WITHDRAWN') <> 'WITHDRAWN')""")
			.param("site", site.id().value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void legalDocumentsAreFoundByNumberAndAbstractWithoutDiacritics() {
		Site site = this.portal.site("nui-voi");
		in(site, () -> {
			long id = this.publishing
				.begin(EntryType.LEGAL_DOCUMENT,
						new EntryText("Kế hoạch phòng, chống hạn mặn", "", "", category(), Map.of("number",
								"15/KH-UBND", "documentType", "Kế hoạch", "issuer", "UBND xã", "issued", "2026-02-03"),
								""),
						"Lan");
			this.publishing.publish(id, LocalDate.of(2026, 2, 3).atStartOfDay(ZoneOffset.UTC).toInstant());
		});
		String host = "nui-voi.localhost";
		for (String query : List.of("tu-khoa=han+man", "tu-khoa=15/kh-ubnd", "loai=K%E1%BA%BF+ho%E1%BA%A1ch",
				"nam=2026", "co-quan=UBND+x%C3%A3&nam=2026")) {
			assertThat(this.portal.get(host, "/van-ban?" + query).body()).as(query).contains("15/KH-UBND");
		}
		for (String query : List.of("tu-khoa=%25", "tu-khoa=_", "nam=2025", "loai=Quy%E1%BA%BFt",
				"tu-khoa=%27%20OR%201=1--")) {
			assertThat(this.portal.get(host, "/van-ban?" + query).body()).as(query).doesNotContain("15/KH-UBND");
		}
	}

	private long draft(Site site, String title) {
		return in(site, () -> this.publishing.begin(EntryType.ARTICLE, text(site, title, "<p>Một hai ba</p>"), "Lan"));
	}

	private EntryText text(Site site, String title, String body) {
		return new EntryText(title, "Tóm tắt", body, category(), Map.of(), "Lan");
	}

	private long category() {
		this.categories.ensureStandard();
		return this.categories.find("tin-tuc-su-kien").orElseThrow().id();
	}

	private int base(long id) {
		return this.desk.open(id).orElseThrow().number();
	}

	private static <T> T in(Site site, Supplier<T> work) {
		return CurrentSite.call(site.id(), work);
	}

	private static void in(Site site, Runnable work) {
		CurrentSite.run(site.id(), work);
	}

	private static boolean attempt(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (OptimisticLockingFailureException ex) {
			// somebody else was quicker: an honest answer
			return false;
		}
	}

}
