package vn.conglang.media;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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
class LibraryTests {

	private static final String SITE = "tan-lap";

	private static final String LIBRARY = "/bien-tap/" + SITE + "/thu-vien";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Value("${portal.var}")
	private Path folder = Path.of(".");

	@Test
	void whatIsBroughtIsFoundByNameDescriptionAndUploaderWithOrWithoutDiacritics() {
		TestPortal.Desk desk = desk();
		String url = url(desk.upload(LIBRARY + "/them", "Chợ nổi Long Xuyên.png", Samples.bytes("png", 61, 40)));
		assertThat(desk.upload(LIBRARY + "/them", "Biểu mẫu.txt", "Họ tên:".getBytes(StandardCharsets.UTF_8)).body())
			.contains("/tep/");
		String item = address(desk, "cho noi");
		assertThat(desk.get(item).body()).contains("Chợ nổi Long Xuyên.png").contains("61 × 40");
		desk.post(item, Map.of("title", "Chợ nổi", "alt", "Ghe xuồng <b>đầy</b> trái cây"));
		for (String words : new String[] { "cho+noi", "Ch%E1%BB%A3", "trai+cay", desk.username() }) {
			assertThat(desk.get(LIBRARY + "?tim=" + words).body()).as(words).contains("Chợ nổi");
		}
		assertThat(desk.get(LIBRARY + "?tim=khong-co").body()).contains("Không có ảnh hay tệp nào khớp");
		assertThat(desk.get(LIBRARY + "?loai=tep").body()).contains("Biểu mẫu.txt").doesNotContain("Chợ nổi");
		String json = desk.get("/bien-tap/" + SITE + "/thu-vien.json?tim=cho").body();
		assertThat(json).contains("\"url\":\"" + url + "\"")
			.contains("\"alt\":\"Ghe xuồng <b>đầy</b> trái cây\"")
			.contains("\"thumb\":\"/bien-tap/" + SITE + "/media/")
			.contains("\"more\":false")
			.doesNotContain("Biểu mẫu");
		assertThat(desk.get(LIBRARY).body()).doesNotContain("<b>đầy").contains("trên 5 GB");
	}

	@Test
	void turningThePagesShowsEveryPictureOnce() {
		TestPortal.Desk desk = desk();
		for (int i = 0; i < 50; i++) {
			url(desk.upload(LIBRARY + "/them", "Trang so " + i + ".png", Samples.bytes("png", 100 + i, 10)));
		}
		for (String address : List.of("/thu-vien.json?tim=trang+so&trang=", "/thu-vien?tim=trang+so&trang=")) {
			String all = "";
			for (int page = 1; page <= 3; page++) {
				all += desk.get("/bien-tap/" + SITE + address + page).body();
			}
			for (int i = 0; i < 50; i++) {
				assertThat(all).as(address).contains("Trang so " + i + ".png");
			}
		}
		assertThat(desk.get("/bien-tap/" + SITE + "/thu-vien.json?tim=trang+so&trang=2").body())
			.contains("\"more\":true");
		assertThat(desk.get("/bien-tap/" + SITE + "/thu-vien.json?tim=trang+so&trang=3").body())
			.contains("\"more\":false");
	}

