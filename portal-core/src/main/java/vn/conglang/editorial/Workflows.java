package vn.conglang.editorial;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The workflow of the site at work. */
@Service
class Workflows {

	static final int MOST_STAGES = 5;

	/** Four weeks of working days: nobody waits longer for one step. */
	static final int MOST_HOURS = 160;

	static final Set<Role> REVIEWERS = EnumSet.of(Role.EDITOR, Role.DEPUTY_EDITOR, Role.CHIEF_EDITOR);

	private final WorkflowRepository workflows;

	private final Clock clock;

	Workflows(WorkflowRepository workflows, Clock clock) {
		this.workflows = workflows;
		this.clock = clock;
	}

	/** The one in force; a site that never chose has {@link ReadyWorkflow#ONE_STEP}. */
	@Transactional(readOnly = true)
	public Workflow current() {
		return this.workflows.findFirstByOrderByIdDesc().orElseGet(() -> of(ReadyWorkflow.ONE_STEP, ""));
	}

	/** The one in force, kept in the database, for a review to refer to. */
	@Transactional
	public Workflow toFollow() {
		return this.workflows.findFirstByOrderByIdDesc()
			.orElseGet(() -> this.workflows.save(of(ReadyWorkflow.ONE_STEP, "")));
	}

	@Transactional(readOnly = true)
	public Workflow byId(long id) {
		return this.workflows.findById(id).orElseThrow();
	}

	@Transactional
	public void choose(ReadyWorkflow ready, String by) {
		this.workflows.save(of(ready, by));
	}

	/**
	 * Puts a board's own workflow into force, for what is submitted from now on.
	 * @return why not, as message keys, empty when it is in force
	 */
	@Transactional
	public List<String> define(String name, boolean twoPerson, List<Workflow.Stage> stages, String by) {
		List<String> problems = problems(name, stages);
		if (problems.isEmpty()) {
			this.workflows.save(new Workflow(name.strip(), twoPerson, stages, by, this.clock.instant()));
		}
		return problems;
	}

	static List<String> problems(String name, List<Workflow.Stage> stages) {
		List<String> problems = new ArrayList<>();
		if (name.isBlank() || name.strip().length() > 100) {
			problems.add("editorial.workflow.name.invalid");
		}
		if (stages.isEmpty() || stages.size() > MOST_STAGES) {
			problems.add("editorial.workflow.stages.invalid");
		}
		@Nullable Role before = null;
		for (Workflow.Stage stage : stages) {
			if (stage.name().isBlank() || stage.name().length() > 60) {
				problems.add("editorial.workflow.stage.name.invalid");
			}
			if (stage.hours() < 1 || stage.hours() > MOST_HOURS) {
				problems.add("editorial.workflow.stage.hours.invalid");
			}
			if (!REVIEWERS.contains(stage.role())) {
				problems.add("editorial.workflow.stage.role.invalid");
			}
			else if (before != null && stage.role().compareTo(before) < 0) {
				problems.add("editorial.workflow.stage.order");
			}
			before = stage.role();
		}
		return problems.stream().distinct().toList();
	}

	private Workflow of(ReadyWorkflow ready, String by) {
		return new Workflow(ready.label(), ready.twoPerson(), ready.stages(), by, this.clock.instant());
	}

}
