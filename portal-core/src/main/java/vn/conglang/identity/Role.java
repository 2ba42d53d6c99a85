package vn.conglang.identity;

/** What somebody is in the newsroom, and over what. */
public enum Role {

	/** Cộng tác viên: writes drafts. */
	CONTRIBUTOR(Scope.SITE),

	/** Biên tập viên: writes and edits. */
	EDITOR(Scope.SITE),

	/** Trưởng or Phó Ban biên tập: approves and publishes. */
	CHIEF_EDITOR(Scope.SITE),

	/** Phòng Văn hóa và Thông tin: watches and helps the sites of one area. */
	AREA_MONITOR(Scope.AREA),

	/** Sở: sees all sites, manages accounts. */
	PROVINCE_ADMIN(Scope.PROVINCE),

	/** The operator of the platform. */
	OPERATOR(Scope.PROVINCE);

	private final Scope scope;

	Role(Scope scope) {
		this.scope = scope;
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
