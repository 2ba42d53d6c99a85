package vn.conglang.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A storm of acts by several people at once, after which everything that is counted must
 * agree with the entries and with a model that knows nothing of facts and sums.
 */
@PortalTest
class VolumeStormTests {

	private static final int PEOPLE = 4;

	private static final int ACTS = 90;

	private static final List<EntryType> TYPES = List.of(EntryType.ARTICLE, EntryType.ANNOUNCEMENT,
			EntryType.LEGAL_DOCUMENT);

	/** Around two borders of years, and one of months. */
	private static final LocalDate BEGIN = LocalDate.of(2008, 12, 20);

	private static final int DAYS = 400;

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Volumes volumes;

	@Autowired
	private VolumeCheck check;

	private final Map<String, Model> models = new ConcurrentHashMap<>();

	@Test
	void afterAStormEverythingAgrees() throws Exception {
		long seed = new Random().nextLong();
		List<Site> sites = List.of(this.portal.site("hoa-lac"), this.portal.site("phu-hiep"));
		Period today = new Period(today(), today());
		Map<String, Figures> before = new HashMap<>();
		List<Long> contested = new ArrayList<>();
		User user = this.portal.user(this.portal.login(Role.EDITOR, sites.getFirst()).username());
		for (Site site : sites) {
			this.models.put(site.slug(), new Model());
			before.put(site.slug(), figures(site, today));
			contested.add(CurrentSite.call(site.id(), () -> {
				this.categories.ensureStandard();
				return this.publishing.begin(EntryType.ARTICLE, text(new Random(seed), "Giành nhau"), user);
			}));
		}
		try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < PEOPLE; i++) {
				Random random = new Random(seed + i);
				all.add(people.submit(() -> act(random, sites, contested, user)));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(today()).as("a test that began before midnight").isEqualTo(today.from());
		for (Site site : sites) {
			Model model = Objects.requireNonNull(this.models.get(site.slug()));
			assertThat(this.check.differences()
				.stream()
				.filter((difference) -> difference.site().equals(site.id()))
				.toList()).as("seed " + seed).isEmpty();
			Figures now = figures(site, today);
			Figures then = before.getOrDefault(site.slug(), Figures.NONE);
			// the contested entry is the only one that is not in the model
			assertThat(now.withdrawn() - then.withdrawn() - model.withdrawn).as("seed " + seed).isNotNegative();
			assertThat(now.published() - then.published()).as("seed " + seed).isBetween(0, 1);
			agrees(site, new Period(BEGIN, BEGIN.plusDays(DAYS)), model, seed);
			Random random = new Random(seed);
			for (int i = 0; i < 12; i++) {
				LocalDate from = BEGIN.plusDays(random.nextInt(DAYS));
				agrees(site, new Period(from, from.plusDays(random.nextInt(DAYS))), model, seed);
			}
		}
	}

	private void agrees(Site site, Period period, Model model, long seed) {
		Figures counted = figures(site, period);
		Map<EntryType, Integer> byType = new EnumMap<>(EntryType.class);
		Map<String, Integer> byCategory = new TreeMap<>();
		int shared = 0;
		long words = 0;
		for (Appeared one : model.appeared) {
			if (one.day().isBefore(period.from()) || one.day().isAfter(period.to())) {
				continue;
			}
			if (one.shared()) {
				shared++;
			}
			else {
				byType.merge(one.type(), 1, Integer::sum);
				byCategory.merge(one.category(), 1, Integer::sum);
				words += one.words();
			}
		}
		String which = site.slug() + ", " + period + ", seed " + seed;
		assertThat(counted.byType()).as(which).isEqualTo(byType);
		assertThat(counted.shared()).as(which).isEqualTo(shared);
		assertThat(counted.words()).as(which).isEqualTo(words);
		Map<String, Integer> categories = new TreeMap<>();
		this.volumes.byCategory(List.of(site), period, Filter.ALL)
			.stream()
			.filter((category) -> category.published() > 0)
			.forEach((category) -> categories.put(category.slug(), category.published()));
		assertThat(categories).as(which).isEqualTo(byCategory);
		assertThat(this.volumes.entries(Reach.of(site), period, Filter.ALL, Kind.PUBLISHED, 1).total()).as(which)
			.isEqualTo(counted.published());
		assertThat(this.volumes.days(site, period).values().stream().mapToInt(Integer::intValue).sum()).as(which)
			.isEqualTo(counted.published());
	}

