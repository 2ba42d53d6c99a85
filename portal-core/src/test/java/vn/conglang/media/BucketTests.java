package vn.conglang.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.conglang.Patiently;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * A portal that keeps its pictures in a bucket; the S3 server is a process of its own.
 */
@PortalTest
class BucketTests {

	private static final S3 SERVER = S3.start();

	@Autowired
	private TestPortal portal;

	@Value("${portal.var}")
	private Path folder = Path.of(".");

	@DynamicPropertySource
	static void bucket(DynamicPropertyRegistry properties) {
		properties.add("portal.media.s3.endpoint", () -> "http://localhost:" + SERVER.port());
		properties.add("portal.media.s3.bucket", () -> "cong-lang");
		properties.add("portal.media.s3.access-key", () -> "khoa");
		properties.add("portal.media.s3.secret-key", () -> "bi-mat");
	}

	@AfterAll
	static void stop() {
		SERVER.process().destroy();
	}

	@Test
	void picturesAndFilesLieInTheBucketAreServedAndRemoved() throws IOException {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("phu-xuan"));
		HttpResponse<String> answer = desk.upload("/bien-tap/phu-xuan/anh", "lua.jpg", Samples.bytes("jpg", 1200, 600));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		String url = answer.body().replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1");
		HttpResponse<byte[]> small = this.portal.download("phu-xuan.localhost", url.replace(".jpg", ".480.webp"));
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(small.body()));
		assertThat(image.getWidth()).isEqualTo(480);
		assertThat(small.headers().firstValueAsLong("Content-Length")).hasValue(small.body().length);
		assertThat(this.folder.resolve("media")).doesNotExist();

		byte[] text = "Họ tên, năm sinh".getBytes(StandardCharsets.UTF_8);
		String file = desk.upload("/bien-tap/phu-xuan/tep", "mau.csv", text)
			.body()
			.replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1");
		assertThat(this.portal.get("phu-xuan.localhost", file).body()).isEqualTo("Họ tên, năm sinh");

		String item = desk.get("/bien-tap/phu-xuan/thu-vien?tim=mau")
			.body()
			.replaceFirst("(?s).*href=\"(/bien-tap/phu-xuan/thu-vien/\\d+)\".*", "$1");
		desk.post(item + "/xoa", Map.of());
		assertThat(this.portal.get("phu-xuan.localhost", file).statusCode()).isEqualTo(404);
		assertThat(desk.upload("/bien-tap/phu-xuan/tep", "mau.csv", text).body()).contains("\"duplicate\":false");
	}

	@Test
	void aBucketThatIsNotThereTakesNothingAndSaysSo() {
		S3Store store = new S3Store(URI.create("http://localhost:" + SERVER.port()), "us-east-1", "khong-co", "a", "b");
		assertThatIOException().isThrownBy(() -> store.put("ab/ab", new byte[3]));
		store.close();
	}

	/** Adobe's S3Mock. */
	private record S3(Process process, int port) {

		static S3 start() {
			String jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter((entry) -> entry.contains("s3mock"))
				.findFirst()
				.orElseThrow();
			try {
				int port;
				try (ServerSocket free = new ServerSocket(0)) {
					port = free.getLocalPort();
				}
				Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
						"-Xmx200m", "-XX:TieredStopAtLevel=1", "-jar", jar,
						"--com.adobe.testing.s3mock.http-port=" + port,
						"--com.adobe.testing.s3mock.store.initial-buckets=cong-lang", "--server.port=0")
					.redirectErrorStream(true)
					.redirectOutput(new File("target/s3mock.log"))
					.start();
				Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
				S3 server = new S3(process, port);
				server.await();
				return server;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void await() {
			Patiently.await()
				.alias("answers; see target/s3mock.log")
				.ignoreExceptionsInstanceOf(IOException.class)
				.until(() -> {
					// not by the HttpClient, which TestPortal has yet to set up
					URLConnection bucket = URI.create("http://localhost:" + this.port + "/cong-lang/")
						.toURL()
						.openConnection();
					return ((HttpURLConnection) bucket).getResponseCode() == HttpURLConnection.HTTP_OK;
				});
		}

	}

}
