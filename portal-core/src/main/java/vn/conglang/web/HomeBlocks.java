package vn.conglang.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.Connections;
import vn.conglang.analytics.VisitReport;
import vn.conglang.appearance.BlockType;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Theme;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.DocumentQuery;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Fills the blocks of a home page. News is told once: what a block has shown, those after
 * it leave out.
 */
@Component
class HomeBlocks {

	private static final String NEWS = "tin-tuc-su-kien";

	private static final String ANNOUNCEMENTS = "thong-bao";

	/** Enough of each category for all that a page can show of it. */
	private static final int PER_CATEGORY = 20;

	/**
	 * Categories shown one after the other, so that 500 do not make a page without end.
	 */
	private static final int SECTIONS = 12;

	/** How long a page with a counter is kept. */
	private static final Duration COUNTED_FOR = Duration.ofHours(1);

	/** What stands on a home page before its board has written anything. */
	private static final Set<String> NO_CONTENT = Set.of(BlockType.QUICK.id(), BlockType.TRUST.id(),
			BlockType.VISITS.id());

	private final PublishedEntries entries;

	private final Categories categories;

	private final Connections connections;

	private final VisitReport visits;

	private final SitePages pages;

	private final Clock clock;

	HomeBlocks(PublishedEntries entries, Categories categories, Connections connections, VisitReport visits,
			SitePages pages, Clock clock) {
		this.entries = entries;
		this.categories = categories;
		this.connections = connections;
		this.visits = visits;
		this.pages = pages;
		this.clock = clock;
	}

	Views.HomePage fill(Site site, Theme theme, Look look) {
		Filling filling = new Filling(site, look);
		List<Views.Region> regions = new ArrayList<>();
		for (Map.Entry<String, List<Look.Block>> region : look.arrangement(theme).entrySet()) {
			List<Views.Block> blocks = new ArrayList<>();
			for (Look.Block block : region.getValue()) {
				BlockType.of(block.type()).flatMap((type) -> filling.block(type, block)).ifPresent(blocks::add);
			}
			regions.add(new Views.Region(region.getKey(), blocks));
		}
		boolean empty = regions.stream()
			.flatMap((region) -> region.blocks().stream())
			.allMatch((block) -> NO_CONTENT.contains(block.type()));
		return empty ? new Views.HomePage(true, List.of()) : new Views.HomePage(false, regions);
	}

	/** One page being filled. */
	private final class Filling {

		private final Site site;

		private final Look look;

		private final Set<Long> shown = new HashSet<>();

		private @Nullable List<EntryTeaser> news;

		Filling(Site site, Look look) {
			this.site = site;
			this.look = look;
		}

		Optional<Views.Block> block(BlockType type, Look.Block block) {
			Values values = new Values(type, block);
			return switch (type) {
				case QUICK -> Optional.of(new Draft(type, values.title).build());
				case LEAD -> lead(values);
				case SLIDER -> news(type, values, withPicture(values.category), null);
				case LATEST -> news(type, values, news(), null);
				case CATEGORY -> category(values);
				case CATEGORIES -> sections(values);
				case ANNOUNCEMENTS -> announcements(values);
				case DOCUMENTS -> documents(values);
				case PROCEDURES -> listed(type, values, EntryType.PROCEDURE);
				case ALBUMS -> listed(type, values, EntryType.ALBUM);
				case VIDEOS -> listed(type, values, EntryType.VIDEO);
				case LINKS -> links(values);
				case BANNERS -> banners();
				case CONTACT -> contact(values);
				case LEADERS -> leaders(values);
				case TRUST -> (HomeBlocks.this.connections.of(this.site).badge() != null)
						? Optional.of(new Draft(type, values.title).build()) : Optional.empty();
				case VISITS -> visits(values);
			};
		}

		private List<EntryTeaser> news() {
			if (this.news == null) {
				this.news = HomeBlocks.this.entries.latestOfEveryCategory(PER_CATEGORY)
					.stream()
					.filter((entry) -> !isIn(entry, ANNOUNCEMENTS))
					.toList();
			}
			return this.news.stream().filter((entry) -> !this.shown.contains(entry.id())).toList();
		}

		/** The latest with a picture, news of the day before anything else. */
		private Optional<Views.Block> lead(Values values) {
			List<EntryTeaser> candidates = of(values.category);
			Optional<EntryTeaser> lead = candidates.stream()
				.filter((entry) -> entry.cover() != null && (!values.category.isEmpty() || isIn(entry, NEWS)))
				.findFirst()
				.or(() -> candidates.stream().filter((entry) -> entry.cover() != null).findFirst())
				.or(() -> candidates.stream().findFirst());
			return lead.map((entry) -> new Draft(BlockType.LEAD, "").cards(take(List.of(entry), 1)).build());
		}

