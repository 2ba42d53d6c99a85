package vn.conglang.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal with ClamAV, a small quota, and a store that fails. A server that speaks
 * clamd's protocol stands in for ClamAV.
 */
@PortalTest
@TestPropertySource(properties = "portal.media.quota=300KB")
class GuardedUploadTests {

	private static final Clamd CLAMD = new Clamd();

	@Autowired
	private TestPortal portal;

	@Value("${portal.var}")
	private Path folder = Path.of(".");

	@DynamicPropertySource
	static void clamd(DynamicPropertyRegistry properties) {
		properties.add("portal.media.clamd", () -> "127.0.0.1:" + CLAMD.port());
	}

	@BeforeAll
	static void start() {
		CLAMD.start();
	}

	@AfterAll
	static void stop() throws IOException {
		CLAMD.close();
	}

	@BeforeEach
	void clean() {
		CLAMD.answer = "stream: OK";
	}

	@Test
	void everyFileIsShownToClamAvInFullBeforeItIsTakenIn() {
		byte[] picture = Samples.bytes("png", 40, 41);
		assertThat(upload("chi-lang", "anh", picture).statusCode()).isEqualTo(201);
		assertThat(CLAMD.seen).anySatisfy((seen) -> assertThat(seen).isEqualTo(picture));
		byte[] text = "x".repeat(150_000).getBytes(StandardCharsets.UTF_8);
		assertThat(upload("chi-lang", "tep", text).statusCode()).isEqualTo(201);
		assertThat(CLAMD.seen).anySatisfy((seen) -> assertThat(seen).isEqualTo(text));
	}

	@Test
	void whatClamAvFindsIsRefusedAndNotKept() {
		CLAMD.answer = "stream: Eicar-Signature FOUND";
		byte[] bad = "X5O!P%@AP".getBytes(StandardCharsets.UTF_8);
		HttpResponse<String> answer = upload("chi-lang", "tep", bad);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("mã độc");
		assertThat(stored(bad)).doesNotExist();
	}

	@Test
	void whileClamAvDoesNotAnswerNothingPassesAndTheUploaderIsToldToWait() {
		byte[] text = "Chờ".getBytes(StandardCharsets.UTF_8);
		for (String broken : List.of("", "INSTREAM size limit exceeded. ERROR")) {
			CLAMD.answer = broken;
			HttpResponse<String> answer = upload("chi-lang", "tep", text);
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("đang chờ kiểm tra").contains("tải lại");
			assertThat(stored(text)).doesNotExist();
		}
		CLAMD.answer = "stream: OK";
		assertThat(upload("chi-lang", "tep", text).statusCode()).isEqualTo(201);
	}

	@Test
	void aSiteBringsNoMoreThanItsQuotaAndOthersAreNotHindered() {
		byte[] large = "a".repeat(200_000).getBytes(StandardCharsets.UTF_8);
		byte[] more = "b".repeat(200_000).getBytes(StandardCharsets.UTF_8);
		assertThat(upload("nhon-hung", "tep", large).statusCode()).isEqualTo(201);
		HttpResponse<String> answer = upload("nhon-hung", "tep", more);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("đã đầy").contains("Kho ảnh, tệp");
		assertThat(stored(more)).doesNotExist();
		assertThat(upload("nhon-hung", "tep", large).body()).as("what is there already").contains("\"duplicate\":true");
		assertThat(upload("thoi-son", "tep", more).statusCode()).isEqualTo(201);
	}

	@Test
	void whatCannotBeKeptInFullIsNotKeptAtAllAndSaidSo() throws IOException {
		byte[] picture = Samples.bytes("png", 42, 43);
		String hash = Shelf.hash(picture);
		// a file where the folder for the drawn picture should be
		Path inTheWay = this.folder.resolve("media").resolve(hash.substring(0, 2));
		Files.createDirectories(inTheWay.getParent());
		Files.writeString(inTheWay, "");
		HttpResponse<String> answer = upload("nha-bang", "anh", picture);
		assertThat(answer.statusCode()).isEqualTo(507);
		assertThat(answer.body()).contains("hết chỗ").contains("Chưa có gì được ghi lại");
		assertThat(stored(picture)).as("the original, which had been kept already").doesNotExist();
		Files.delete(inTheWay);
		assertThat(upload("nha-bang", "anh", picture).body()).contains("\"duplicate\":false");
	}

	private Path stored(byte[] content) {
		return this.folder.resolve("media").resolve(Rendition.originalKey(Shelf.hash(content)));
	}

	private HttpResponse<String> upload(String site, String where, byte[] content) {
		return this.portal.login(Role.EDITOR, this.portal.site(site))
			.upload("/bien-tap/" + site + "/" + where, "tep.txt", content);
	}

	/** Speaks INSTREAM as clamd does. */
	private static final class Clamd {

		private final List<byte[]> seen = new CopyOnWriteArrayList<>();

		private final ServerSocket server;

		private volatile String answer = "";

		Clamd() {
			try {
				this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		int port() {
			return this.server.getLocalPort();
		}

		void start() {
			Thread.ofVirtual().start(() -> {
				while (!this.server.isClosed()) {
					try (Socket socket = this.server.accept()) {
						serve(socket);
					}
					catch (IOException ex) {
						// closed, or the caller went away
					}
				}
			});
		}

		private void serve(Socket socket) throws IOException {
			DataInputStream input = new DataInputStream(socket.getInputStream());
			String command = new String(input.readNBytes(10), StandardCharsets.US_ASCII);
			if (!command.equals("zINSTREAM\0")) {
				socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
				return;
			}
			byte[] content = new byte[0];
			for (int length = input.readInt(); length > 0; length = input.readInt()) {
				content = Samples.joined(content, input.readNBytes(length));
			}
			this.seen.add(content);
			socket.getOutputStream()
				.write((this.answer + (this.answer.isEmpty() ? "" : "\0")).getBytes(StandardCharsets.US_ASCII));
		}

		void close() throws IOException {
			this.server.close();
		}

	}

}
