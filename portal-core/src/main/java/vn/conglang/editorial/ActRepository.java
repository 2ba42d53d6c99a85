package vn.conglang.editorial;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was done with the entries of the site at work. */
interface ActRepository extends Repository<Act, Long> {

	Act save(Act act);

	List<Act> findByEntryIdOrderByIdDesc(long entryId);

	/** Who approved something at one of the stages of a review. */
	@Query("select a.byId from Act a where a.reviewId = :review and a.kind = vn.conglang.editorial.Act.Kind.APPROVED")
	List<Long> approvers(long review);

}
