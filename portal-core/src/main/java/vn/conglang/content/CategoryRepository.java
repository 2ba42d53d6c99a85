package vn.conglang.content;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The categories of the site at work. */
interface CategoryRepository extends Repository<Category, Long> {

	List<Category> findAllByOrderByPositionAscIdAsc();

	Optional<Category> findById(long id);

	Optional<Category> findBySlug(String slug);

	Category save(Category category);

	long count();

}