		private List<EntryTeaser> withPicture(String category) {
			return of(category).stream().filter((entry) -> entry.cover() != null).toList();
		}

		private List<EntryTeaser> of(String category) {
			return category.isEmpty() ? news() : news().stream().filter((entry) -> isIn(entry, category)).toList();
		}

		private Optional<Views.Block> category(Values values) {
			return HomeBlocks.this.categories.all()
				.stream()
				.filter((category) -> category.slug().equals(values.category))
				.findFirst()
				.flatMap((category) -> news(BlockType.CATEGORY, values.usually(category.name()), of(category.slug()),
						SitePages.address(category)));
		}

		private Optional<Views.Block> news(BlockType type, Values values, List<EntryTeaser> candidates,
				@Nullable String href) {
			return cards(type, values, take(candidates, values.count), href);
		}

		private Optional<Views.Block> sections(Values values) {
			Map<Long, List<EntryTeaser>> byCategory = news().stream()
				.collect(Collectors.groupingBy((entry) -> Objects.requireNonNull(entry.category()).id()));
			List<Views.Section> sections = new ArrayList<>();
			for (CategoryInfo category : HomeBlocks.this.categories.all()) {
				List<EntryTeaser> own = byCategory.getOrDefault(category.id(), List.of());
				if (!own.isEmpty() && sections.size() < SECTIONS) {
					sections.add(new Views.Section(new Views.Link(category.name(), SitePages.address(category)),
							take(own, values.count)));
				}
			}
			return sections.isEmpty() ? Optional.empty()
					: Optional.of(new Draft(BlockType.CATEGORIES, "").sections(sections).build());
		}

		private Optional<Views.Block> announcements(Values values) {
			List<EntryTeaser> found = HomeBlocks.this.entries.announcements(HomeBlocks.this.pages.today(), 0,
					values.count);
			return cards(BlockType.ANNOUNCEMENTS, values, found.stream().map(HomeBlocks.this.pages::card).toList(),
					HomeBlocks.this.pages.announcementsAddress(found));
		}

		private Optional<Views.Block> documents(Values values) {
			List<Views.DocumentRow> rows = HomeBlocks.this.entries.documents(DocumentQuery.ALL, 0, values.count)
				.stream()
				.map(HomeBlocks.this.pages::row)
				.toList();
			return rows.isEmpty() ? Optional.empty() : Optional
				.of(new Draft(BlockType.DOCUMENTS, values.title).href("/van-ban").documents(rows).build());
		}

		private Optional<Views.Block> listed(BlockType type, Values values, EntryType entries) {
			List<EntryTeaser> found = (entries == EntryType.PROCEDURE)
					? HomeBlocks.this.entries.procedures("", 0, values.count)
					: HomeBlocks.this.entries.ofType(entries, 0, values.count);
			return cards(type, values, found.stream().map(HomeBlocks.this.pages::card).toList(), entries.list());
		}

		private Optional<Views.Block> cards(BlockType type, Values values, List<Views.Card> cards,
				@Nullable String href) {
			return cards.isEmpty() ? Optional.empty()
					: Optional.of(new Draft(type, values.title).href(href).cards(cards).build());
		}

		private Optional<Views.Block> links(Values values) {
			List<Views.Link> links = this.look.links()
				.quick()
				.stream()
				.map((link) -> new Views.Link(link.label(), link.href()))
				.toList();
			return links.isEmpty() ? Optional.empty()
					: Optional.of(new Draft(BlockType.LINKS, values.title).links(links).build());
		}

		private Optional<Views.Block> banners() {
			Instant now = HomeBlocks.this.clock.instant();
			// what begins and ends by itself takes the page with it
			this.look.banners()
				.stream()
				.flatMap((banner) -> Stream.of(banner.from(), banner.until()))
				.filter(Objects::nonNull)
				.forEach(PageLifetime::endsBy);
			List<Views.Banner> on = this.look.banners()
				.stream()
				.filter((banner) -> banner.isOn(now))
				.map((banner) -> new Views.Banner(Views.Picture.of(banner.image()), banner.href()))
				.toList();
			return on.isEmpty() ? Optional.empty() : Optional.of(new Draft(BlockType.BANNERS, "").banners(on).build());
		}

