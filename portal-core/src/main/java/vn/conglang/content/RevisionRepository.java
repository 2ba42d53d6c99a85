package vn.conglang.content;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The saves of the entries of the site at work. */
interface RevisionRepository extends Repository<Revision, Long> {

	Revision save(Revision revision);

	Optional<Revision> findById(long id);

	/** Accounts that saved something newer than what is published. */
	@Query("""
			select distinct r.savedById from Revision r where r.entryId = :entry and r.savedById is not null
			and r.number > coalesce((select p.number from Revision p, Entry e
				where e.id = :entry and p.id = e.publishedRevisionId), 0)""")
	List<Long> writersSincePublished(long entry);

	boolean existsBySavedById(long account);

}
