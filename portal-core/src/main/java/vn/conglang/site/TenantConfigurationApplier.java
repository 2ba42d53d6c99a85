package vn.conglang.site;

import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the database in line with the tenant configuration, in one transaction as the
 * owner. Applying the same again changes nothing; a site that is no longer declared is
 * retired, never deleted, and comes back when declared again.
 */
class TenantConfigurationApplier {

	private static final Logger log = LoggerFactory.getLogger(TenantConfigurationApplier.class);

	private static final long LOCK = 7203002;

	private final JdbcClient owner;

	private final TransactionTemplate transaction;

	TenantConfigurationApplier(DataSource owner) {
		this.owner = JdbcClient.create(owner);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
	}

	/** Applies the configuration; two nodes that start at once take turns. */
	void apply(TenantConfiguration configuration) {
		this.transaction.executeWithoutResult((status) -> {
			this.owner.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row) -> {
			});
			long province = province(configuration.province());
			int changed = 0;
			Set<String> declared = new HashSet<>();
			// hosts may move from one site to another, so all are given up first
			changed += giveUpHosts(configuration);
			for (TenantConfiguration.DeclaredArea area : configuration.areas()) {
				long areaId = area(province, area);
				for (TenantConfiguration.DeclaredSite site : area.sites()) {
					changed += site(areaId, site);
					declared.add(site.slug());
				}
			}
			int retired = retire(declared);
			if (changed + retired > 0) {
				this.owner.sql("NOTIFY portal_configuration").update();
				log.info("Tenant configuration applied: {} sites declared, {} changes, {} retired", declared.size(),
						changed, retired);
			}
		});
	}

	private long province(TenantConfiguration.DeclaredProvince province) {
		return this.owner.sql("""
				INSERT INTO province (slug, kind, name) VALUES (:slug, :kind, :name)
				ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, name = excluded.name RETURNING id""")
			.param("slug", province.slug())
			.param("kind", province.kind())
			.param("name", province.name())
			.query(Long.class)
			.single();
	}

	private long area(long province, TenantConfiguration.DeclaredArea area) {
		return this.owner.sql("""
				INSERT INTO area (province_id, slug, code, kind, name) VALUES (:province, :slug, :code, :kind, :name)
				ON CONFLICT (province_id, slug)
				DO UPDATE SET code = excluded.code, kind = excluded.kind, name = excluded.name RETURNING id""")
			.param("province", province)
			.param("slug", area.slug())
			.param("code", area.code())
			.param("kind", area.kind())
			.param("name", area.name())
			.query(Long.class)
			.single();
	}

	private int giveUpHosts(TenantConfiguration configuration) {
		List<String> kept = configuration.areas()
			.stream()
			.flatMap((area) -> area.sites().stream())
			.flatMap((site) -> site.hosts().stream().map((host) -> host + " " + site.slug()))
			.toList();
		return this.owner.sql("""
				DELETE FROM site_host h USING site s
				WHERE s.id = h.site_id AND h.host || ' ' || s.slug NOT IN (SELECT unnest(:kept))""")
			.param("kept", kept.toArray(String[]::new))
			.update();
	}

	private int site(long area, TenantConfiguration.DeclaredSite site) {
		int changed = this.owner
			.sql("""
					INSERT INTO site (area_id, slug, code, kind, name, theme, matomo, emc, trust_badge, google,
					    bing, zalo)
					VALUES (:area, :slug, :code, :kind, :name, :theme, :matomo, :emc, :badge, :google, :bing, :zalo)
					ON CONFLICT (slug) DO UPDATE
					SET area_id = excluded.area_id, code = excluded.code, kind = excluded.kind, name = excluded.name,
					    theme = excluded.theme, matomo = excluded.matomo, emc = excluded.emc,
					    trust_badge = excluded.trust_badge, google = excluded.google, bing = excluded.bing,
					    zalo = excluded.zalo, status = 'ACTIVE', version = site.version + 1,
					    changed_at = clock_timestamp()
					WHERE (site.area_id, site.code, site.kind, site.name, site.theme, site.matomo, site.emc,
					       site.trust_badge, site.google, site.bing, site.zalo, site.status)
					    IS DISTINCT FROM (excluded.area_id, excluded.code, excluded.kind, excluded.name, excluded.theme,
					       excluded.matomo, excluded.emc, excluded.trust_badge, excluded.google, excluded.bing, excluded.zalo,
					       'ACTIVE')""")
			.param("area", area)
			.param("slug", site.slug())
			.param("code", site.code())
			.param("kind", site.kind())
			.param("name", site.name())
			.param("theme", site.theme())
			.param("matomo", site.integrations().matomo(), Types.INTEGER)
			.param("emc", site.integrations().emc(), Types.VARCHAR)
			.param("badge", site.integrations().trustBadge(), Types.VARCHAR)
			.param("google", site.integrations().google(), Types.VARCHAR)
			.param("bing", site.integrations().bing(), Types.VARCHAR)
			.param("zalo", site.integrations().zalo(), Types.VARCHAR)
			.update();
		for (String host : site.hosts()) {
			changed += this.owner.sql("""
					INSERT INTO site_host (host, site_id) SELECT :host, id FROM site WHERE slug = :slug
					ON CONFLICT (host) DO NOTHING""").param("host", host).param("slug", site.slug()).update();
		}
		return changed;
	}

	private int retire(Set<String> declared) {
		return this.owner.sql("""
				UPDATE site SET status = 'RETIRED', version = version + 1, changed_at = clock_timestamp()
				WHERE status = 'ACTIVE' AND slug NOT IN (SELECT unnest(:declared))""")
			.param("declared", declared.toArray(String[]::new))
			.update();
	}

}
