package vn.conglang.appearance;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether the operator's folder of themes has changed. */
@Component
@ConditionalOnWebApplication
class ThemesRunner {

	private final Themes themes;

	ThemesRunner(Themes themes) {
		this.themes = themes;
	}

	@Scheduled(fixedDelayString = "${portal.themes-look-every}")
	void run() {
		this.themes.reloadWhenChanged();
	}

}
