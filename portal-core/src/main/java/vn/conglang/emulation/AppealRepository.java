package vn.conglang.emulation;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The appeals of the site at work; added to, never edited. */
interface AppealRepository extends Repository<Appeal, Long> {

	Appeal save(Appeal appeal);

	Optional<Appeal> findById(long id);

	List<Appeal> findByPeriodIdOrderById(long period);

	boolean existsByPeriodIdAndCriterion(long period, String criterion);

}
