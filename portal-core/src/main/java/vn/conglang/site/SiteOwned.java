package vn.conglang.site;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;

/**
 * What belongs to one site. Hibernate fills in the site at work and adds it to every
 * query; row-level security in the database checks it again.
 */
@MappedSuperclass
public abstract class SiteOwned {

	@TenantId
	@Column(name = "site_id", nullable = false, updatable = false)
	private @Nullable Long siteId;

	/** The site it belongs to. */
	public SiteId site() {
		if (this.siteId == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return new SiteId(this.siteId);
	}

}
