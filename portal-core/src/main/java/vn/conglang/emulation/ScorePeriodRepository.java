package vn.conglang.emulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The periods of the province. */
interface ScorePeriodRepository extends Repository<ScorePeriod, Long> {

	ScorePeriod save(ScorePeriod period);

	Optional<ScorePeriod> findById(long id);

	Optional<ScorePeriod> findByKindAndFirstDay(ScoredDays.Kind kind, LocalDate firstDay);

	@Query("select p from ScorePeriod p order by p.lastDay desc, p.id desc")
	List<ScorePeriod> latest(Limit limit);

	/** The same, and others wait who want to do anything in it. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from ScorePeriod p where p.id = :id")
	Optional<ScorePeriod> lock(long id);

}
