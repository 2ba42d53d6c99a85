package vn.conglang.search;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.content.TestImport;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.search.RelevanceSet.Answer;
import vn.conglang.search.SearchResult.Hit;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** People find what they mean, whichever engine answers. */
abstract class RelevanceContract {

	private static final String SLUG = "dinh-thanh";

	@Autowired
	private BeanFactory beans;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Search search;

	/** Waits until everything that was published in a site can be found. */
	abstract void settle(Site site);

	/** Asks this portal's engine all queries of the set. */
	List<Answer> ask() {
		return ask(this.search);
	}

	List<Answer> ask(Search search) {
		publish("--type", "legal-document", "documents.csv");
		publish("--type", "article", "articles.jsonl");
		Site site = this.portal.site(SLUG);
		settle(site);
		Function<String, List<Hit>> find = (
				text) -> search.find(new SearchQuery(text, Reach.SITE, RelevanceSet.LOOKED_AT)).hits();
		return CurrentSite.call(site.id(), () -> RelevanceSet.ask(find));
	}

	private void publish(String option, String value, String file) {
		TestImport.Result result = TestImport.run(this.beans, "--site", SLUG, option, value,
				RelevanceSet.FOLDER.resolve(file).toString());
		assertThat(result.code()).as(result.errors()).isZero();
	}

	@Test
	void atLeast95Of100QueriesFindWhatIsMeantAmongTheFirstThree() {
		List<Answer> answers = ask();
		RelevanceSet.report(getClass().getSimpleName(), answers);
		assertThat(answers).hasSizeGreaterThan(100);
		assertThat(RelevanceSet.success(answers)).as(RelevanceSet.failures(answers)).isGreaterThanOrEqualTo(0.95);
	}

}
