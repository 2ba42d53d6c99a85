package vn.conglang.editorial;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.SiteOwned;

/**
 * The board of a site: the decision that founded it, and what citizens may know of it.
 */
@Entity
class Board extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String decisionNumber = "";

	private @Nullable LocalDate decisionDate;

	private String decisionIssuer = "";

	private String decisionFile = "";

	private String phone = "";

	private String email = "";

	private boolean shown;

	private boolean namesShown;

	void describe(Facts facts) {
		this.decisionNumber = facts.number();
		this.decisionDate = facts.date();
		this.decisionIssuer = facts.issuer();
		this.decisionFile = facts.file();
		this.phone = facts.phone();
		this.email = facts.email();
		this.shown = facts.shown();
		this.namesShown = facts.namesShown();
	}

	Facts facts() {
		return new Facts(this.decisionNumber, this.decisionDate, this.decisionIssuer, this.decisionFile, this.phone,
				this.email, this.shown, this.namesShown);
	}

	/**
	 * What is known of a board; texts may be empty.
	 *
	 * @param number of the decision that founded it
	 * @param date of that decision
	 * @param issuer of that decision
	 * @param file address of that decision, from the site's root
	 * @param shown whether citizens see the board
	 * @param namesShown whether they see the names of its members
	 */
	record Facts(String number, @Nullable LocalDate date, String issuer, String file, String phone, String email,
			boolean shown, boolean namesShown) {

		static final Facts NONE = new Facts("", null, "", "", "", "", false, false);

	}

}
