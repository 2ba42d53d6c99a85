package vn.conglang.editorial;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The offers of districts and the province; they belong to no site. */
interface OfferRepository extends Repository<Offer, Long> {

	Offer save(Offer offer);

	Optional<Offer> findById(long id);

	List<Offer> findTop200ByOrderByIdDesc();

	@Query("select o from Offer o where o.settled = false order by o.id")
	List<Offer> unsettled();

	@Query("select o from Offer o where o.sourceSite = :site")
	List<Offer> ofSource(long site);

	/** Those whose text is like the pattern. */
	@Query("select o from Offer o where o.body like :pattern order by o.id desc")
	List<Offer> showing(String pattern);

	/** Nobody corrects it until the end of the transaction. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	@Query("select o from Offer o where o.id = :id")
	Optional<Offer> hold(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from Offer o where o.id = :id")
	Optional<Offer> lock(long id);

}
