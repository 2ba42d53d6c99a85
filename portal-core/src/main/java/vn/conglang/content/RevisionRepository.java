package vn.conglang.content;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The saves of the entries of the site at work. */
interface RevisionRepository extends Repository<Revision, Long> {

	Revision save(Revision revision);

	Optional<Revision> findById(long id);

}
