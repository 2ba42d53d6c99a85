package vn.conglang.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is in the newsroom, and over what. */
public enum Role {

	/** Cộng tác viên: writes drafts. */
	CONTRIBUTOR(Scope.SITE),

	/** Biên tập viên: writes and edits. */
	EDITOR(Scope.SITE),

	/** Phó Trưởng Ban biên tập: approves, often a vice-chair of the commune. */
	DEPUTY_EDITOR(Scope.SITE),

	/** Trưởng Ban biên tập: approves, and leads the board. */
	CHIEF_EDITOR(Scope.SITE),

	/** Phòng Văn hóa và Thông tin: watches and helps the sites of one area. */
	AREA_MONITOR(Scope.AREA),

	/** Sở: sees all sites, manages accounts. */
	PROVINCE_ADMIN(Scope.PROVINCE),

	/** The operator of the platform. */
	OPERATOR(Scope.PROVINCE);

	/** Those who may write for a site. */
	public static final Set<Role> WRITERS = Set.of(CONTRIBUTOR, EDITOR, DEPUTY_EDITOR, CHIEF_EDITOR, PROVINCE_ADMIN,
			OPERATOR);

	private final Scope scope;

	Role(Scope scope) {
		this.scope = scope;
	}

	/**
	 * Those who may do what this role of an editorial board may: the role itself, the
	 * higher ones of the board, and the province's staff.
	 */
	public Set<Role> andAbove() {
		return Arrays.stream(values())
			.filter((role) -> role.scope == Scope.PROVINCE || (role.scope == Scope.SITE && role.compareTo(this) >= 0))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Those that are held over this. */
	static Set<Role> of(Scope scope) {
		return Arrays.stream(values()).filter((role) -> role.scope == scope).collect(Collectors.toUnmodifiableSet());
	}

	/** Over what this role is held. */
	public Scope scope() {
		return this.scope;
	}

	/** Over what a role is held. */
	public enum Scope {

		/** One site. */
		SITE,

		/** All sites of one area. */
		AREA,

		/** All sites of the province. */
		PROVINCE

	}

}
