package vn.conglang.reports;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Area;
import vn.conglang.site.Province;

/**
 * Whose report it is: the province's, over all areas, or that of one area.
 *
 * @param area {@code null} for the province
 * @param areas what it watches over
 */
record Office(Province province, @Nullable Area area, List<Area> areas) {

	/** What stands in the database for the province where a number is needed. */
	static final long PROVINCE = 0;

	/** In addresses; empty for the province. */
	public String slug() {
		return (this.area != null) ? this.area.slug() : "";
	}

	public @Nullable Long areaId() {
		return (this.area != null) ? this.area.id() : null;
	}

	/** For tables with a row per office. */
	public long key() {
		return (this.area != null) ? this.area.id() : PROVINCE;
	}

	/** "huyện Chợ Mới", in the middle of a sentence. */
	public String name() {
		return (this.area != null) ? this.area.fullName() : this.province.fullName();
	}

	/** "Huyện Chợ Mới", as a heading. */
	public String title() {
		return (this.area != null) ? this.area.title() : this.province.title();
	}

	public boolean isOfProvince() {
		return this.area == null;
	}

	public boolean is(@Nullable Long areaId) {
		return Objects.equals(areaId(), areaId);
	}

}
