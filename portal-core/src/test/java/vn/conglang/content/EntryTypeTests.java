package vn.conglang.content;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What the fields of each type may hold. */
class EntryTypeTests {

	@Property
	void whateverIsTypedTheRulesAnswerAndWhatIsKeptStaysAsItIs(@ForAll EntryType type, @ForAll String typed) {
		Map<String, String> fields = new HashMap<>();
		type.fields().forEach((field) -> fields.put(field.key(), typed));
		EntryText text = text("<p>x</p>", fields);
		assertThat(new EntryText(text.title(), "", text.bodyHtml(), null, text.fields(), "")).isEqualTo(text);
		List<String> wrong = text.problems(type).stream().map(EntryText.Problem::field).toList();
		for (EntryType.Field field : type.fields()) {
			String kept = text.fields().get(field.key());
			if (kept != null && !wrong.contains(field.key())) {
				switch (field.kind()) {
					case DATE -> assertThat(LocalDate.parse(kept)).isNotNull();
					case URL -> assertThat(kept).startsWithIgnoringCase("https://");
					case CHOICE -> assertThat(field.options()).contains(kept);
					case TEXT -> assertThat(kept).doesNotContain("\n");
					case LONG_TEXT -> assertThat(kept.lines()).noneMatch(String::isBlank);
				}
			}
		}
	}

	@Property
	void onlyFieldsOfSeveralLinesKeepTheirLines() {
		EntryText text = text("", Map.of("papers", " Tờ khai \r\n\r\n Giấy chứng sinh\t", "place", "Ấp\nHòa Lợi"));
		assertThat(text.fields()).containsEntry("papers", "Tờ khai\nGiấy chứng sinh")
			.containsEntry("place", "Ấp Hòa Lợi");
	}

	@Property(tries = 1)
	void anAddressIsSecureOrRefused() {
		for (String bad : List.of("http://dichvucong.gov.vn/", "javascript:alert(1)", "dichvucong.gov.vn", "https://",
				"https://localhost/", "https://a@evil.vn/", "https://a b.vn/")) {
			assertThat(text("", Map.of("serviceUrl", bad)).problems(EntryType.PROCEDURE)).as(bad).hasSize(1);
		}
		assertThat(text("", Map.of("serviceUrl", "https://dichvucong.gov.vn/x?y=1")).problems(EntryType.PROCEDURE))
			.isEmpty();
	}

	@Property(tries = 1)
	void anAlbumNeedsAPictureAndAVideoItsAddress() {
		String picture = "<img src=\"/media/0123456789abcdef0123456789abcdef/a.jpg\">";
		assertThat(text("<p>x</p>", Map.of()).gaps(EntryType.ALBUM)).hasSize(1);
		assertThat(text(picture, Map.of()).gaps(EntryType.ALBUM)).isEmpty();
		assertThat(text("", Map.of()).gaps(EntryType.VIDEO)).hasSize(1);
		assertThat(text("", Map.of("videoUrl", "https://youtu.be/1")).gaps(EntryType.VIDEO)).isEmpty();
	}

	private static EntryText text(String body, Map<String, String> fields) {
		return new EntryText("Tiêu đề", "", body, null, fields, "");
	}

}
