package vn.conglang.analytics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.SiteVersions;
import vn.conglang.site.Sites;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a site is connected with: what the tenant configuration says, unless its board has
 * chosen otherwise.
 */
@Service
public class Connections {

	private static final int SHOWN_CHANGES = 30;

	private static final int MOST_KNOWN = 1_000;

	private final Cache<Key, Connected> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

	private final ConnectionChangeRepository changes;

	private final ConnectionSettings settings;

	private final AnalyticsSettings.Matomo matomo;

	private final MatomoSites matomoSites;

	private final Sites sites;

	private final SiteVersions versions;

	private final TransactionTemplate reading;

	private final Clock clock;

	Connections(ConnectionChangeRepository changes, ConnectionSettings settings, AnalyticsSettings analytics,
			MatomoSites matomoSites, Sites sites, SiteVersions versions, PlatformTransactionManager transactions,
			Clock clock) {
		this.changes = changes;
		this.settings = settings;
		this.matomo = analytics.matomo();
		this.matomoSites = matomoSites;
		this.sites = sites;
		this.versions = versions;
		// asked from anywhere, also while something is done in another site
		this.reading = new TransactionTemplate(transactions);
		this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.reading.setReadOnly(true);
		this.clock = clock;
	}

	/**
	 * What the site is connected with now. Cheap: read anew only when something about the
	 * site has changed.
	 */
	public Connected of(Site site) {
		return this.known.get(new Key(site.id(), this.sites.version(site.id()), site.integrations()),
				(key) -> CurrentSite.call(site.id(),
						() -> connected(site, Objects.requireNonNull(this.reading.execute((status) -> current())))));
	}

	/**
	 * Whether the portal itself counts the visits of a site. Never fails; what cannot be
	 * known is not counted.
	 */
	boolean areVisitsCountedHere(Site site) {
		try {
			return of(site).tracking() == Connected.Tracking.SERVER;
		}
		catch (DataAccessException | TransactionException ex) {
			return false;
		}
	}

	private Connected connected(Site site, ConnectionChoice choice) {
		Connected.Tracking tracking = Objects.requireNonNullElse(choice.tracking(), Connected.Tracking.SERVER);
		String emc = chosen(choice.emc(), site.integrations().emc());
		String domain = chosen(choice.badge(), site.integrations().trustBadge());
		List<Connected.Verification> verifications = new ArrayList<>();
		for (Proof proof : Proof.values()) {
			String code = chosen(proof.code(choice), proof.usual(site.integrations()));
			if (code != null) {
				verifications.add(new Connected.Verification(proof.tag(), code));
			}
		}
		return new Connected(tracking,
				(emc != null) ? new Connected.Emc(emc, this.settings.emc().script(), this.settings.emc().tracker())
						: null,
				(tracking == Connected.Tracking.SCRIPT) ? script(site) : null,
				(domain != null) ? badge(domain, chosen(choice.badgePage(), null)) : null, List.copyOf(verifications));
	}

	private Connected.@Nullable Matomo script(Site site) {
		String own = this.settings.matomo().browserUrl();
		String url = own.isEmpty() ? this.matomo.url() : own;
		Integer id = this.matomoSites.idOf(site);
		return (id != null && this.matomo.on()) ? new Connected.Matomo(id, url.endsWith("/") ? url : url + "/") : null;
	}

	private Connected.TrustBadge badge(String domain, @Nullable String page) {
		String encoded = URLEncoder.encode(domain, StandardCharsets.UTF_8);
		return new Connected.TrustBadge(domain, (page != null) ? page : this.settings.trustBadge().page() + encoded,
				this.settings.trustBadge().image() + encoded);
	}

	private static @Nullable String chosen(@Nullable String own, @Nullable String configured) {
		String text = (own != null) ? own : configured;
		return (text == null || text.isEmpty()) ? null : text;
	}

	/** What the board of the site at work has chosen. */
	@Transactional(readOnly = true)
	ConnectionChoice current() {
		return this.changes.findFirstByOrderByIdDesc().map(ConnectionChange::choice).orElse(ConnectionChoice.USUAL);
	}

	/** What was changed last, {@code null} where nothing was. */
	@Transactional(readOnly = true)
	@Nullable ConnectionChange latest() {
		return this.changes.findFirstByOrderByIdDesc().orElse(null);
	}

	/**
	 * Puts a choice into force.
	 * @param base identity of the change that was the latest when the work began, 0 for
	 * none
	 * @return {@code false} when somebody else has changed something meanwhile; then
	 * nothing is done
	 */
	@Transactional
	boolean change(ConnectionChoice choice, long base, String by) {
		// also makes those who change the same site wait for each other
		this.versions.raise();
		if (base() != base) {
			return false;
		}
		this.changes.save(new ConnectionChange(choice, false, by, this.clock.instant()));
		return true;
	}

	/**
	 * Takes the latest change back, if it is the one that somebody has seen. Doing it
	 * twice brings it again.
	 * @return {@code false} when something was changed meanwhile, or never; then nothing
	 * is done
	 */
	@Transactional
	boolean undo(long base, String by) {
		this.versions.raise();
		if (base == 0 || base() != base) {
			return false;
		}
		ConnectionChoice before = this.changes.findFirstByIdLessThanOrderByIdDesc(base)
			.map(ConnectionChange::choice)
			.orElse(ConnectionChoice.USUAL);
		this.changes.save(new ConnectionChange(before, true, by, this.clock.instant()));
		return true;
	}

	private long base() {
		ConnectionChange latest = latest();
		return (latest != null) ? latest.id() : 0;
	}

	/** What was changed, the latest first. */
	@Transactional(readOnly = true)
	List<Change> history() {
		List<ConnectionChange> latest = this.changes.findByOrderByIdDesc(Limit.of(SHOWN_CHANGES + 1));
		return IntStream.range(0, Math.min(latest.size(), SHOWN_CHANGES)).mapToObj((i) -> {
			ConnectionChange change = latest.get(i);
			ConnectionChoice before = (i + 1 < latest.size()) ? latest.get(i + 1).choice() : ConnectionChoice.USUAL;
			return new Change(change.undo(), change.byName(), change.at(), before, change.choice());
		}).toList();
	}

	/**
	 * That the connections were changed.
	 *
	 * @param undo whether an earlier change was taken back
	 */
	record Change(boolean undo, String by, Instant at, ConnectionChoice before, ConnectionChoice after) {
	}

	private record Key(SiteId site, long version, Site.Integrations configured) {
	}

}
