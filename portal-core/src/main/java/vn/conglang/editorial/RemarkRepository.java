package vn.conglang.editorial;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is said about the entries of the site at work. */
interface RemarkRepository extends Repository<Remark, Long> {

	Remark save(Remark remark);

	Optional<Remark> findById(long id);

	List<Remark> findByEntryIdOrderById(long entryId);

	/** Open ones on texts that the account has sent or on which it has said something. */
	@Query("""
			select m from Remark m where m.resolvedAt is null and m.answersId is null and m.byId <> :account
			and (exists (select 1 from Review r where r.entryId = m.entryId and r.submittedById = :account)
				or exists (select 1 from Remark o where o.answersId = m.id and o.byId = :account))
			order by m.id desc""")
	List<Remark> openFor(long account);

}
