package vn.conglang.identity;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** The accounts. */
interface AccountRepository extends Repository<Account, Long> {

	@EntityGraph(attributePaths = "memberships")
	Optional<Account> findByUsername(String username);

	@EntityGraph(attributePaths = "memberships")
	List<Account> findAllByOrderByUsername();

	Account save(Account account);

	boolean existsByUsername(String username);

	long count();

}
