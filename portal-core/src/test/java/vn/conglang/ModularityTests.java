package vn.conglang;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(PortalApplication.class);

	@Test
	void modulesUseOnlyWhatTheyDeclareAndNeverInACircle() {
		this.modules.verify();
	}

	@Test
	void everyModuleOfTheArchitectureIsThere() {
		assertThat(this.modules.stream().map((module) -> module.getIdentifier().toString())).containsExactlyInAnyOrder(
				"kernel", "database", "site", "identity", "media", "content", "search", "analytics", "editorial",
				"appearance", "volume", "upkeep", "links", "likeness", "emulation", "oversight", "reports", "care",
				"web");
	}

}
