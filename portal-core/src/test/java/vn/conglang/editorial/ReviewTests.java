package vn.conglang.editorial;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Progress;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class ReviewTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Workflows workflows;

	@Autowired
	private Plans plans;

	@Autowired
	private Publishing publishing;

	@Autowired
	private DeskEntries entries;

	@Autowired
	private Categories categories;

	@Autowired
	private Users users;

	@Test
	void whatAContributorWritesIsPublishedWhenTheDeputyApproves() {
		Site site = this.portal.site("vinh-binh");
		User lan = person(Role.CONTRIBUTOR, site);
		User mai = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Đại hội chi bộ ấp", lan);
		in(site, () -> this.reviews.submit(site, id, lan));
		assertThat(entry(site, id).progress()).isEqualTo(Progress.IN_REVIEW);
		assertThat(entry(site, id).waitsFor()).isEqualTo("Duyệt và đăng");
		assertThat(status(site, "dai-hoi-chi-bo-ap")).isEqualTo(404);
		approve(site, id, mai);
		assertThat(entry(site, id).status()).isEqualTo(EntryStatus.PUBLISHED);
		assertThat(entry(site, id).progress()).isEqualTo(Progress.DONE);
		assertThat(status(site, "dai-hoi-chi-bo-ap")).isEqualTo(200);
		assertThat(acts(site, id)).containsExactly(Act.Kind.PUBLISHED, Act.Kind.APPROVED, Act.Kind.SUBMITTED);
	}

	@Test
	void aTextPassesThroughEveryStageAndEachIsDecidedByItsRole() {
		Site site = this.portal.site("vinh-hanh");
		in(site, () -> this.workflows.choose(ReadyWorkflow.THREE_STEPS, "thử"));
		User writer = person(Role.CONTRIBUTOR, site);
		User editor = person(Role.EDITOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		User chief = person(Role.CHIEF_EDITOR, site);
		long id = draft(site, "Làm đường liên ấp", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		refused("editorial.policy.stage.EDITOR", () -> approve(site, id, writer));
		approve(site, id, editor);
		refused("editorial.policy.stage.DEPUTY_EDITOR", () -> approve(site, id, editor));
		approve(site, id, deputy);
		refused("editorial.policy.stage.CHIEF_EDITOR", () -> approve(site, id, deputy));
		assertThat(status(site, "lam-duong-lien-ap")).isEqualTo(404);
		approve(site, id, chief);
		assertThat(status(site, "lam-duong-lien-ap")).isEqualTo(200);
	}

	@Test
	void stagesThatTheSenderHoldsAreSkippedButNotTheLast() {
		Site site = this.portal.site("vinh-hanh");
		in(site, () -> this.workflows.choose(ReadyWorkflow.THREE_STEPS, "thử"));
		User editor = person(Role.EDITOR, site);
		User chief = person(Role.CHIEF_EDITOR, site);
		long first = draft(site, "Bài của biên tập viên", editor);
		assertThat(in(site, () -> this.reviews.submit(site, first, editor)).stageName()).isEqualTo("Duyệt nội dung");
		long second = draft(site, "Bài của Trưởng Ban", chief);
		assertThat(in(site, () -> this.reviews.submit(site, second, chief)).stageName()).isEqualTo("Duyệt và đăng");
		assertThat(status(site, "bai-cua-truong-ban")).isEqualTo(404);
	}

	@Test
	void whoAloneWroteATextDoesNotAloneApproveItUnlessTheWorkflowSaysSo() {
		Site site = this.portal.site("vinh-hoa");
		User chief = person(Role.CHIEF_EDITOR, site);
		long id = draft(site, "Một mình tôi viết", chief);
		refused("editorial.policy.twoPersons", () -> in(site, () -> this.reviews.publishAtOnce(site, id, chief, null)));
		assertThat(entry(site, id).progress()).as("nothing half-done").isEqualTo(Progress.WRITING);
		in(site, () -> this.reviews.submit(site, id, chief));
		refused("editorial.policy.twoPersons", () -> approve(site, id, chief));
		approve(site, id, person(Role.DEPUTY_EDITOR, site));
		assertThat(status(site, "mot-minh-toi-viet")).isEqualTo(200);

		in(site, () -> this.workflows.choose(ReadyWorkflow.ALONE, "thử"));
		long other = draft(site, "Ban chỉ có một người", chief);
		in(site, () -> this.reviews.publishAtOnce(site, other, chief, null));
		assertThat(status(site, "ban-chi-co-mot-nguoi")).isEqualTo(200);
	}

	@Test
	void whoCorrectsAnothersTextMayApproveIt() {
		Site site = this.portal.site("vinh-loi");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Bài có lỗi chính tả", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		in(site, () -> this.reviews.revised(id,
				this.publishing.save(id, 1, text(site, "Bài hết lỗi chính tả"), deputy)));
		approve(site, id, deputy);
		assertThat(this.portal.get("vinh-loi.localhost", "/").body()).contains("Bài hết lỗi chính tả");
	}

	@Test
	void aReturnedTextSaysWhyAndCannotBeReturnedWithoutAReason() {
		Site site = this.portal.site("vinh-my");
		TestPortal.Desk writer = this.portal.login(Role.CONTRIBUTOR, site);
		TestPortal.Desk deputy = this.portal.login(Role.DEPUTY_EDITOR, site);
		User author = this.portal.user(writer.username());
		long id = draft(site, "Thiếu ảnh", author);
		in(site, () -> this.reviews.submit(site, id, author));
		String entry = "/bien-tap/vinh-my/bai/" + id;
		assertThat(deputy.follow(deputy.post(entry + "/tra-lai", Map.of("reason", "   ", "tu", "duyet"))).body())
			.contains("Xin ghi lý do trả lại");
		assertThat(entry(site, id).progress()).isEqualTo(Progress.IN_REVIEW);
		assertThat(deputy.follow(deputy.post(entry + "/tra-lai", Map.of("reason", "Thêm ảnh <b>lễ khởi công</b>.")))
			.body()).contains("Đã trả lại");
		assertThat(entry(site, id).progress()).isEqualTo(Progress.RETURNED);
		assertThat(writer.get(entry).body()).contains("Thêm ảnh &lt;b&gt;lễ khởi công&lt;/b&gt;.");
		assertThat(writer.get("/viec").body()).contains("Thiếu ảnh").contains("trả lại");
		assertThat(writer.get("/thong-bao").body()).contains("trả lại bài “Thiếu ảnh”");
		in(site, () -> this.reviews.submit(site, id, author));
		assertThat(entry(site, id).progress()).isEqualTo(Progress.IN_REVIEW);
	}

	@Test
	void ofTwoWhoDecideAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
		Site site = this.portal.site("vinh-nhuan");
		User writer = person(Role.CONTRIBUTOR, site);
		User mai = person(Role.DEPUTY_EDITOR, site);
		User hoa = person(Role.CHIEF_EDITOR, site);
		for (int round = 0; round < 8; round++) {
			long id = draft(site, "Hai người cùng duyệt " + round, writer);
			in(site, () -> this.reviews.submit(site, id, writer));
			long seen = entry(site, id).revisionId();
			CountDownLatch start = new CountDownLatch(1);
			try (ExecutorService both = Executors.newFixedThreadPool(2)) {
				Future<Boolean> approved = both.submit(() -> {
					start.await();
					return decided(() -> in(site, () -> this.reviews.approve(site, id, seen, mai, null)));
				});
				Future<Boolean> returned = both.submit(() -> {
					start.await();
					return decided(() -> in(site, () -> this.reviews.giveBack(site, id, "Chưa được", hoa)));
				});
				start.countDown();
				boolean first = approved.get(20, TimeUnit.SECONDS);
				boolean second = returned.get(20, TimeUnit.SECONDS);
				assertThat(first ^ second).as("exactly one").isTrue();
				assertThat(entry(site, id).status() == EntryStatus.PUBLISHED).isEqualTo(first);
				assertThat(acts(site, id).stream()
					.filter((kind) -> kind == Act.Kind.APPROVED || kind == Act.Kind.RETURNED)).hasSize(1);
			}
		}
	}

	private static boolean decided(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (Reviews.NotNow ex) {
			assertThat(ex.key()).startsWith("editorial.review.decided.");
			return false;
		}
	}

	@Test
	void whoLostTheRoleMeanwhileDecidesNoMore() {
		Site site = this.portal.site("vinh-thanh");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Người duyệt vừa thôi việc", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		this.users.revoke(deputy.username(), deputy.grants().getFirst());
		refused("editorial.policy.stage.DEPUTY_EDITOR", () -> approve(site, id, deputy));
		this.users.grant(deputy.username(), deputy.grants().getFirst());
		this.users.enable(deputy.username(), false);
		assertThatExceptionOfType(Users.NotSignedIn.class).isThrownBy(() -> approve(site, id, deputy));
		assertThat(entry(site, id).progress()).isEqualTo(Progress.IN_REVIEW);
	}

	@Test
	void aTextThatChangedWhileItWasReadIsNotApprovedUnread() {
		Site site = this.portal.site("vinh-thanh");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Bài đổi giữa chừng", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		long seen = entry(site, id).revisionId();
		in(site, () -> this.reviews.revised(id, this.publishing.save(id, 1, text(site, "Đã đổi"), deputy)));
		refused("editorial.review.textChanged",
				() -> in(site, () -> this.reviews.approve(site, id, seen, deputy, null)));
	}

	@Test
	void whileATextIsReadItsWriterChangesNothingUntilItIsRecalled() {
		Site site = this.portal.site("vinh-thanh");
		TestPortal.Desk writer = this.portal.login(Role.CONTRIBUTOR, site);
		User author = this.portal.user(writer.username());
		long id = draft(site, "Đang chờ duyệt", author);
		in(site, () -> this.reviews.submit(site, id, author));
		HttpResponse<String> page = writer.post("/bien-tap/vinh-thanh/bai/" + id,
				Map.of("base", "1", "title", "Sửa lén", "bodyHtml", "<p>Chữ tôi vừa gõ</p>"));
		assertThat(page.body()).contains("muốn viết tiếp, xin rút bài lại".substring(5)).contains("Chữ tôi vừa gõ");
		assertThat(entry(site, id).text().title()).isEqualTo("Đang chờ duyệt");
		writer.post("/bien-tap/vinh-thanh/bai/" + id + "/rut-lai", Map.of());
		assertThat(entry(site, id).progress()).isEqualTo(Progress.WRITING);
		assertThat(writer.follow(writer.post("/bien-tap/vinh-thanh/bai/" + id,
				Map.of("base", "1", "title", "Sửa công khai", "bodyHtml", "<p>Mới</p>")))
			.body()).contains("Đã lưu bản nháp");
	}

	@Test
	void anIncompleteTextIsNotSentAndSaysWhatIsMissing() {
		Site site = this.portal.site("vinh-thanh-trung");
		User writer = person(Role.CONTRIBUTOR, site);
		long id = in(site, () -> this.publishing.begin(EntryType.ARTICLE,
				new EntryText("Không có gì", "", "", null, Map.of(), ""), writer));
		assertThatExceptionOfType(Publishing.Refused.class)
			.isThrownBy(() -> in(site, () -> this.reviews.submit(site, id, writer)))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(EntryText.Problem::field)
				.contains("categoryId", "bodyHtml"));
		assertThat(entry(site, id).progress()).isEqualTo(Progress.WRITING);
	}

	@Test
	void editingWhatIsPublishedLeavesItUpUntilTheNewTextIsApproved() {
		Site site = this.portal.site("vinh-thanh-trung");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Lịch tiêm vắc-xin", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		approve(site, id, deputy);
		in(site, () -> this.publishing.save(id, 1, text(site, "Lịch tiêm mới"), writer));
		in(site, () -> this.reviews.submit(site, id, writer));
		String address = "/bai-viet/lich-tiem-vac-xin";
		assertThat(this.portal.get("vinh-thanh-trung.localhost", address).body()).contains("Lịch tiêm vắc-xin")
			.doesNotContain("Lịch tiêm mới");
		approve(site, id, deputy);
		assertThat(this.portal.get("vinh-thanh-trung.localhost", address).body()).contains("Lịch tiêm mới");
	}

	@Test
	void aReviewEndsByTheWorkflowItBeganWith() {
		Site site = this.portal.site("vinh-trung");
		User writer = person(Role.CONTRIBUTOR, site);
		User editor = person(Role.EDITOR, site);
		User chief = person(Role.CHIEF_EDITOR, site);
		in(site, () -> this.workflows.choose(ReadyWorkflow.TWO_STEPS, "thử"));
		long id = draft(site, "Gửi trước khi đổi quy trình", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		in(site, () -> this.workflows.choose(ReadyWorkflow.ONE_STEP, "thử"));
		assertThat(approve(site, id, editor)).as("passed on").isFalse();
		assertThat(approve(site, id, chief)).as("published").isTrue();
	}

	@Test
	void aBoardSetsItsOwnWorkflowAndAWrongOneIsRefusedWithItsReasons() {
		Site site = this.portal.site("vinh-trung");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		String own = "/bien-tap/vinh-trung/quy-trinh";
		String page = chief.post(own, Map.of("name", "", "stageName", "Đọc", "stageRole", "EDITOR", "stageHours", "0"))
			.body();
		assertThat(page).contains("Xin đặt tên cho quy trình").contains("từ 1 đến 160 giờ").contains("value=\"Đọc\"");
		assertThat(chief.follow(chief.post(own,
				Map.of("name", "Đọc soát <b>", "twoPerson", "true", "stageName", "Soát lỗi", "stageRole",
						"CHIEF_EDITOR", "stageHours", "4")))
			.body()).contains("Đọc soát &lt;b&gt;").contains("Soát lỗi");
		assertThat(this.portal.login(Role.EDITOR, site).post(own + "/chon", Map.of("mau", "ALONE")).statusCode())
			.isEqualTo(403);
		assertThat(in(site, this.workflows::current).twoPerson()).isTrue();
	}

	@Test
	void approvedForLaterIsPublishedAtItsTimeOnceHoweverManyNodesTry() throws Exception {
		Site site = this.portal.site("vinh-xuong");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Hẹn giờ đăng", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		long seen = entry(site, id).revisionId();
		refused("editorial.plan.past",
				() -> in(site, () -> this.plans.withdrawal(site, id, Instant.now().minus(Duration.ofDays(1)), deputy)));
		Instant soon = Instant.now().plus(Duration.ofSeconds(4));
		in(site, () -> this.reviews.approve(site, id, seen, deputy, soon));
		assertThat(entry(site, id).progress()).isEqualTo(Progress.SCHEDULED);
		assertThat(status(site, "hen-gio-dang")).isEqualTo(404);
		long plan = in(site, () -> this.plans.of(id)).getFirst().id();
		in(site, () -> this.plans.carryOut(plan));
		assertThat(entry(site, id).status()).as("not before its time").isEqualTo(EntryStatus.DRAFT);
		// the portal's own runner and four more nodes
		try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = java.util.stream.IntStream.range(0, 4)
				.<Future<?>>mapToObj((node) -> nodes.submit(() -> {
					while (entry(site, id).status() != EntryStatus.PUBLISHED) {
						in(site, () -> this.plans.carryOut(plan));
					}
				}))
				.toList();
			for (Future<?> node : all) {
				node.get(1, TimeUnit.MINUTES);
			}
		}
		assertThat(status(site, "hen-gio-dang")).isEqualTo(200);
		assertThat(acts(site, id).stream().filter((kind) -> kind == Act.Kind.PUBLISHED)).hasSize(1);
		assertThat(entry(site, id).progress()).isEqualTo(Progress.DONE);
	}

	@Test
	void aPlanThatIsDroppedDoesNotHappenAndTheTextIsADraftAgain() {
		Site site = this.portal.site("vinh-xuong");
		User writer = person(Role.CONTRIBUTOR, site);
		User deputy = person(Role.DEPUTY_EDITOR, site);
		long id = draft(site, "Hẹn rồi thôi", writer);
		in(site, () -> this.reviews.submit(site, id, writer));
		long seen = entry(site, id).revisionId();
		in(site, () -> this.reviews.approve(site, id, seen, deputy, Instant.now().plus(Duration.ofDays(1))));
		refused("editorial.plan.beforePublication",
				() -> in(site, () -> this.plans.withdrawal(site, id, Instant.now().plus(Duration.ofHours(1)), deputy)));
		in(site, () -> this.plans.drop(site, id, PlannedAct.Kind.PUBLISH, deputy));
		assertThat(in(site, () -> this.plans.of(id))).isEmpty();
		assertThat(entry(site, id).progress()).isEqualTo(Progress.WRITING);
	}

	private User person(Role role, Site site) {
		return this.portal.user(this.portal.login(role, site).username());
	}

	private long draft(Site site, String title, User by) {
		return in(site, () -> this.publishing.begin(EntryType.ARTICLE, text(site, title), by));
	}

	private EntryText text(Site site, String title) {
		return in(site, () -> {
			this.categories.ensureStandard();
			return new EntryText(title, "Tóm tắt", "<p>Nội dung</p>",
					this.categories.find("thong-bao").orElseThrow().id(), Map.of(), "Lan");
		});
	}

	private boolean approve(Site site, long id, User by) {
		long seen = entry(site, id).revisionId();
		return in(site, () -> this.reviews.approve(site, id, seen, by, null));
	}

	private DeskEntries.Opened entry(Site site, long id) {
		return in(site, () -> this.entries.open(id).orElseThrow());
	}

	private List<Act.Kind> acts(Site site, long id) {
		return in(site, () -> this.reviews.history(id).stream().map(Act::kind).toList());
	}

	private int status(Site site, String slug) {
		return this.portal.get(site.slug() + ".localhost", "/bai-viet/" + slug).statusCode();
	}

	private static void refused(String key, Runnable act) {
		assertThatExceptionOfType(Reviews.NotNow.class).isThrownBy(act::run)
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo(key));
	}

	private static <T> T in(Site site, java.util.function.Supplier<T> work) {
		return CurrentSite.call(site.id(), work);
	}

	private static void in(Site site, Runnable work) {
		CurrentSite.run(site.id(), work);
	}

}
