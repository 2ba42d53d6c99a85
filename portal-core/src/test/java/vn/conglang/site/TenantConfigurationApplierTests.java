package vn.conglang.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class TenantConfigurationApplierTests {

	@Autowired
	private Sites sites;

	@Autowired
	private KnownThemes themes;

	@Autowired
	private TestPortal portal;

	@Autowired
	@Qualifier("ownerDataSource")
	private DataSource owner;

	@Test
	void applyingTheSameAgainChangesNothing() {
		List<Long> before = this.sites.all().stream().map((site) -> this.sites.version(site.id())).toList();
		apply(asDeclared());
		assertThat(this.sites.all().stream().map((site) -> this.sites.version(site.id()))).isEqualTo(before);
	}

	@Test
	void aSiteThatIsDroppedIsRetiredAndComesBackWhenDeclaredAgain() {
		Site dropped = this.portal.site("phu-long");
		apply(without("phu-long"));
		assertThat(this.sites.bySlug("phu-long")).isEmpty();
		assertThat(this.sites.byId(dropped.id()).orElseThrow().retired()).isTrue();
		assertThat(this.portal.get("phu-long.localhost", "/").statusCode()).isEqualTo(404);
		apply(asDeclared());
		assertThat(this.sites.bySlug("phu-long").orElseThrow().id()).isEqualTo(dropped.id());
		assertThat(this.portal.get("phu-long.localhost", "/").statusCode()).isEqualTo(200);
	}

	@Test
	void aHostCanMoveToAnotherSiteInOneStep() {
		apply(withHost("long-hoa", "doi-cho.example.org"));
		assertThat(this.sites.byHost("doi-cho.example.org").orElseThrow().slug()).isEqualTo("long-hoa");
		apply(withHost("phu-lam", "doi-cho.example.org"));
		assertThat(this.sites.byHost("doi-cho.example.org").orElseThrow().slug()).isEqualTo("phu-lam");
	}

	@AfterEach
	void asItWas() {
		apply(asDeclared());
	}

	private TenantConfiguration asDeclared() {
		return new TenantConfigurationReader(this.themes.ids()).read("classpath:tenant-config/an-giang");
	}

	private TenantConfiguration without(String slug) {
		return changed((site) -> site.slug().equals(slug) ? null : site);
	}

	private TenantConfiguration withHost(String slug, String host) {
		return changed((site) -> {
			if (!site.slug().equals(slug)) {
				return site;
			}
			List<String> hosts = new ArrayList<>(site.hosts());
			hosts.add(host);
			return new TenantConfiguration.DeclaredSite(site.slug(), site.code(), site.kind(), site.name(),
					site.theme(), hosts, site.integrations());
		});
	}

	private TenantConfiguration changed(Change change) {
		TenantConfiguration declared = asDeclared();
		return new TenantConfiguration(declared.province(), declared.areas()
			.stream()
			.map((area) -> new TenantConfiguration.DeclaredArea(area.slug(), area.code(), area.kind(), area.name(),
					area.sites().stream().flatMap((site) -> Stream.ofNullable(change.to(site))).toList()))
			.toList());
	}

	private void apply(TenantConfiguration configuration) {
		new TenantConfigurationApplier(this.owner).apply(configuration);
		this.sites.reload();
	}

	/** What becomes of a declared site; {@code null} drops it. */
	private interface Change {

		TenantConfiguration.@Nullable DeclaredSite to(TenantConfiguration.DeclaredSite site);

	}

}
