package vn.conglang.upkeep;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The standing pages of the site at work. */
interface PageReviewRepository extends Repository<PageReview, Long> {

	PageReview save(PageReview review);

	Optional<PageReview> findByEntryId(long entryId);

	@Query("select r from PageReview r")
	List<PageReview> all();

	/** Those that citizens see, what is to be looked at first. */
	@Query("select r from PageReview r where r.dueOn is not null order by r.dueOn, r.title")
	List<PageReview> shown();

}
