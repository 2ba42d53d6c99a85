package vn.conglang.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Raises a site's version. The version is part of the key of every cached page, so a
 * change that citizens could see must raise it in its own transaction; then the old pages
 * are never asked for again, and nothing needs to be evicted.
 */
@Component
public class SiteVersions {

	private final JdbcClient jdbc;

	private final Sites sites;

	SiteVersions(JdbcClient jdbc, Sites sites) {
		this.jdbc = jdbc;
		this.sites = sites;
	}

	/**
	 * Raises the version of the site at work, once per transaction however often it is
	 * called. This node uses the new version as soon as the transaction is committed, the
	 * others when the database has told them.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void raise() {
		SiteId site = CurrentSite.require();
		if (TransactionSynchronizationManager.hasResource(this)) {
			return;
		}
		long version = this.jdbc.sql(
				"UPDATE site SET version = version + 1, changed_at = clock_timestamp() WHERE id = :id RETURNING version")
			.param("id", site.value())
			.query(Long.class)
			.single();
		TransactionSynchronizationManager.bindResource(this, version);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				SiteVersions.this.sites.learn(site, version);
			}

			@Override
			public void afterCompletion(int status) {
				TransactionSynchronizationManager.unbindResourceIfPossible(SiteVersions.this);
			}

		});
	}

	/**
	 * Raises the versions of many sites in one statement, for a change that belongs to no
	 * site but is seen on all of them. Otherwise like {@link #raise()}.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void raise(Collection<SiteId> sites) {
		if (sites.isEmpty()) {
			return;
		}
		Map<SiteId, Long> versions = new HashMap<>();
		this.jdbc.sql("SELECT site, raised FROM raise_site_versions(:sites::bigint[])")
			.param("sites", sites.stream().map((site) -> "" + site.value()).collect(Collectors.joining(",", "{", "}")))
			.query((row) -> {
				versions.put(new SiteId(row.getLong("site")), row.getLong("raised"));
			});
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				versions.forEach(SiteVersions.this.sites::learn);
			}

		});
	}

}
