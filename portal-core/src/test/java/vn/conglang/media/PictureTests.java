package vn.conglang.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.conglang.Patiently;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PictureTests {

	private static final String SITE = "an-hao";

	private static final String HOST = SITE + ".localhost";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Pictures pictures;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Value("${portal.var}")
	private Path folder = Path.of(".");

	@ParameterizedTest
	@ValueSource(strings = { "jpg", "png", "gif", "bmp", "webp" })
	void aPictureOfEveryCommonKindIsTakenInAndShownInSeveralWidths(String format) throws IOException {
		HttpResponse<String> answer = upload("Ảnh đồng lúa.JPG", Samples.bytes(format, 1200, 900));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		assertThat(answer.body()).contains("\"width\":1200").contains("\"height\":900").contains("anh-dong-lua.jpg");
		String url = url(answer);
		assertThat(size(HOST, url)).isEqualTo("1200x900 image/jpeg");
		assertThat(size(HOST, url.replace(".jpg", ".480.jpg"))).isEqualTo("480x360 image/jpeg");
		assertThat(size(HOST, url.replace(".jpg", ".960.jpg"))).isEqualTo("960x720 image/jpeg");
		assertThat(size(HOST, url.replace(".jpg", ".480.webp"))).isEqualTo("480x360 image/webp");
		assertThat(size(HOST, url.replace(".jpg", ".1200.webp"))).isEqualTo("1200x900 image/webp");
		for (String other : List.of(".1600.webp", ".1200.jpg", ".481.webp", ".480.png")) {
			assertThat(this.portal.get(HOST, url.replace(".jpg", other)).statusCode()).as(other + ", never enlarged")
				.isEqualTo(404);
		}
	}

	@Test
	void aLargePhotoIsShrunkAndALongPosterStaysReadable() {
		assertThat(upload("a.jpg", Samples.bytes("jpg", 4000, 3000)).body()).contains("\"width\":1600")
			.contains("\"height\":1200");
		assertThat(upload("b.png", Samples.bytes("png", 1000, 4000)).body()).contains("\"width\":1000")
			.contains("\"height\":4000");
	}

	@ParameterizedTest
	@CsvSource({ "1, 600x400, left", "3, 600x400, right", "6, 400x600, top", "8, 400x600, bottom" })
	void aPhotoIsTurnedUprightAndNothingTellsWhereItWasTaken(int orientation, String size, String red)
			throws IOException {
		byte[] photo = Samples.photo(600, 400, orientation);
		assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Samples.PLACE);
		String url = url(upload("nha-toi.jpg", photo));
		for (String name : List.of(".jpg", ".480.jpg", ".480.webp", "." + size.split("x")[0] + ".webp")) {
			HttpResponse<byte[]> answer = this.portal.download(HOST, url.replace(".jpg", name));
			if (answer.statusCode() == 404) {
				assertThat(size).as(name).startsWith("400");
				continue;
			}
			assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).as(name)
				.doesNotContain(Samples.PLACE)
				.doesNotContain("Exif");
			BufferedImage image = read(answer.body());
			int middleX = image.getWidth() / 2;
			int middleY = image.getHeight() / 2;
			int pixel = switch (red) {
				case "left" -> image.getRGB(5, middleY);
				case "right" -> image.getRGB(image.getWidth() - 5, middleY);
				case "top" -> image.getRGB(middleX, 5);
				default -> image.getRGB(middleX, image.getHeight() - 5);
			};
			assertThat(pixel >> 16 & 0xff).as(name + " is red on the " + red).isGreaterThan(150);
			assertThat(pixel & 0xff).isLessThan(100);
		}
		assertThat(size(HOST, url)).startsWith(size);
	}

	@Test
	void whatShinesThroughStaysSo() throws IOException {
		BufferedImage image = Samples.image(700, 300, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0);
		java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
		ImageIO.write(image, "png", bytes);
		String url = url(upload("huy-hieu.png", bytes.toByteArray()));
		assertThat(size(HOST, url)).isEqualTo("700x300 image/png");
		BufferedImage webp = read(this.portal.download(HOST, url.replace(".png", ".700.webp")).body());
		assertThat(webp.getRGB(0, 0) >>> 24).isLessThan(20);
		assertThat(webp.getRGB(300, 100) >>> 24).isEqualTo(255);
	}

	@Test
	void theSamePictureAgainIsTheSameAndTheUploaderIsTold() {
		byte[] picture = Samples.bytes("jpg", 320, 200);
		HttpResponse<String> first = upload("lan-dau.jpg", picture);
		HttpResponse<String> again = upload("ten-khac.jpg", picture);
		assertThat(first.body()).contains("\"duplicate\":false");
		assertThat(again.body()).contains("\"duplicate\":true").contains("lan-dau.jpg");
		assertThat(url(again)).isEqualTo(url(first));
	}

	@Test
	void aPictureOfAnotherSiteIsNotShownToAnybody() {
		byte[] picture = Samples.bytes("png", 33, 44);
		String url = url(upload("rieng.png", picture));
		assertThat(this.portal.get(HOST, url).statusCode()).isEqualTo(200);
		TestPortal.Desk other = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("an-cu"));
		assertThat(this.portal.get("an-cu.localhost", url).statusCode()).isEqualTo(404);
		assertThat(other.get("/bien-tap/an-cu" + url).statusCode()).isEqualTo(404);
		assertThat(other.get("/bien-tap/" + SITE + url).statusCode()).isEqualTo(404);
		assertThat(other.upload("/bien-tap/an-cu/anh", "cua-toi.png", picture).body()).as("theirs, not a duplicate")
			.contains("\"duplicate\":false");
	}

	@Test
	void whatIsNoPictureIsRefusedWithTheReason() {
		for (byte[] content : List.of("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
				"%PDF-1.7".getBytes(StandardCharsets.UTF_8), new byte[5000], Samples.docx())) {
			HttpResponse<String> answer = upload("anh.jpg", content);
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("không phải là ảnh");
		}
		assertThat(upload("hinh.svg", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
			.getBytes(StandardCharsets.UTF_8)).body()).contains("SVG").contains("PNG");
		assertThat(upload("a.jpg", new byte[0]).statusCode()).isEqualTo(400);
	}

	@Test
	void halfAPictureIsRefused() {
		byte[] whole = Samples.photo(800, 600, 1);
		for (int length : List.of(120, whole.length / 2, whole.length - 2)) {
			assertThat(upload("a.jpg", Arrays.copyOf(whole, length)).statusCode()).as(length + " bytes").isEqualTo(422);
		}
		byte[] png = Samples.bytes("png", 800, 600);
		assertThat(upload("a.png", Arrays.copyOf(png, png.length / 2)).statusCode()).isEqualTo(422);
	}

	@ParameterizedTest
	@CsvSource({ "10000, 10000", "60000, 60000", "2147483647, 2147483647", "1, 70000000" })
	void aPictureThatWouldBecomeTooLargeIsRefusedBeforeItIsUnpacked(int width, int height) {
		HttpResponse<String> answer = upload("bom.png", Samples.promising(width, height));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).containsAnyOf("65 triệu", "đọc được");
	}

	@Test
	void aFileTooLargeIsRefusedWithAMessage() {
		HttpResponse<String> answer = upload("a.jpg", new byte[25 * 1024 * 1024 + 1]);
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("25 MB");
	}

	@Test
	void whateverElseLiesInAPictureIsNotServed() {
		String script = "<script>alert(document.domain)</script>";
		byte[] gif = Samples.joined(Samples.bytes("gif", 50, 50), ("*/=1;" + script).getBytes(StandardCharsets.UTF_8));
		byte[] jpeg = Samples.joined(Samples.bytes("jpg", 50, 50), Samples.zip("a.html", script));
		for (byte[] content : List.of(gif, jpeg)) {
			HttpResponse<String> answer = upload("x.gif", content);
			assertThat(answer.statusCode()).isEqualTo(201);
			HttpResponse<String> served = this.portal.get(HOST, url(answer));
			assertThat(served.body()).doesNotContain("script").doesNotContain("PK");
			assertThat(served.headers().firstValue("Content-Type")).contains("image/jpeg");
			assertThat(served.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>.jpg", "../../../etc/passwd", "C:\\\\Users\\\\lan\\\\anh.jpg",
			"anh\u202egpj.exe", "   ", ".jpg", "a%00.jpg", "đường quê.jpg" })
	void namesOfFilesDoNoHarm(String name) {
		HttpResponse<String> answer = upload(name, Samples.bytes("png", 20 + name.length(), 21));
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(url(answer)).matches("/media/[0-9a-f]{32}/[a-z0-9-]+\\.jpg");
		assertThat(this.portal.get(HOST, url(answer)).statusCode()).isEqualTo(200);
	}

	@Test
	void aRenditionThatIsMissingIsMadeWhenItIsAskedFor() throws IOException {
		String url = url(upload("thieu.jpg", Samples.bytes("jpg", 1000, 500)));
		String hash = url.split("/")[2];
		Path stored = this.folder.resolve("media").resolve(hash.substring(0, 2)).resolve(hash + ".480.webp");
		assertThat(stored).as("who uploads does not wait for it").doesNotExist();
		assertThat(size(HOST, url.replace(".jpg", ".480.webp"))).isEqualTo("480x240 image/webp");
		assertThat(stored).exists();
	}

	@Test
	void whatNobodyAskedForYetIsDrawnLaterUnlessThePictureIsGone() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site(SITE));
		String gone = url(desk.upload("/bien-tap/" + SITE + "/anh", "bo.jpg", Samples.bytes("jpg", 1100, 500)));
		String item = desk.get("/bien-tap/" + SITE + "/thu-vien?tim=bo.jpg")
			.body()
			.replaceFirst("(?s).*href=\"(/bien-tap/" + SITE + "/thu-vien/\\d+)\".*", "$1");
		desk.post(item + "/xoa", Map.of());
		String url = url(desk.upload("/bien-tap/" + SITE + "/anh", "cho.jpg", Samples.bytes("jpg", 1100, 600)));
		Patiently.await().until(() -> Files.exists(file(url, ".1100.webp")));
		for (String other : List.of(".480.jpg", ".480.webp", ".960.jpg", ".960.webp", ".1100.webp")) {
			assertThat(file(url, other)).exists();
			assertThat(file(gone, other)).doesNotExist();
		}
	}

	private Path file(String url, String rendition) {
		String hash = url.split("/")[2];
		return this.folder.resolve("media").resolve(hash.substring(0, 2)).resolve(hash + rendition);
	}

	@Test
	void picturesFromBeforeAndOfTheProgramsOwnGetWidthsToo() throws IOException {
		String url = CurrentSite.call(this.portal.site(SITE).id(),
				() -> this.pictures.addOwn(Samples.bytes("jpg", 1200, 675), "mau.jpg", 1200, 675, "mẫu").url());
		assertThat(size(HOST, url.replace(".jpg", ".960.webp"))).isEqualTo("960x540 image/webp");
		assertThat(size(HOST, url.replace(".jpg", ".480.jpg"))).isEqualTo("480x270 image/jpeg");
	}

	@Test
	void citizensAreOfferedThePictureInWidthsAndFormats() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site(SITE));
		String url = url(upload("bai.jpg", Samples.bytes("jpg", 1400, 700)));
		String html = "<p>Chữ</p><figure><img src=\"" + url
				+ "\" width=\"1400\" height=\"700\" alt=\"Đồng &quot;lúa&quot; > chín\"></figure>";
		long id = CurrentSite.call(this.portal.site(SITE).id(), () -> {
			this.categories.ensureStandard();
			long entry = this.publishing.begin(EntryType.ARTICLE, new EntryText("Có ảnh", "", html,
					this.categories.find("tin-tuc-su-kien").orElseThrow().id(), Map.of(), ""), "thử");
			this.publishing.publish(entry);
			return entry;
		});
		String stem = url.replace(".jpg", "");
		String webp = stem + ".480.webp 480w, " + stem + ".960.webp 960w, " + stem + ".1400.webp 1400w";
		for (String page : List.of(this.portal.get(HOST, "/bai-viet/co-anh").body(),
				this.portal.get(HOST, "/").body())) {
			assertThat(page).contains("<source type=\"image/webp\" srcset=\"" + webp + "\"")
				.contains("srcset=\"" + stem + ".480.jpg 480w, " + stem + ".960.jpg 960w, " + url + " 1400w\"")
				.contains("width=\"1400\"")
				.contains("<meta property=\"og:");
		}
		String preview = desk.get("/bien-tap/" + SITE + "/bai/" + id + "/xem-truoc").body();
		assertThat(preview).contains("srcset=\"/bien-tap/" + SITE + stem + ".480.webp 480w, /bien-tap/" + SITE + stem);
		assertThat(desk.get("/bien-tap/" + SITE + stem + ".480.webp").statusCode()).isEqualTo(200);
		assertThat(desk.get("/bien-tap/" + SITE + "/bai/" + id).body()).as("stored plainly").doesNotContain("srcset=");
	}

	@Test
	void aDistrictOfficerBringsNothing() {
		TestPortal.Desk desk = this.portal.login(Role.AREA_MONITOR, this.portal.site(SITE).area().id());
		assertThat(desk.upload("/bien-tap/" + SITE + "/anh", "a.jpg", Samples.bytes("jpg", 10, 10)).statusCode())
			.isEqualTo(403);
	}

	private HttpResponse<String> upload(String name, byte[] content) {
		return this.portal.login(Role.EDITOR, this.portal.site(SITE))
			.upload("/bien-tap/" + SITE + "/anh", name, content);
	}

	private static String url(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return answer.body().replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1");
	}

	private String size(String host, String path) throws IOException {
		HttpResponse<byte[]> answer = this.portal.download(host, path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		BufferedImage image = read(answer.body());
		return image.getWidth() + "x" + image.getHeight() + " "
				+ answer.headers().firstValue("Content-Type").orElseThrow();
	}

	private static BufferedImage read(byte[] content) throws IOException {
		return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(content)));
	}

}
