package vn.conglang.analytics;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** What was done to the connections of the site at work, the latest first. */
interface ConnectionChangeRepository extends Repository<ConnectionChange, Long> {

	ConnectionChange save(ConnectionChange change);

	Optional<ConnectionChange> findFirstByOrderByIdDesc();

	Optional<ConnectionChange> findFirstByIdLessThanOrderByIdDesc(long id);

	List<ConnectionChange> findByOrderByIdDesc(Limit limit);

}
