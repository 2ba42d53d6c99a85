package vn.conglang.content;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The saves of the entries of the site at work. */
interface RevisionRepository extends Repository<Revision, Long> {

	Revision save(Revision revision);

	Optional<Revision> findById(long id);

	Optional<Revision> findByEntryIdAndNumber(long entryId, int number);

	@Query("""
			select new vn.conglang.content.DeskEntries$Saved(r.id, r.number, r.savedBy, r.createdAt, r.words, r.images)
			from Revision r where r.entryId = :entry order by r.number desc""")
	List<DeskEntries.Saved> saves(long entry);

	@Query("""
			select new vn.conglang.content.DeskEntries$Saved(r.id, r.number, r.savedBy, r.createdAt, r.words, r.images)
			from Revision r join Entry e on r.id = e.latestRevisionId where e.id = :entry""")
	Optional<DeskEntries.Saved> latest(long entry);

	/** Accounts that saved something newer than what is published. */
	@Query("""
			select distinct r.savedById from Revision r where r.entryId = :entry and r.savedById is not null
			and r.number > coalesce((select p.number from Revision p, Entry e
				where e.id = :entry and p.id = e.publishedRevisionId), 0)""")
	List<Long> writersSincePublished(long entry);

	boolean existsBySavedById(long account);

}
