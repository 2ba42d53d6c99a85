package vn.conglang.editorial;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** What became of an entry, and the way back. */
@PortalTest
class HistoryTests {

	@Autowired
	private TestPortal portal;

	@Test
	void everySaveAndActIsToldAndAnyTwoRevisionsAreCompared() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("thoi-son"));
		String entry = begin(desk, "thoi-son", "Có 120 ha lúa", "<p>Bà con ra đồng.</p><p>Hết.</p>");
		save(desk, entry, 1, "Có 150 ha lúa", "<p>Bà con <script>x</script>vui mừng ra đồng.</p><p>Hết.</p>", "gui");
		String history = desk.get(entry + "/lich-su").body();
		assertThat(history).contains("Lưu bản 1").contains("Lưu bản 2").contains("Gửi duyệt");
		assertThat(history.indexOf("Gửi duyệt")).isLessThan(history.indexOf("Lưu bản 2"));
		String compared = desk.get(entry + "/so-sanh?tu=1&den=2").body();
		assertThat(compared).contains("<del>120</del><ins>150</ins>").contains("vui mừng");
		assertThat(desk.get(entry + "/so-sanh?tu=1&den=99").statusCode()).isEqualTo(404);
		assertThat(desk.get(entry + "/so-sanh?tu=abc").statusCode()).isEqualTo(200);
	}

	@Test
	void anEarlierTextIsBroughtBackAsANewRevision() {
		TestPortal.Desk desk = this.portal.login(Role.EDITOR, this.portal.site("thoi-son"));
		String entry = begin(desk, "thoi-son", "Bản đầu", "<p>Một</p>");
		save(desk, entry, 1, "Bản hai", "<p>Hai</p>", "luu");
		HttpResponse<String> restored = desk.post(entry + "/khoi-phuc", Map.of("ban", "1"));
		assertThat(desk.follow(restored).body()).contains("Đã lấy lại nội dung của bản 1")
			.contains("Lưu bản 3")
			.contains("Khôi phục bản cũ");
		assertThat(desk.get(entry).body()).contains(">Bản đầu</textarea>");
		assertThat(desk.follow(desk.post(entry + "/khoi-phuc", Map.of("ban", "1"))).body()).contains("giống hệt");
		assertThat(desk.post(entry + "/khoi-phuc", Map.of("ban", "77")).statusCode()).isEqualTo(404);
	}

	@Test
	void whileInReviewAWriterDoesNotRestoreAndAReviewersRestoreIsWhatIsDecidedOn() {
		TestPortal.Desk writer = this.portal.login(Role.CONTRIBUTOR, this.portal.site("thoi-son"));
		String entry = begin(writer, "thoi-son", "Chờ duyệt một", "<p>Một</p>");
		save(writer, entry, 1, "Chờ duyệt hai", "<p>Hai</p>", "gui");
		writer.post(entry + "/khoi-phuc", Map.of("ban", "1"));
		assertThat(writer.get(entry + "/lich-su").body()).doesNotContain("Lưu bản 3");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("thoi-son"));
		chief.post(entry + "/khoi-phuc", Map.of("ban", "1"));
		assertThat(chief.get(entry + "/duyet").body()).contains("Chờ duyệt một").contains("Bản 3");
	}

	static String begin(TestPortal.Desk desk, String slug, String title, String body) {
		desk.get("/bien-tap/" + slug + "/bai/moi?loai=article");
		return desk.post("/bien-tap/" + slug + "/bai/moi?loai=article", form(title, body, "luu"))
			.headers()
			.firstValue("Location")
			.orElseThrow()
			.replaceFirst("^https?://[^/]+", "");
	}

	static HttpResponse<String> save(TestPortal.Desk desk, String entry, int base, String title, String body,
			String act) {
		Map<String, String> form = form(title, body, act);
		form.put("base", "" + base);
		form.put("categoryId", category(desk, entry));
		return desk.post(entry, form);
	}

	static Map<String, String> form(String title, String body, String act) {
		Map<String, String> form = new HashMap<>();
		form.put("title", title);
		form.put("summary", "Tóm tắt");
		form.put("bodyHtml", body);
		form.put("viec", act);
		return form;
	}

	/** The first category that the form offers. */
	static String category(TestPortal.Desk desk, String entry) {
		return desk.get(entry).body().replaceAll("(?s).*?name=\"categoryId\".*?<option value=\"([0-9]+)\".*", "$1");
	}

}
