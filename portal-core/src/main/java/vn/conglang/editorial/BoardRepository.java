package vn.conglang.editorial;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The board of the site at work. */
interface BoardRepository extends Repository<Board, Long> {

	Board save(Board board);

	@Query("select b from Board b")
	Optional<Board> find();

}
