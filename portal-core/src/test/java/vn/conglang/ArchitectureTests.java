package vn.conglang;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "vn.conglang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/**
	 * Native SQL passes by Hibernate's tenant filter; only row-level security holds then.
	 * So every class that writes it stands here with its reason.
	 */
	private static final Set<String> NATIVE_SQL = Set.of(
			// no table of a site, or the owner's work
			"vn.conglang.database.DatabaseConfiguration", "vn.conglang.site.Sites",
			"vn.conglang.site.SiteConfiguration", "vn.conglang.site.SiteVersions",
			"vn.conglang.site.SiteVersionListener", "vn.conglang.site.TenantConfigurationApplier",
			"vn.conglang.identity.LoginThrottle", "vn.conglang.media.SharedRecords",
			"vn.conglang.appearance.ThemeLocks", "vn.conglang.analytics.VisitSalts",
			"vn.conglang.analytics.MatomoSites", "vn.conglang.reports.Reports", "vn.conglang.reports.SettingsStore",
			"vn.conglang.reports.ApiKeys", "vn.conglang.reports.ReportMailer",
			// the overseer reads across sites
			"vn.conglang.content.ProvinceNews", "vn.conglang.content.EntryImport", "vn.conglang.volume.Standings",
			"vn.conglang.volume.Volumes", "vn.conglang.volume.VolumeCheck", "vn.conglang.editorial.OfferAnswers",
			"vn.conglang.appearance.ChosenThemes", "vn.conglang.search.SearchCountReport",
			"vn.conglang.analytics.VisitReport", "vn.conglang.editorial.BoardWork", "vn.conglang.editorial.Promptness",
			"vn.conglang.upkeep.SectionStates", "vn.conglang.emulation.OfficerActs", "vn.conglang.emulation.Silences",
			// the overseer reads across sites, and the owner's function writes all scores
			// of a period at once
			"vn.conglang.emulation.FrozenScores",
			// reminders, contacts and letters: added in the site at work, read across
			// sites as
			// the overseer
			"vn.conglang.care.Reminders", "vn.conglang.care.Contacts", "vn.conglang.care.FindingsSeen",
			"vn.conglang.care.WeekLetters", "vn.conglang.editorial.OpenOffers", "vn.conglang.emulation.ScoreNotices",
			// plain inserts and a lock, in the site at work
			"vn.conglang.content.SiteLock", "vn.conglang.media.MediaRecords", "vn.conglang.volume.VolumeRecorder",
			// what is due, late, told and waiting, in all sites
			"vn.conglang.editorial.PlanRunner", "vn.conglang.editorial.OverdueRunner", "vn.conglang.editorial.Notices",
			"vn.conglang.editorial.Tasks", "vn.conglang.editorial.WorkingCopyCleaner",
			// all of a site's day in a few statements, in the site at work
			"vn.conglang.analytics.VisitFacts",
			// counts of many searches in one statement, in the site at work
			"vn.conglang.search.SearchCounts",
			// locks a row and keeps what was found under it, in the site at work
			"vn.conglang.upkeep.Survey",
			// one statement every few seconds per writer, in the site at work
			"vn.conglang.editorial.WorkingCopies",
			// one statement puts a draft in the place of the one before, in the site at
			// work
			"vn.conglang.appearance.LookDrafts",
			// files wait in all sites; their rows are taken, kept and locked in the site
			// at
			// work
			"vn.conglang.search.FileTextRunner", "vn.conglang.search.FileTexts",
			// hashes are looked for in arrays and texts, in the site at work
			"vn.conglang.content.EntriesWithMedia", "vn.conglang.editorial.WorkingCopiesWithMedia",
			// full text: in the site at work, or as the overseer for the whole province
			"vn.conglang.search.Hits", "vn.conglang.search.Indexer", "vn.conglang.search.SearchFeed",
			// which sites wait, and what is outdated; words of no site
			"vn.conglang.search.IndexRunner", "vn.conglang.search.Again", "vn.conglang.search.NearWords",
			// sketches and pairs of texts, many in a statement: written in the site at
			// work,
			// compared and read as the overseer; campaigns are of no site
			"vn.conglang.likeness.Sketches", "vn.conglang.likeness.Comparing", "vn.conglang.likeness.Rounds",
			"vn.conglang.likeness.ComparedTexts", "vn.conglang.likeness.CampaignTexts", "vn.conglang.likeness.Likeness",
			// links, many in a statement, in the site at work; addresses outside are of
			// no
			// site
			"vn.conglang.links.LinkCollector", "vn.conglang.links.InternalLinks", "vn.conglang.links.ExternalLinks",
			"vn.conglang.links.LinksRunner", "vn.conglang.links.BrokenLinks",
			// what goes to Elasticsearch, of all sites
			"vn.conglang.search.SearchRows", "vn.conglang.search.ElasticConfiguration");

	@ArchTest
	static final ArchRule entitiesStayInsideTheirModule = classes().that()
		.areAnnotatedWith(Entity.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule repositoriesStayInsideTheirModule = classes().that()
		.areAssignableTo(Repository.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule nativeSqlIsWrittenOnlyWhereListed = noClasses()
		.that(DescribedPredicate.describe("are not listed", (JavaClass type) -> !NATIVE_SQL.contains(outermost(type))))
		.should()
		.dependOnClassesThat()
		.areAssignableTo(JdbcClient.class);

	@ArchTest
	static final ArchRule repositoriesHaveNoNativeQueries = methods().that()
		.areAnnotatedWith(Query.class)
		.should(ArchCondition.from(DescribedPredicate.describe("be in JPQL",
				(JavaMethod method) -> !method.getAnnotationOfType(Query.class).nativeQuery())));

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = fields().should().notBeAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule nobodyPrintsBesideTheCommandLine = noClasses().that()
		.resideOutsideOfPackage("vn.conglang")
		.should()
		.accessField(System.class, "out");

	@ArchTest
	static final ArchRule controllersAreSeenByNobody = classes().that()
		.haveSimpleNameEndingWith("Controller")
		.should()
		.notHaveModifier(JavaModifier.PUBLIC);

	private static String outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type.getName());
	}

}
