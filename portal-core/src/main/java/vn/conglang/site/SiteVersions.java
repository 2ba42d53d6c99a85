package vn.conglang.site;

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

}
