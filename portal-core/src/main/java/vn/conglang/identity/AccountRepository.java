package vn.conglang.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts. */
interface AccountRepository extends Repository<Account, Long> {

	@EntityGraph(attributePaths = "memberships")
	Optional<Account> findByUsername(String username);

	@EntityGraph(attributePaths = "memberships")
	List<Account> findAllByOrderByUsername();

	@EntityGraph(attributePaths = "memberships")
	Optional<Account> findById(long id);

	@EntityGraph(attributePaths = "memberships")
	@Query("""
			select a from Account a where a.enabled = true
			and exists (select 1 from Membership m where m.account = a and m.role in :roles and m.siteId = :site
			and m.suspended = false)
			order by a.username""")
	List<Account> ofSite(Collection<Role> roles, long site);

	@EntityGraph(attributePaths = "memberships")
	@Query("""
			select a from Account a where a.enabled = true
			and exists (select 1 from Membership m where m.account = a and m.areaId = :area)
			order by a.username""")
	List<Account> ofArea(long area);

	@EntityGraph(attributePaths = "memberships")
	@Query("""
			select a from Account a where a.enabled = true
			and exists (select 1 from Membership m where m.account = a and m.role in :roles)
			order by a.username""")
	List<Account> ofRoles(Collection<Role> roles);

	Account save(Account account);

	boolean existsByUsername(String username);

}
