package vn.conglang.reports;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

import vn.conglang.content.EntryPublished;
import vn.conglang.content.EntryType;
import vn.conglang.content.EntryWithdrawn;
import vn.conglang.content.EntryWork;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;

/**
 * A made-up year of all sites and the year before it, always the same: acts, written by
 * the recorder of volume, and sums of them that are reckoned here and nowhere else.
 */
final class MadeUpYear {

	/** A leap year, so long ago that nobody else is about. */
	static final int YEAR = 2004;

	static final List<String> CATEGORIES = List.of("tin-tuc", "chi-dao-dieu-hanh", "cai-cach-hanh-chinh", "");

	private static final List<EntryType> TYPES = List.of(EntryType.ARTICLE, EntryType.ARTICLE, EntryType.ARTICLE,
			EntryType.LEGAL_DOCUMENT, EntryType.ANNOUNCEMENT, EntryType.ALBUM);

	private final List<Act> acts = new ArrayList<>();

	/** Makes up the acts of the sites. */
	MadeUpYear(List<Site> sites) {
		long entry = 9_000_000;
		for (Site site : sites) {
			Random random = new Random(site.slug().hashCode());
			for (int year = YEAR - 1; year <= YEAR; year++) {
				// about one of ten does nothing at all in a year
				int count = (random.nextInt(10) == 0) ? 0 : 1 + random.nextInt(16);
				for (int number = 0; number < count; number++) {
					entry++;
					publish(site, entry, year, random);
				}
			}
		}
		if (sites.isEmpty()) {
			return;
		}
		// the last and the first minute of a year in Vietnam
		Site first = sites.getFirst();
		this.acts.add(new Act(first, entry + 1, What.PUBLISHED, Instant.parse(YEAR + "-12-31T16:59:59Z"),
				EntryType.ARTICLE, "tin-tuc", 100, 1, false));
		this.acts.add(new Act(first, entry + 2, What.PUBLISHED, Instant.parse(YEAR + "-12-31T17:00:00Z"),
				EntryType.ARTICLE, "tin-tuc", 100, 1, false));
	}

	private void publish(Site site, long entry, int year, Random random) {
		EntryType type = TYPES.get(random.nextInt(TYPES.size()));
		String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
		int words = 50 + random.nextInt(900);
		int images = random.nextInt(5);
		boolean shared = random.nextInt(6) == 0;
		LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(300));
		Instant at = day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
			.atZone(VietnameseText.ZONE)
			.toInstant();
		this.acts.add(new Act(site, entry, What.PUBLISHED, at, type, category, words, images, shared));
		if (random.nextInt(8) == 0) {
			this.acts.add(new Act(site, entry, What.WITHDRAWN, at.plusSeconds(90_000), type, category, words, images,
					shared));
			if (random.nextBoolean()) {
				this.acts.add(new Act(site, entry, What.RESTORED, at.plusSeconds(500_000), type, category, words,
						images, shared));
			}
		}
		if (random.nextInt(4) == 0) {
			// a renewal counts nowhere
			this.acts.add(new Act(site, entry, What.REVISED, at.plusSeconds(7_000), type, category, words + 1, images,
					shared));
		}
	}

	/** Has the recorder write them, all of a site in one transaction. */
	void write(ApplicationContext context) {
		Object recorder = context.getBean("volumeRecorder");
		Method published = method(recorder, EntryPublished.class);
		Method withdrawn = method(recorder, EntryWithdrawn.class);
		TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
		for (Site site : this.acts.stream().map(Act::site).distinct().toList()) {
			CurrentSite.run(site.id(), () -> transaction.executeWithoutResult(
					(status) -> this.acts.stream().filter((act) -> act.site().equals(site)).forEach((act) -> {
						if (act.what() == What.WITHDRAWN) {
							ReflectionUtils.invokeMethod(withdrawn, recorder, act.asWithdrawn());
						}
						else {
							ReflectionUtils.invokeMethod(published, recorder, act.asPublished());
						}
					})));
		}
	}

	private static Method method(Object recorder, Class<?> event) {
		Method method = ReflectionUtils.findMethod(recorder.getClass(), "on", event);
		if (method == null) {
			throw new IllegalStateException("The recorder hears no " + event);
		}
		ReflectionUtils.makeAccessible(method);
		return method;
	}

	/** The sums of the acts that are meant, reckoned one by one. */
	Sums sums(Predicate<Act> meant) {
		int published = 0;
		int shared = 0;
		int withdrawn = 0;
		int restored = 0;
		long words = 0;
		long images = 0;
		for (Act act : this.acts) {
			if (meant.test(act)) {
				if (act.what() == What.PUBLISHED && act.shared()) {
					shared++;
				}
				else if (act.what() == What.PUBLISHED) {
					published++;
					words += act.words();
					images += act.images();
				}
				else if (act.what() == What.WITHDRAWN && !act.shared()) {
					withdrawn++;
				}
				else if (act.what() == What.RESTORED && !act.shared()) {
					restored++;
				}
			}
		}
		return new Sums(published, shared, withdrawn, restored, words, images);
	}

	Sums sums(LocalDate from, LocalDate to, Predicate<Act> meant) {
		return sums((act) -> !act.day().isBefore(from) && !act.day().isAfter(to) && meant.test(act));
	}

	Sums year(int year, Predicate<Act> meant) {
		return sums((act) -> act.day().getYear() == year && meant.test(act));
	}

	Stream<Act> acts() {
		return this.acts.stream();
	}

	/** What was done. */
	enum What {

		PUBLISHED, REVISED, WITHDRAWN, RESTORED

	}

	/** An act. */
	record Act(Site site, long entry, What what, Instant at, EntryType type, String category, int words, int images,
			boolean shared) {

		LocalDate day() {
			return LocalDate.ofInstant(this.at, VietnameseText.ZONE);
		}

		/** Own and seen for the first time. */
		boolean counts() {
			return this.what == What.PUBLISHED && !this.shared;
		}

		private EntryPublished asPublished() {
			return new EntryPublished(this.site.id(), this.entry, this.type, this.what != What.REVISED,
					this.what == What.PUBLISHED, this.at, work());
		}

		private EntryWithdrawn asWithdrawn() {
			return new EntryWithdrawn(this.site.id(), this.entry, this.type, this.at, work());
		}

		private EntryWork work() {
			boolean none = this.category.isEmpty();
			return new EntryWork(1, none ? null : this.category, none ? null : "Mục " + this.category, this.words,
					this.images, this.shared, null, "Người viết " + this.entry % 3, null);
		}

	}

	/** Sums of acts. */
	record Sums(int published, int shared, int withdrawn, int restored, long words, long images) {
	}

}
