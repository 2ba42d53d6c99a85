package vn.conglang.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans under clocks that are not the machine's own. */
@PortalTest
@Isolated("the time zone is everybody's")
class PlanClockTests {

	private final TimeZone zone = TimeZone.getDefault();

	@Autowired
	private TestPortal portal;

	@Autowired
	private PlannedActRepository planned;

	@Autowired
	private ActRepository acts;

	@Autowired
	private Publishing publishing;

	@Autowired
	private DeskEntries entries;

	@Autowired
	private EditorialPolicy policy;

	@Autowired
	private Categories categories;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private MessageSource messages;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@AfterEach
	void backToTheZoneOfThisMachine() {
		TimeZone.setDefault(this.zone);
	}

	@Test
	void fiveMinutesPastEightInVietnamIsThatMomentWhereverTheMachineThinksItIs() throws Exception {
		Site site = this.portal.site("an-phu-an-phu");
		User chief = this.portal.user(this.portal.login(Role.CHIEF_EDITOR, site).username());
		long id = published(site);
		Instant time = Instant.parse("2027-03-15T01:05:00Z");

		TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
		assertThat(EntryEditorController.time("2027-03-15T08:05")).isEqualTo(time);
		in(site, () -> {
			plans("2027-03-14T01:00:00Z").withdrawal(site, id, time, chief);
			return true;
		});
		TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
		assertThat(in(site, () -> plans("2027-03-14T01:00:00Z").of(id)).getFirst().at()).isEqualTo(time);
		assertThat(Texts.time(time)).isEqualTo(LocalDateTime.parse("2027-03-15T08:05"));

		assertThat(afterRun(site, id, "2027-03-15T01:04:59.999Z")).as("not a moment before")
			.isEqualTo(EntryStatus.PUBLISHED);
		assertThat(afterRun(site, id, "2027-03-15T01:05:00Z")).isEqualTo(EntryStatus.WITHDRAWN);
		// somebody publishes it again, and the machine's clock is set back over the
		// moment
		in(site, () -> {
			this.publishing.publish(id);
			return true;
		});
		assertThat(afterRun(site, id, "2027-03-15T00:00:00Z")).isEqualTo(EntryStatus.PUBLISHED);
		assertThat(afterRun(site, id, "2027-03-15T01:05:00Z")).as("not a second time").isEqualTo(EntryStatus.PUBLISHED);
		assertThat(in(site, () -> this.acts.findByEntryIdOrderByIdDesc(id)).stream()
			.filter((act) -> act.kind() == Act.Kind.WITHDRAWN)).hasSize(1);
	}

	private EntryStatus afterRun(Site site, long id, String now) throws Exception {
		new PlanRunner(this.overseer, plans(now), this.messages, clock(now)).run();
		return in(site, () -> this.entries.open(id).orElseThrow().status());
	}

	/** Built by hand, with the transactions that the portal would put around it. */
	private Plans plans(String now) {
		return new Plans(this.planned, this.acts, this.publishing, this.entries, this.policy, this.events, clock(now)) {

			@Override
			public void carryOut(long plannedId) {
				PlanClockTests.this.transaction.executeWithoutResult((status) -> super.carryOut(plannedId));
			}

			@Override
			public void failed(long plannedId, String why) {
				PlanClockTests.this.transaction.executeWithoutResult((status) -> super.failed(plannedId, why));
			}

		};
	}

	private static Clock clock(String now) {
		return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
	}

	private long published(Site site) throws Exception {
		return in(site, () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(EntryType.ARTICLE, new EntryText("Bài của đồng hồ", "", "<p>a</p>",
					this.categories.find("thong-bao").orElseThrow().id(), Map.of(), ""), "thử");
			this.publishing.publish(id);
			return id;
		});
	}

	private <T> T in(Site site, Callable<T> work) throws Exception {
		return CurrentSite.call(site.id(), () -> this.transaction.execute((status) -> {
			try {
				return work.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}));
	}

}
