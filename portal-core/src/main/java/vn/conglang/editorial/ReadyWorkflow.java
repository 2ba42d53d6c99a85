package vn.conglang.editorial;

import java.util.List;

import vn.conglang.identity.Role;

/** Workflows a board can choose without setting up anything; each can be changed then. */
enum ReadyWorkflow {

	/**
	 * One approves; nobody publishes what they alone have written. What a new site has.
	 */
	ONE_STEP("Một bước: Trưởng hoặc Phó Ban duyệt và đăng", true,
			new Workflow.Stage("Duyệt và đăng", Role.DEPUTY_EDITOR, 8)),

	/** An editor reviews, then a deputy or the chief approves. */
	TWO_STEPS("Hai bước: biên tập, rồi duyệt", true, new Workflow.Stage("Biên tập", Role.EDITOR, 8),
			new Workflow.Stage("Duyệt và đăng", Role.DEPUTY_EDITOR, 8)),

	/** Editor, deputy, chief. */
	THREE_STEPS("Ba bước: biên tập, Phó Ban duyệt, Trưởng Ban đăng", true,
			new Workflow.Stage("Biên tập", Role.EDITOR, 8), new Workflow.Stage("Duyệt nội dung", Role.DEPUTY_EDITOR, 8),
			new Workflow.Stage("Duyệt và đăng", Role.CHIEF_EDITOR, 8)),

	/** For a board of one: those who approve may publish their own. */
	ALONE("Một người: người duyệt được tự đăng bài của mình", false,
			new Workflow.Stage("Duyệt và đăng", Role.DEPUTY_EDITOR, 8));

	private final String label;

	private final boolean twoPerson;

	private final List<Workflow.Stage> stages;

	ReadyWorkflow(String label, boolean twoPerson, Workflow.Stage... stages) {
		this.label = label;
		this.twoPerson = twoPerson;
		this.stages = List.of(stages);
	}

	String label() {
		return this.label;
	}

	boolean twoPerson() {
		return this.twoPerson;
	}

	List<Workflow.Stage> stages() {
		return this.stages;
	}

}
