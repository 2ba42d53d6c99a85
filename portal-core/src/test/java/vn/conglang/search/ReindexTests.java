package vn.conglang.search;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SearchTest
class ReindexTests {

	private static final LongConsumer NOBODY = (done) -> {
	};

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Search search;

	@Autowired
	private Again again;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Autowired
	private AutowireCapableBeanFactory beans;

	private List<Long> publish(Site site, int count) {
		List<Long> ids = CurrentSite.call(site.id(), () -> {
			this.categories.ensureStandard();
			Long category = this.categories.find("tin-tuc-su-kien").orElseThrow().id();
			return IntStream.range(0, count).mapToObj((i) -> {
				long id = this.publishing.begin(EntryType.ARTICLE,
						new EntryText("Cù lao số " + i, "", "<p>Bên sông.</p>", category, Map.of(), ""), "thử");
				this.publishing.publish(id);
				return id;
			}).toList();
		});
		Patiently.await().until(() -> count("SELECT count(*) FROM search_pending WHERE site_id = " + site.id()) == 0);
		return ids;
	}

	private long count(String sql) {
		return this.overseer.sql(sql).query(Long.class).single();
	}

	private long wrong(Site site) {
		return this.again.wrong()
			.stream()
			.filter((wrong) -> wrong.site().equals(site.id()))
			.mapToLong(Again.Wrong::entries)
			.sum();
	}

	private long found(Site site) {
		return CurrentSite.call(site.id(), () -> this.search.find(new SearchQuery("cù lao", Reach.SITE, 10)).total());
	}

	private void damage(Site site, String sql) {
		CurrentSite.run(site.id(), () -> assertThat(this.jdbc.sql(sql).update()).isPositive());
	}

	private Ended run(Object command, String... words) {
		this.beans.autowireBean(command);
		StringWriter out = new StringWriter();
		int code = new CommandLine(command).setOut(new PrintWriter(out)).execute(words);
		return new Ended(code, out.toString());
	}

	@Test
	void aCheckFindsWhatIsWrongAndReindexMakesItRight() {
		Site site = this.portal.site("vinh-te");
		List<Long> ids = publish(site, 5);
		assertThat(wrong(site)).isZero();

		damage(site,
				"UPDATE search_document SET shown = false, desk = false, words = '' WHERE entry_id = " + ids.get(0));
		damage(site, "UPDATE search_document SET revision_id = 1 WHERE entry_id = " + ids.get(1));
		damage(site, "UPDATE search_document SET analysis = 1 WHERE entry_id = " + ids.get(2));
		assertThat(wrong(site)).isEqualTo(3);
		assertThat(found(site)).isEqualTo(4);
		Ended check = run(new CheckSearchCommand());
		assertThat(check.code()).isOne();
		assertThat(check.out()).contains("vinh-te: 3 entries differ from the search index")
			.contains("bin/portal reindex");

		Ended reindex = run(new ReindexCommand(), "--site", "vinh-te");
		assertThat(reindex.code()).isZero();
		assertThat(reindex.out()).contains("5 entries indexed in");
		assertThat(wrong(site)).isZero();
		assertThat(found(site)).isEqualTo(5);
	}

	@Test
	void whatNoEntryIsBehindIsWrongAndNotShown() {
		Site site = this.portal.site("vinh-gia");
		List<Long> ids = publish(site, 2);
		damage(site, "UPDATE search_document SET entry_id = entry_id + 1000000 WHERE entry_id = " + ids.getFirst());

		assertThat(wrong(site)).isEqualTo(2);
		assertThat(
				CurrentSite.call(site.id(), () -> this.search.find(new SearchQuery("cù lao", Reach.SITE, 10)).hits()))
			.extracting(SearchResult.Hit::entryId)
			.containsExactly(ids.get(1));
		// the stray is emptied, the entry indexed
		run(new ReindexCommand(), "--site", "vinh-gia");
		assertThat(wrong(site)).isZero();
		assertThat(found(site)).isEqualTo(2);
	}

	@Test
	void brokenOffItGoesOnBehindTheSitesThatAreThrough() {
		publish(this.portal.site("vinh-hau"), 1);
		publish(this.portal.site("vinh-loc"), 1);
		AtomicInteger steps = new AtomicInteger();
		this.again.all((done) -> steps.incrementAndGet());
		int sites = this.again.open().size();

		AtomicInteger step = new AtomicInteger();
		assertThatThrownBy(() -> this.again.all((done) -> {
			if (step.incrementAndGet() == steps.get()) {
				throw new IllegalStateException("đứt");
			}
		})).isInstanceOf(IllegalStateException.class);
		assertThat(this.again.open()).hasSizeLessThan(sites);
		this.again.all(NOBODY);
		assertThat(count("SELECT count(*) FROM search_again WHERE ended IS NULL")).isZero();
		assertThat(this.again.wrong()).isEmpty();
	}

	@Test
	void anUnknownSiteIsTold() {
		assertThatThrownBy(() -> {
			ReindexCommand command = new ReindexCommand();
			this.beans.autowireBean(command);
			new CommandLine(command).setExecutionExceptionHandler((failure, line, parsed) -> {
				throw failure;
			}).parseArgs("--site", "khong-co");
			command.call();
		}).hasMessage("There is no site \"khong-co\".");
	}

	private record Ended(int code, String out) {
	}

}