	@Test
	void whatIsInUseIsNotRemovedAndTheEntriesAreNamed() {
		TestPortal.Desk desk = desk();
		String url = url(desk.upload(LIBRARY + "/them", "Dang dung.jpg", Samples.bytes("jpg", 71, 50)));
		long entry = CurrentSite.call(this.portal.site(SITE).id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(EntryType.ARTICLE,
					new EntryText("Bài dùng ảnh", "", "<p>a</p><img src=\"" + url + "\" width=\"71\" height=\"50\">",
							this.categories.find("thong-bao").orElseThrow().id(), Map.of(), ""),
					"thử");
			this.publishing.publish(id);
			// the latest text no longer shows it, but citizens still see it
			this.publishing.save(
					id, 1, new EntryText("Bài dùng ảnh", "", "<p>a</p>",
							this.categories.find("thong-bao").orElseThrow().id(), Map.of(), ""),
					this.portal.user(desk.username()));
			return id;
		});
		String item = address(desk, "dang dung");
		assertThat(desk.get(item).body()).contains("Bài dùng ảnh").contains("đã đăng").contains("/bai/" + entry);
		assertThat(desk.follow(desk.post(item + "/xoa", Map.of())).body()).contains("Chưa xóa");
		assertThat(this.portal.get(SITE + ".localhost", url).statusCode()).isEqualTo(200);
		assertThat(desk.get(LIBRARY + "?tim=dang+dung").body()).contains("Dùng ở 1 bài");
	}

	@Test
	void whatIsRemovedIsGoneUnlessAnotherSiteHasItToo() {
		TestPortal.Desk desk = desk();
		byte[] picture = Samples.bytes("jpg", 700, 300);
		String url = url(desk.upload(LIBRARY + "/them", "Xoa toi.jpg", picture));
		TestPortal.Desk other = this.portal.login(Role.EDITOR, this.portal.site("phu-huu"));
		url(other.upload("/bien-tap/phu-huu/anh", "Chung.jpg", picture));
		String hash = url.split("/")[2];
		Path main = this.folder.resolve("media").resolve(Rendition.mainKey(hash));
		Path original = this.folder.resolve("media").resolve(Rendition.originalKey(hash));

		String item = address(desk, "xoa toi");
		assertThat(desk.get(item).body()).contains("xóa hẳn");
		assertThat(desk.follow(desk.post(item + "/xoa", Map.of())).body()).contains("Đã xóa “Xoa toi.jpg”");
		assertThat(this.portal.get(SITE + ".localhost", url).statusCode()).isEqualTo(404);
		assertThat(this.portal.get("phu-huu.localhost", url).statusCode()).isEqualTo(200);
		assertThat(main).exists();

		String theirs = other.get("/bien-tap/phu-huu/thu-vien")
			.body()
			.replaceFirst("(?s).*href=\"(/bien-tap/phu-huu/thu-vien/\\d+)\".*", "$1");
		other.post(theirs + "/xoa", Map.of());
		assertThat(this.portal.get("phu-huu.localhost", url).statusCode()).isEqualTo(404);
		assertThat(main).doesNotExist();
		assertThat(original).doesNotExist();
		assertThat(Files.exists(main.resolveSibling(hash + ".480.webp"))).isFalse();
		assertThat(url(desk.upload(LIBRARY + "/them", "Lai.jpg", picture))).as("can be brought again").contains(hash);
		assertThat(main).exists();
	}

	@Test
	void theOriginalIsForTheSitesOwnPeopleOnly() {
		TestPortal.Desk desk = desk();
		byte[] photo = Samples.photo(90, 60, 6);
		url(desk.upload(LIBRARY + "/them", "Goc.jpg", photo));
		String item = address(desk, "goc.jpg");
		HttpResponse<String> original = desk.get(item + "/goc");
		assertThat(original.headers().firstValueAsLong("Content-Length")).hasValue(photo.length);
		assertThat(original.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
		TestPortal.Desk other = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("phu-huu"));
		assertThat(other.get(item + "/goc").statusCode()).isEqualTo(404);
		assertThat(other.get(item.replace(SITE, "phu-huu") + "/goc").statusCode()).as("by a foreign number")
			.isEqualTo(404);
		assertThat(other.get(item.replace(SITE, "phu-huu")).statusCode()).isEqualTo(404);
		assertThat(other.post(item.replace(SITE, "phu-huu") + "/xoa", Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.portal.get(SITE + ".localhost", "/media/goc").statusCode()).isEqualTo(404);
	}

	@Test
	void whoOnlyReadsChangesNothing() {
		url(desk().upload(LIBRARY + "/them", "Chi xem.jpg", Samples.bytes("jpg", 77, 50)));
		TestPortal.Desk reader = this.portal.login(Role.AREA_MONITOR, this.portal.site(SITE).area().id());
		assertThat(reader.get(LIBRARY).body()).contains("Chi xem.jpg").contains("chỉ được xem");
		String item = address(reader, "chi xem");
		assertThat(reader.upload(LIBRARY + "/them", "a.jpg", Samples.bytes("jpg", 10, 10)).statusCode()).isEqualTo(403);
		assertThat(reader.post(item, Map.of("alt", "x")).statusCode()).isEqualTo(403);
		assertThat(reader.post(item + "/xoa", Map.of()).statusCode()).isEqualTo(403);
	}

	@Test
	void theFormAloneBringsAFileToo() {
		TestPortal.Desk desk = desk();
		HttpResponse<String> answer = desk.upload(LIBRARY, "Khong script.jpg", Samples.bytes("jpg", 78, 50));
		assertThat(desk.follow(answer).body()).contains("Đã thêm 1").contains("Khong script.jpg");
		assertThat(desk.follow(desk.upload(LIBRARY, "x.svg", "<svg/>".getBytes(StandardCharsets.UTF_8))).body())
			.contains("x.svg:")
			.contains("PNG");
	}

	private TestPortal.Desk desk() {
		return this.portal.login(Role.EDITOR, this.portal.site(SITE));
	}

	private static String address(TestPortal.Desk desk, String words) {
		return desk.get(LIBRARY + "?tim=" + words.replace(" ", "+"))
			.body()
			.replaceFirst("(?s).*href=\"(" + LIBRARY + "/\\d+)\".*", "$1");
	}

	private static String url(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return answer.body().replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1");
	}

}
