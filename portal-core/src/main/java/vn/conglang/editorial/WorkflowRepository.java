package vn.conglang.editorial;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The workflows of the site at work, the one in force and those before. */
interface WorkflowRepository extends Repository<Workflow, Long> {

	Workflow save(Workflow workflow);

	Optional<Workflow> findById(long id);

	Optional<Workflow> findFirstByOrderByIdDesc();

}