	private void act(Random random, List<Site> sites, List<Long> contested, User user) {
		List<Own> own = new ArrayList<>();
		for (int i = 0; i < ACTS; i++) {
			int at = random.nextInt(sites.size());
			Site site = sites.get(at);
			Model model = this.models.get(site.slug());
			if (model == null) {
				throw new IllegalStateException(site.slug());
			}
			CurrentSite.run(site.id(), () -> {
				switch (random.nextInt(10)) {
					case 0, 1, 2, 3 -> own.add(begin(random, site, model, user));
					case 4 -> contest(contested.get(at), random.nextBoolean());
					case 5 -> this.transaction.executeWithoutResult((status) -> {
						// taken back: nothing of it may be counted
						this.publishing.publish(this.publishing.begin(EntryType.ARTICLE, text(random, "Bỏ"), user));
						status.setRollbackOnly();
					});
					default -> {
						List<Own> here = own.stream().filter((one) -> one.site.equals(site)).toList();
						if (!here.isEmpty()) {
							change(random, here.get(random.nextInt(here.size())), model, user);
						}
					}
				}
			});
		}
	}

	private Own begin(Random random, Site site, Model model, User user) {
		boolean shared = random.nextInt(5) == 0;
		EntryType type = shared ? EntryType.ARTICLE : TYPES.get(random.nextInt(TYPES.size()));
		EntryText text = text(random, "Bão " + random.nextInt(1000));
		long id = shared ? this.publishing.beginShared(text, 1, user.displayName(), user.id())
				: this.publishing.begin(type, text, user);
		Own own = new Own(site, id, shared);
		LocalDate day = BEGIN.plusDays(random.nextInt(DAYS));
		// the last minute and the first
		LocalTime time = random.nextBoolean() ? LocalTime.of(23, 59, 59) : LocalTime.MIDNIGHT;
		this.publishing.publish(id, day.atTime(time).atZone(VietnameseText.ZONE).toInstant());
		own.shown = true;
		String category = this.categories.all()
			.stream()
			.filter((one) -> Long.valueOf(one.id()).equals(text.categoryId()))
			.map(CategoryInfo::slug)
			.findFirst()
			.orElseThrow();
		model.add(new Appeared(day, type, category, shared, text.bodyHtml().split(" ").length));
		return own;
	}

	private void change(Random random, Own own, Model model, User user) {
		switch (random.nextInt(3)) {
			case 0 -> {
				this.publishing.withdraw(own.id);
				if (own.shown && !own.shared) {
					model.withdrew();
				}
				own.shown = false;
			}
			case 1 -> {
				this.publishing.publish(own.id);
				own.shown = true;
			}
			default -> {
				this.publishing.save(own.id, own.saves, text(random, "Sửa"), user);
				own.saves++;
				if (random.nextBoolean()) {
					this.publishing.publish(own.id);
					own.shown = true;
				}
			}
		}
	}

	/** Several at once: one wins, the others are told so and nothing of theirs counts. */
	private void contest(long id, boolean publish) {
		try {
			if (publish) {
				this.publishing.publish(id);
			}
			else {
				this.publishing.withdraw(id);
			}
		}
		catch (ConcurrencyFailureException ex) {
			// somebody was faster
			assertThat(ex).isNotNull();
		}
	}

	private EntryText text(Random random, String title) {
		List<CategoryInfo> all = this.categories.all();
		return new EntryText(title, "", "<p>" + "lúa ".repeat(random.nextInt(30)) + "xanh</p>",
				all.get(random.nextInt(all.size())).id(),
				Map.of("number", "1/KH", "documentType", "Kế hoạch", "issuer", "UBND"), "");
	}

	private Figures figures(Site site, Period period) {
		return this.volumes.bySite(List.of(site), period, Filter.ALL).getOrDefault(site.id(), Figures.NONE);
	}

	private LocalDate today() {
		Instant now = this.clock.instant();
		return LocalDate.ofInstant(now, VietnameseText.ZONE);
	}

	/** What a site did, as far as those who did it know. */
	private static final class Model {

		private final List<Appeared> appeared = new ArrayList<>();

		private int withdrawn;

		synchronized void add(Appeared one) {
			this.appeared.add(one);
		}

		synchronized void withdrew() {
			this.withdrawn++;
		}

	}

	/** An entry of one of the people, which nobody else touches. */
	private static final class Own {

		private final Site site;

		private final long id;

		private final boolean shared;

		private int saves = 1;

		private boolean shown;

		Own(Site site, long id, boolean shared) {
			this.site = site;
			this.id = id;
			this.shared = shared;
		}

	}

	private record Appeared(LocalDate day, EntryType type, String category, boolean shared, int words) {
	}

}
