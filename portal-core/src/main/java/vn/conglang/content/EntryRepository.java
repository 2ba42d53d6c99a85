package vn.conglang.content;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The entries of the site at work. */
interface EntryRepository extends Repository<Entry, Long> {

	Entry save(Entry entry);

	Optional<Entry> findById(long id);

	/** The same, and others wait who want to change it. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from Entry e where e.id = :id")
	Optional<Entry> lock(long id);

	boolean existsByImportKey(String importKey);

	@Query("select e.slug from Entry e where e.type = :type and (e.slug = :slug or e.slug like :numbered)")
	List<String> slugsLike(EntryType type, String slug, String numbered);

	long count();

}
