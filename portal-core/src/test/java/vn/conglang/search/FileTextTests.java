package vn.conglang.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.media.Attachment;
import vn.conglang.media.Attachments;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** From an attached file to the entry that is found by it. */
@SearchTest
class FileTextTests {

	@Autowired
	private FileTexts texts;

	@Autowired
	private FileTextRunner runner;

	@Autowired
	private Attachments attachments;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Search search;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Autowired
	private MeterRegistry metrics;

	@Autowired
	private TestPortal portal;

	@Test
	void anEntryIsFoundByWhatStandsInItsFilesAndEachFileIsReadOnce() throws Exception {
		Site site = this.portal.site("long-an");
		Attachment pdf = attach(site, "ke-hoach.pdf", AttachedFiles.pdf("Bến phà Vàm Xáng\nđóng cửa để sửa chữa"));
		long first = publish(site, "Thông báo", pdf, true);
		assertThat(found(site, "Vàm Xáng", Reach.SITE)).isEmpty();
		this.runner.run();
		assertThat(found(site, "Vàm Xáng", Reach.SITE)).containsExactly(first);
		assertThat(found(site, "\"vam xang dong cua\"", Reach.SITE)).containsExactly(first);
		long draft = publish(site, "Bản nháp", pdf, false);
		assertThat(found(site, "Vàm Xáng", Reach.SITE)).containsExactly(first);
		assertThat(found(site, "Vàm Xáng", Reach.DESK)).containsExactlyInAnyOrder(first, draft);
		assertThat(row(site, pdf)).containsEntry("state", "DONE")
			.containsEntry("reason", "")
			.containsEntry("tries", (short) 1);
	}

	@Test
	void aFileThatCannotBeReadDisturbsNobody() throws Exception {
		Site site = this.portal.site("long-binh");
		Attachment broken = attach(site, "hong.pdf", "%PDF-1.7\n1 0 obj<<>>endobj".getBytes(StandardCharsets.UTF_8));
		long id = publish(site, "Biên bản thẩm định", broken, true);
		assertThat(found(site, "thẩm định", Reach.SITE)).containsExactly(id);
		this.runner.run();
		assertThat(row(site, broken)).containsEntry("state", "FAILED")
			.containsEntry("reason", "BROKEN")
			.containsEntry("tries", (short) 1);
		assertThat(found(site, "thẩm định", Reach.SITE)).containsExactly(id);
		assertThat(this.metrics.get("portal.search.files").tag("state", "failed").gauge().value()).isPositive();
	}

	@Test
	void whatNodesHaveDiedOfIsNotTouchedAFourthTime() throws Exception {
		Site site = this.portal.site("long-chau");
		Attachment file = attach(site, "nang.pdf", AttachedFiles.pdf("Không ai đọc nổi"));
		note(site, file);
		for (int attempt = 1; attempt <= FileTexts.MOST_TRIES; attempt++) {
			assertThat(CurrentSite.call(site.id(), () -> this.texts.take(hash(file)))).contains(attempt);
			// another node, or this one meanwhile
			assertThat(CurrentSite.call(site.id(), () -> this.texts.take(hash(file)))).isEmpty();
			CurrentSite.run(site.id(),
					() -> this.jdbc.sql("UPDATE search_file SET at = now() WHERE site_id = :site")
						.param("site", site.id().value())
						.update());
		}
		this.runner.run();
		assertThat(row(site, file)).containsEntry("state", "FAILED").containsEntry("reason", "CRASHED");
	}

	@Test
	void filesOfAnotherSiteAreNotRead() {
		Site site = this.portal.site("long-giang");
		Attachment file = attach(this.portal.site("long-hoa"), "rieng.txt",
				"Của xã khác".getBytes(StandardCharsets.UTF_8));
		assertThat(note(site, file)).isEmpty();
		assertThat(rows(site)).isZero();
	}

	@Test
	void theWordsOfAFileGoWithTheFile() throws Exception {
		Site site = this.portal.site("long-hung");
		Attachment file = attach(site, "danh-sach.txt", "Danh sách riêng".getBytes(StandardCharsets.UTF_8));
		note(site, file);
		this.runner.run();
		assertThat(note(site, file)).isEqualTo("Danh sách riêng");
		long id = this.overseer.sql("SELECT id FROM media WHERE site_id = :site")
			.param("site", site.id().value())
			.query(Long.class)
			.single();
		this.portal.login(Role.CHIEF_EDITOR, site)
			.post("/bien-tap/" + site.slug() + "/thu-vien/" + id + "/xoa", Map.of());
		assertThat(rows(site)).isZero();
		assertThat(note(site, file)).isEmpty();
	}

	private Attachment attach(Site site, String name, byte[] content) {
		return CurrentSite.call(site.id(), () -> this.attachments.add(content, name, "Lan"));
	}

	private long publish(Site site, String title, Attachment file, boolean publish) {
		return CurrentSite.call(site.id(), () -> this.transaction.execute((status) -> {
			this.categories.ensureStandard();
			Long category = this.categories.find("tin-tuc-su-kien").orElseThrow().id();
			long id = this.publishing.begin(
					EntryType.ARTICLE, new EntryText(title, "Tóm tắt",
							"<p><a class=\"tep\" href=\"" + file.url() + "\">Tải về</a></p>", category, Map.of(), ""),
					"thử");
			if (publish) {
				this.publishing.publish(id);
			}
			return id;
		}));
	}

	private String note(Site site, Attachment file) {
		return CurrentSite.call(site.id(),
				() -> this.transaction.execute((status) -> this.texts.textOf(List.of(hash(file)))));
	}

	private List<Long> found(Site site, String text, Reach reach) {
		Patiently.await()
			.until(() -> this.overseer.sql("SELECT count(*) FROM search_pending WHERE site_id = :site")
				.param("site", site.id().value())
				.query(Long.class)
				.single() == 0);
		return CurrentSite.call(site.id(), () -> this.search.find(new SearchQuery(text, reach, 20)))
			.hits()
			.stream()
			.map(SearchResult.Hit::entryId)
			.toList();
	}

	private Map<String, Object> row(Site site, Attachment file) {
		return this.overseer
			.sql("SELECT state, reason, tries FROM search_file" + " WHERE site_id = :site AND hash = :hash")
			.param("site", site.id().value())
			.param("hash", hash(file))
			.query((row, number) -> Map.<String, Object>of("state", row.getString("state"), "reason",
					row.getString("reason"), "tries", row.getShort("tries")))
			.single();
	}

	private long rows(Site site) {
		return this.overseer.sql("SELECT count(*) FROM search_file WHERE site_id = :site")
			.param("site", site.id().value())
			.query(Long.class)
			.single();
	}

	private static String hash(Attachment file) {
		return file.url().split("/")[2];
	}

}
