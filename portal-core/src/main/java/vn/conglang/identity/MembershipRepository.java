package vn.conglang.identity;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who is a member of what. */
interface MembershipRepository extends Repository<Membership, Long> {

	@Query("select m from Membership m join fetch m.account a where m.siteId = :site order by m.role, a.displayName, a.id")
	List<Membership> ofSite(long site);

	/** The same, and others wait who want to change it. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select m from Membership m where m.siteId = :site order by m.id")
	List<Membership> lock(long site);

	/** Who may work now for any of the sites. */
	@Query("""
			select new vn.conglang.identity.Users$Holder(m.siteId, a.id, a.displayName, m.role)
			from Membership m join m.account a
			where m.siteId in :sites and m.suspended = false and a.enabled = true order by a.displayName, a.id""")
	List<Users.Holder> ofSites(Collection<Long> sites);

}
