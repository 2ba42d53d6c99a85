package vn.conglang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DeployTests {

	@Test
	void theScriptForAdministratorsIsTheOneThePortalRunsItself() throws IOException {
		assertThat(Files.readString(Path.of("../deploy/postgres/roles.sql")))
			.isEqualTo(new ClassPathResource("db/roles.sql").getContentAsString(UTF_8));
	}

}