		private Optional<Views.Block> contact(Values values) {
			return this.look.office().hasContact()
					? Optional.of(new Draft(BlockType.CONTACT, values.title).href(ContactPageController.PATH).build())
					: Optional.empty();
		}

		private Optional<Views.Block> leaders(Values values) {
			List<Views.Person> people = this.look.office()
				.units()
				.stream()
				.limit(1)
				.flatMap((unit) -> unit.people().stream())
				.limit(values.count)
				.map(SitePages::person)
				.toList();
			return people.isEmpty() ? Optional.empty() : Optional
				.of(new Draft(BlockType.LEADERS, values.title).href(PeoplePageController.PATH).people(people).build());
		}

		/** As it was a moment ago: the page is not made anew with every visit. */
		private Optional<Views.Block> visits(Values values) {
			VisitReport.Counter counter = HomeBlocks.this.visits.counter(this.site);
			Instant now = HomeBlocks.this.clock.instant();
			PageLifetime.endsBy(now.plus(COUNTED_FOR));
			PageLifetime
				.endsBy(HomeBlocks.this.pages.today().plusDays(1).atStartOfDay(VietnameseText.ZONE).toInstant());
			return (counter.since() == null) ? Optional.empty()
					: Optional.of(new Draft(BlockType.VISITS, values.title)
						.visits(new Views.Visits(counter.today(), counter.month(), counter.total(), counter.since()))
						.build());
		}

		private List<Views.Card> take(List<EntryTeaser> candidates, int most) {
			List<EntryTeaser> taken = candidates.stream().limit(most).toList();
			taken.forEach((entry) -> this.shown.add(entry.id()));
			return taken.stream().map(HomeBlocks.this.pages::card).toList();
		}

		private static boolean isIn(EntryTeaser entry, String category) {
			return entry.category() != null && entry.category().slug().equals(category);
		}

	}

	/** The settings of a block, checked: what is stored may be older than the rules. */
	private final class Values {

		private final String title;

		private final String category;

		private final int count;

		private final boolean titled;

		Values(BlockType type, Look.Block block) {
			String own = "";
			String category = "";
			int count = 0;
			for (BlockType.Setting setting : type.settings()) {
				String value = block.value(setting).strip();
				switch (setting.kind()) {
					case TITLE -> own = value;
					case CATEGORY -> category = value;
					case COUNT -> count = within(setting, value);
				}
			}
			this.titled = !own.isEmpty();
			this.title = this.titled ? own : HomeBlocks.this.pages.text("block." + type.id());
			this.category = category;
			this.count = count;
		}

		private Values(String title, Values other) {
			this.titled = true;
			this.title = title;
			this.category = other.category;
			this.count = other.count;
		}

		Values usually(String title) {
			return this.titled ? this : new Values(title, this);
		}

		private static int within(BlockType.Setting setting, String value) {
			int wanted = value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : Integer.parseInt(setting.usual());
			return Math.clamp(wanted, setting.least(), setting.most());
		}

	}

	/** A block being made; what is not given is empty. */
	private static final class Draft {

		private final BlockType type;

		private final String title;

		private @Nullable String href;

		private List<Views.Card> cards = List.of();

		private List<Views.DocumentRow> documents = List.of();

		private List<Views.Section> sections = List.of();

		private List<Views.Link> links = List.of();

		private List<Views.Banner> banners = List.of();

		private List<Views.Person> people = List.of();

		private Views.@Nullable Visits visits;

		Draft(BlockType type, String title) {
			this.type = type;
			this.title = title;
		}

		Draft href(@Nullable String address) {
			this.href = address;
			return this;
		}

		Draft cards(List<Views.Card> some) {
			this.cards = some;
			return this;
		}

		Draft documents(List<Views.DocumentRow> some) {
			this.documents = some;
			return this;
		}

		Draft sections(List<Views.Section> some) {
			this.sections = some;
			return this;
		}

		Draft links(List<Views.Link> some) {
			this.links = some;
			return this;
		}

		Draft banners(List<Views.Banner> some) {
			this.banners = some;
			return this;
		}

		Draft people(List<Views.Person> some) {
			this.people = some;
			return this;
		}

		Draft visits(Views.Visits some) {
			this.visits = some;
			return this;
		}

		Views.Block build() {
			return new Views.Block(this.type.id(), this.title, this.href, this.cards, this.documents, this.sections,
					this.links, this.banners, this.people, this.visits);
		}

	}

}
