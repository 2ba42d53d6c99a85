package vn.conglang.editorial;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The reviews of the site at work. */
interface ReviewRepository extends Repository<Review, Long> {

	Review save(Review review);

	Optional<Review> findById(long id);

	Optional<Review> findFirstByEntryIdOrderByIdDesc(long entryId);

	@Query("select r from Review r where r.entryId = :entry and r.state = vn.conglang.editorial.Review.State.OPEN")
	Optional<Review> open(long entry);

	/** The open review; others who want to decide it wait. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Review r where r.entryId = :entry and r.state = vn.conglang.editorial.Review.State.OPEN")
	Optional<Review> lock(long entry);

	@Query("select r from Review r where r.state = vn.conglang.editorial.Review.State.OPEN order by r.stageSince")
	List<Review> allOpen();

	/** What came back to somebody and they have not sent again. */
	@Query("""
			select r from Review r where r.submittedById = :account
			and r.state = vn.conglang.editorial.Review.State.RETURNED
			and not exists (select 1 from Review later where later.entryId = r.entryId and later.id > r.id)
			order by r.id desc""")
	List<Review> lastReturned(long account);

	boolean existsBySubmittedById(long account);

}
