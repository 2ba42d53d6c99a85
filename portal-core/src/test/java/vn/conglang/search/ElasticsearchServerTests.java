package vn.conglang.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The server that other tests rely on is a real one and can be harmed. */
class ElasticsearchServerTests {

	@Test
	void aServerThatWasKilledComesBackWithWhatItHad() {
		ElasticsearchServer server = ElasticsearchServer.start();
		assertThat(server.ask("PUT", "/lang/_doc/1?refresh=true", "{\"ten\": \"Long Kiến\"}")).contains("\"created\"");
		server.kill();
		server.startAgain();
		assertThat(server.ask("GET", "/lang/_doc/1", "")).contains("Long Kiến");
		server.pretend("7.17.0");
		assertThat(server.ask("GET", "/", "")).contains("\"7.17.0\"");
		server.pretendNothing();
		assertThat(server.ask("GET", "/", "")).contains("\"9.");
		server.stop();
	}

}
