package vn.conglang.appearance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How a board wants its site to look and what it leads to. Of one piece, so that a
 * preview shows all of it; made of parts, so that each can be changed and taken back by
 * itself.
 *
 * @param style theme, colour, mark
 * @param blocks what the home page is made of, by region; {@code null} for what the theme
 * proposes
 * @param menu {@code null} for the one made of the categories
 * @param banners in the order they are shown
 * @param links what stands beside the site's own pages
 * @param office where and who the people's committee is
 */
public record Look(Style style, @Nullable Map<String, List<Block>> blocks, @Nullable List<MenuItem> menu,
		List<Banner> banners, Links links, Office office) {

	/** Of a site whose board has not chosen anything. */
	public static final Look USUAL = new Look(Style.USUAL, null, null, List.of(), Links.NONE, Office.UNKNOWN);

	/** How deep menus may go. */
	public static final int MENU_LEVELS = 3;

	// what was stored before a part was invented has none of it
	public Look {
		style = Objects.requireNonNullElse(style, Style.USUAL);
		blocks = (blocks != null) ? new TreeMap<>(blocks) : null;
		menu = (menu != null) ? List.copyOf(menu) : null;
		banners = (banners != null) ? List.copyOf(banners) : List.of();
		links = Objects.requireNonNullElse(links, Links.NONE);
		office = Objects.requireNonNullElse(office, Office.UNKNOWN);
	}

	public Look with(Style other) {
		return new Look(other, this.blocks, this.menu, this.banners, this.links, this.office);
	}

	public Look withBlocks(@Nullable Map<String, List<Block>> other) {
		return new Look(this.style, other, this.menu, this.banners, this.links, this.office);
	}

	public Look withMenu(@Nullable List<MenuItem> other) {
		return new Look(this.style, this.blocks, other, this.banners, this.links, this.office);
	}

	public Look withBanners(List<Banner> other) {
		return new Look(this.style, this.blocks, this.menu, other, this.links, this.office);
	}

	public Look with(Links other) {
		return new Look(this.style, this.blocks, this.menu, this.banners, other, this.office);
	}

	public Look with(Office other) {
		return new Look(this.style, this.blocks, this.menu, this.banners, this.links, other);
	}

	/**
	 * What stands where on the home page: the board's own order, else the theme's. Blocks
	 * of a region that the theme does not have go to the end of its main one.
	 */
	public Map<String, List<Block>> arrangement(Theme theme) {
		Map<String, List<Block>> arranged = new LinkedHashMap<>();
		theme.regions().forEach((region) -> arranged.put(region.id(), new ArrayList<>()));
		if (this.blocks == null) {
			theme.regions()
				.forEach((region) -> region.blocks()
					.forEach((type) -> Objects.requireNonNull(arranged.get(region.id()))
						.add(new Block(type, Map.of()))));
			return arranged;
		}
		this.blocks.forEach((id, own) -> arranged
			.computeIfAbsent(arranged.containsKey(id) ? id : "main", (missing) -> new ArrayList<>())
			.addAll(own));
		return arranged;
	}

	/** What can be changed and taken back by itself. */
	public enum Part {

		STYLE, BLOCKS, MENU, BANNERS, LINKS, OFFICE;

		/** The look with this part as it is in the other. */
		Look put(Look into, Look from) {
			return switch (this) {
				case STYLE -> into.with(from.style);
				case BLOCKS -> into.withBlocks(from.blocks);
				case MENU -> into.withMenu(from.menu);
				case BANNERS -> into.withBanners(from.banners);
				case LINKS -> into.with(from.links);
				case OFFICE -> into.with(from.office);
			};
		}

	}

	/**
	 * The theme and what the board adds to it.
	 *
	 * @param theme id, or {@code null} for the one of the configuration
	 * @param accent "#0a675f", or {@code null} for the theme's
	 * @param logo in place of the village gate
	 * @param header a picture behind or below the names, where the theme shows one
	 */
	public record Style(@Nullable String theme, @Nullable String accent, @Nullable Image logo, @Nullable Image header) {

		static final Style USUAL = new Style(null, null, null, null);

		/** The same with another theme. */
		public Style withTheme(@Nullable String other) {
			return new Style(other, this.accent, this.logo, this.header);
		}

	}

	/**
	 * A block of the home page.
	 *
	 * @param type id of a {@link BlockType}
	 * @param settings by {@link BlockType.Setting#key}; what is missing is as usual
	 */
	public record Block(String type, Map<String, String> settings) {

		public Block {
			settings = (settings != null) ? Map.copyOf(settings) : Map.of();
		}

		/** The value of a setting, the usual one where none is set. */
		public String value(BlockType.Setting setting) {
			return this.settings.getOrDefault(setting.key(), setting.usual());
		}

	}

	/**
	 * A link of the menu, with those below it.
	 *
	 * @param href from the site's root, or an address elsewhere; empty for one that only
	 * opens what is below
	 */
	public record MenuItem(String label, String href, List<MenuItem> children) {

		public MenuItem {
			children = (children != null) ? List.copyOf(children) : List.of();
		}

	}

	/**
	 * A banner of the site.
	 *
	 * @param href where it leads, may be empty
	 * @param from when it begins, or {@code null} for at once
	 * @param until when it ends, or {@code null} for never
	 */
	public record Banner(Image image, String href, @Nullable Instant from, @Nullable Instant until) {

		/** Whether citizens see it at a time. */
		public boolean isOn(Instant at) {
			return (this.from == null || !at.isBefore(this.from)) && (this.until == null || at.isBefore(this.until));
		}

	}

	/** A link with its text. */
	public record Link(String label, String href) {
	}

	/**
	 * Links beside the menu.
	 *
	 * @param quick shown by the block "links": to systems the commune uses
	 * @param foot shown in the footer
	 * @param footText lines above the imprint, may be empty
	 */
	public record Links(List<Link> quick, List<Link> foot, String footText) {

		static final Links NONE = new Links(List.of(), List.of(), "");

		public Links {
			quick = (quick != null) ? List.copyOf(quick) : List.of();
			foot = (foot != null) ? List.copyOf(foot) : List.of();
			footText = Objects.requireNonNullElse(footText, "");
		}

	}

	/**
	 * The people's committee: how to reach it and who works there. Any text may be empty.
	 *
	 * @param hours when citizens are received, may have several lines
	 * @param map address of its place on a map service
	 * @param units the leaders first
	 */
	public record Office(String address, String phone, String email, String hours, String map, List<Unit> units) {

		static final Office UNKNOWN = new Office("", "", "", "", "", List.of());

		public Office {
			address = Objects.requireNonNullElse(address, "");
			phone = Objects.requireNonNullElse(phone, "");
			email = Objects.requireNonNullElse(email, "");
			hours = Objects.requireNonNullElse(hours, "");
			map = Objects.requireNonNullElse(map, "");
			units = (units != null) ? List.copyOf(units) : List.of();
		}

		/** Whether there is a way to reach anybody. */
		public boolean hasContact() {
			return !(this.address.isEmpty() && this.phone.isEmpty() && this.email.isEmpty());
		}

	}

	/** A part of the organisation with its people: "Ủy ban nhân dân". */
	public record Unit(String name, List<Person> people) {

		public Unit {
			people = (people != null) ? List.copyOf(people) : List.of();
		}

	}

	/**
	 * Somebody who works there. All but the name may be empty.
	 *
	 * @param position "Chủ tịch"
	 * @param duty what they answer for
	 */
	public record Person(String name, String position, String duty, String phone, String email,
			@Nullable Image picture) {
	}

	/**
	 * A picture of the site's library.
	 *
	 * @param src from the site's root: {@code /media/<hash>/<name>}
	 * @param alt alternative text, empty for a decorative one
	 */
	public record Image(String src, int width, int height, String alt) {
	}

}
