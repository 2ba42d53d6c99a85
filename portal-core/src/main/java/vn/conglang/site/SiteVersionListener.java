package vn.conglang.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears from the database when another node raised a site's version or applied a new
 * configuration. Should the line break, it is taken up again; a poll every few seconds
 * stands behind it.
 */
@Component
@ConditionalOnWebApplication
class SiteVersionListener implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SiteVersionListener.class);

	private static final Duration POLL = Duration.ofSeconds(5);

	private final DataSource dataSource;

	private final JdbcClient overseer;

	private final Sites sites;

	private volatile boolean running;

	private @Nullable Thread thread;

	SiteVersionListener(@Qualifier("overseerDataSource") DataSource dataSource,
			@Qualifier("overseerJdbc") JdbcClient overseer, Sites sites) {
		this.dataSource = dataSource;
		this.overseer = overseer;
		this.sites = sites;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("site-versions").start(this::listen);
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void listen() {
		boolean failed = false;
		while (isRunning()) {
			try (Connection connection = this.dataSource.getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("LISTEN portal_site; LISTEN portal_configuration");
				if (failed) {
					log.info("Hearing of site versions again");
					failed = false;
				}
				// what happened before the line stood
				this.sites.reload();
				follow(connection.unwrap(PGConnection.class));
				statement.execute("UNLISTEN *");
			}
			catch (SQLException | RuntimeException ex) {
				if (isRunning() && !failed) {
					log.warn("Cannot hear of site versions from the database, trying again: {}", ex.getMessage());
				}
				failed = true;
				LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
			}
		}
	}

	private void follow(PGConnection line) throws SQLException {
		Instant polled = Instant.now();
		while (isRunning()) {
			PGNotification[] notifications = line.getNotifications(1000);
			for (PGNotification notification : (notifications != null) ? notifications : new PGNotification[0]) {
				if (notification.getName().equals("portal_site")) {
					String[] words = notification.getParameter().split(" ", 2);
					this.sites.learn(new SiteId(Long.parseLong(words[0])), Long.parseLong(words[1]));
				}
				else {
					this.sites.reload();
				}
			}
			if (polled.plus(POLL).isBefore(Instant.now())) {
				polled = Instant.now();
				poll();
			}
		}
	}

	private void poll() {
		this.overseer.sql("SELECT id, version FROM site WHERE changed_at > now() - interval '1 minute'")
			.query((row, number) -> {
				this.sites.learn(new SiteId(row.getLong("id")), row.getLong("version"));
				return true;
			})
			.list();
	}

}
