package vn.conglang.editorial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** What is planned in the site at work. */
interface PlannedActRepository extends Repository<PlannedAct, Long> {

	/** Hibernate's word for it. */
	String SKIP_LOCKED = "-2";

	PlannedAct save(PlannedAct planned);

	Optional<PlannedAct> findById(long id);

	void flush();

	@Query("select p from PlannedAct p where p.entryId = :entry and p.state = vn.conglang.editorial.PlannedAct.State.WAITING")
	List<PlannedAct> waiting(long entry);

	@Query("""
			select p from PlannedAct p where p.state = vn.conglang.editorial.PlannedAct.State.WAITING
			and p.at >= :from and p.at < :to order by p.at""")
	List<PlannedAct> between(Instant from, Instant to);

	/** The act, if it still waits and no other node is doing it at this moment. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	@Query("select p from PlannedAct p where p.id = :id and p.state = vn.conglang.editorial.PlannedAct.State.WAITING")
	Optional<PlannedAct> take(long id);

}
