package vn.conglang.editorial;

import java.util.List;

import org.springframework.data.repository.Repository;

/** What was done with the board of the site at work. */
interface BoardActRepository extends Repository<BoardAct, Long> {

	BoardAct save(BoardAct act);

	List<BoardAct> findTop100ByOrderByIdDesc();

}
