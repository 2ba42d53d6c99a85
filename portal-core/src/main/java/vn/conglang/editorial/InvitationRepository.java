package vn.conglang.editorial;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The invitations to the board of the site at work. */
interface InvitationRepository extends Repository<Invitation, Long> {

	Invitation save(Invitation invitation);

	Optional<Invitation> findByTokenHash(String hash);

	/** Nobody else takes it up meanwhile. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Invitation i where i.tokenHash = :hash")
	Optional<Invitation> lockByHash(String hash);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Invitation i where i.id = :id and i.state = vn.conglang.editorial.Invitation.State.OPEN")
	Optional<Invitation> lockOpen(long id);

	@Query("select i from Invitation i where i.state = vn.conglang.editorial.Invitation.State.OPEN order by i.id desc")
	List<Invitation> open();

}
