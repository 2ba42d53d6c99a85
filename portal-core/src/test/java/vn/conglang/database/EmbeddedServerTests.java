package vn.conglang.database;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the portal's own database server is set up. */
class EmbeddedServerTests {

	@ParameterizedTest
	@CsvSource({ "0, 256", "1024, 256", "2048, 256", "4096, 512", "8192, 1024", "16384, 2048", "262144, 2048" })
	void theServerKeepsPagesInAnEighthOfTheMemoryWithinLimits(long memory, long buffers) {
		assertThat(EmbeddedServer.sharedBuffers(memory)).isEqualTo(buffers);
	}

}
