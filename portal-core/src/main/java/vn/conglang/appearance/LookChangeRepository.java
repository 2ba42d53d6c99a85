package vn.conglang.appearance;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** What was done to the look of the site at work, the latest first. */
interface LookChangeRepository extends Repository<LookChange, Long> {

	LookChange save(LookChange change);

	Optional<LookChange> findFirstByOrderByIdDesc();

	Optional<LookChange> findFirstByPartOrderByIdDesc(Look.Part part);

	Optional<LookChange> findFirstByIdLessThanOrderByIdDesc(long id);

	List<LookChange> findByOrderByIdDesc(Limit limit);

}
