package vn.conglang.emulation;

import java.util.List;

import org.springframework.data.repository.Repository;

/** What was said to appeals of the site at work; added to, never edited. */
interface AppealAnswerRepository extends Repository<AppealAnswer, Long> {

	AppealAnswer save(AppealAnswer answer);

	List<AppealAnswer> findByPeriodIdOrderById(long period);

	boolean existsByAppealId(long appeal);

}
