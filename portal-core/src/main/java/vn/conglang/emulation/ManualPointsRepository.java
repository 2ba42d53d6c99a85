package vn.conglang.emulation;

import java.util.List;

import org.springframework.data.repository.Repository;

/** Points given by hand to the site at work; added to, never edited. */
interface ManualPointsRepository extends Repository<ManualPoints, Long> {

	ManualPoints save(ManualPoints points);

	List<ManualPoints> findByPeriodIdOrderByIdDesc(long period);

}
