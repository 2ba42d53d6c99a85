package vn.conglang.appearance;

import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which themes boards have chosen, over all sites. */
@Component
class ChosenThemes {

	private final JdbcClient overseer;

	ChosenThemes(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/**
	 * Ids of themes by identities of sites; those that keep the configuration's are
	 * missing.
	 */
	Map<Long, String> bySite() {
		Map<Long, String> chosen = new HashMap<>();
		this.overseer.sql(
				"SELECT DISTINCT ON (site_id) site_id, look -> 'style' ->> 'theme' AS theme FROM look_change ORDER BY site_id, id DESC")
			.query((row) -> {
				String theme = row.getString("theme");
				if (theme != null) {
					chosen.put(row.getLong("site_id"), theme);
				}
			});
		return chosen;
	}

}
