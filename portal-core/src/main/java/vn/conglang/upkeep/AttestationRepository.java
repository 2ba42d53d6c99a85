package vn.conglang.upkeep;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the board of the site at work has attested. */
interface AttestationRepository extends Repository<Attestation, Long> {

	Attestation save(Attestation attestation);

	/** The latest of each section. */
	@Query("select a from Attestation a where a.id in (select max(b.id) from Attestation b group by b.item)")
	List<Attestation> latest();

	/** All, the latest first. */
	@Query("select a from Attestation a order by a.id desc")
	List<Attestation> history(Limit limit);

}
