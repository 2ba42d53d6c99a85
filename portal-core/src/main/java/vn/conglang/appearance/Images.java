package vn.conglang.appearance;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.media.Pictures;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/** Pictures of the site's library that a look shows. */
@Component
class Images {

	private static final Pattern ADDRESS = Pattern.compile("/media/([0-9a-f]{32})/[a-z0-9][a-z0-9.-]{0,120}");

	private final Pictures pictures;

	Images(Pictures pictures) {
		this.pictures = pictures;
	}

	/**
	 * The picture at an address of this site.
	 * @param typed empty for none
	 * @return {@code null} where there is none; a wrong address is a problem
	 */
	Look.@Nullable Image read(String field, String typed, String alt, Problems problems) {
		String address = Checks.line(typed);
		if (address.isEmpty()) {
			return null;
		}
		Matcher matcher = ADDRESS.matcher(address);
		Look.Image image = !matcher.matches() ? null
				: this.pictures.picture(matcher.group(1))
					.map((picture) -> new Look.Image(picture.url(), picture.width(), picture.height(), alt))
					.orElse(null);
		if (image == null) {
			problems.add(field, "arrange.picture.unknown");
		}
		return image;
	}

	/** Where the newsroom shows the pictures of rows, by the rows' keys. */
	Map<String, String> newsroom(Site site, Rows rows) {
		Map<String, String> shown = new HashMap<>();
		for (Rows.Row row : rows.all()) {
			if (ADDRESS.matcher(row.value("src").strip()).matches()) {
				shown.put(row.key(), "/bien-tap/" + site.slug() + row.value("src").strip());
			}
		}
		return shown;
	}

}
