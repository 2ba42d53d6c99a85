package vn.conglang.editorial;

import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The division of duties in the board of the site at work. */
interface BoardDutyRepository extends Repository<BoardDuty, Long> {

	BoardDuty save(BoardDuty duty);

	@Query("select d from BoardDuty d order by d.id")
	List<BoardDuty> all();

	@Modifying
	@Query("delete from BoardDuty d where d.accountId = :account")
	int deleteByAccountId(long account);

}
