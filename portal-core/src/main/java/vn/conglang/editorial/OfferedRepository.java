package vn.conglang.editorial;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is offered to the site at work. */
interface OfferedRepository extends Repository<Offered, Long> {

	Offered save(Offered offered);

	List<Offered> findTop200ByOrderByIdDesc();

	Optional<Offered> findById(long id);

	boolean existsByOfferId(long offer);

	@Query("select count(*) from Offered o where o.state = vn.conglang.editorial.Offered.State.NEW"
			+ " and exists (select 1 from Offer f where f.id = o.offerId and f.state = vn.conglang.editorial.Offer.State.OPEN)")
	long countNew();

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from Offered o where o.id = :id")
	Optional<Offered> lock(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from Offered o where o.offerId = :offer")
	Optional<Offered> lockByOffer(long offer);

	@Query("select o from Offered o where o.follow is not null order by o.at desc limit 1")
	Optional<Offered> lastTaken();

}
