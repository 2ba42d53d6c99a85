package vn.conglang.search;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.TestImport;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.search.RelevanceSet.Answer;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether people find what they mean. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceTests {

	private static final String SLUG = "dinh-thanh";

	@Autowired
	private BeanFactory beans;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Search search;

	@BeforeAll
	void theSetIsPublished() {
		String folder = RelevanceSet.FOLDER.toString();
		assertThat(TestImport
			.run(this.beans, "--site", SLUG, "--type", "legal-document", folder + "/documents.csv")
			.output()).contains("439 imported, 0 already there, 0 bad");
		assertThat(TestImport.run(this.beans, "--site", SLUG, folder + "/articles.jsonl").output())
			.contains("231 imported, 0 already there, 0 bad");
	}

	@Test
	void atLeast95Of100QueriesFindWhatIsMeantAmongTheFirstThree() {
		Site site = this.portal.site(SLUG);
		List<Answer> answers = RelevanceSet.ask((text) -> CurrentSite.call(site.id(),
				() -> this.search.find(new SearchQuery(text, Reach.SITE, RelevanceSet.LOOKED_AT)).hits()));
		assertThat(answers).hasSizeGreaterThan(100);
		assertThat(RelevanceSet.success(answers)).as(RelevanceSet.failures(answers)).isGreaterThanOrEqualTo(0.95);
	}

}
