package vn.conglang.editorial;

import java.time.Instant;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The notices of the site at work. */
interface NoticeRepository extends Repository<Notice, Long> {

	Notice save(Notice notice);

	@Modifying
	@Query("update Notice n set n.readAt = :now where n.accountId = :account and n.readAt is null")
	int readAll(long account, Instant now);

	@Modifying
	@Query("""
			update Notice n set n.readAt = :now where n.accountId = :account and n.entryId = :entry
			and n.readAt is null""")
	int read(long account, long entry, Instant now);

	@Modifying
	@Query("update Notice n set n.readAt = :now where n.accountId = :account and n.href = :href and n.readAt is null")
	int readAt(long account, String href, Instant now);

	/** Takes a notice for mailing, so that no other node mails it meanwhile. */
	@Modifying
	@Query("update Notice n set n.mailAfter = :again, n.mailTries = n.mailTries + 1 where n.id = :id and n.mailAfter <= :now")
	int claim(long id, Instant now, Instant again);

	@Modifying
	@Query("update Notice n set n.mailAfter = :again where n.id = :id")
	int mailed(long id, @org.jspecify.annotations.Nullable Instant again);

}
