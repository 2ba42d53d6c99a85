package vn.conglang.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import vn.conglang.kernel.VietnameseText;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The categories of the site at work. */
@Service
public class Categories {

	/** What a new site begins with: the usual parts of a commune's site. */
	static final List<String> STANDARD = List.of("Giới thiệu", "Tin tức – Sự kiện", "Chỉ đạo điều hành", "Văn bản",
			"Thủ tục hành chính", "Thông báo", "Văn hóa – Xã hội", "Nông thôn mới", "Chuyển đổi số", "Hỏi – đáp");

	private static final Map<String, String> STANDARD_BY_SLUG = STANDARD.stream()
		.collect(Collectors.toUnmodifiableMap((name) -> VietnameseText.slug(name, 80), (name) -> name));

	private final CategoryRepository categories;

	private final SiteLock lock;

	Categories(CategoryRepository categories, SiteLock lock) {
		this.categories = categories;
		this.lock = lock;
	}

	/** The names of what a new site begins with, by their slugs. */
	public static Map<String, String> standard() {
		return STANDARD_BY_SLUG;
	}

	/** All, in the order of the menu. */
	@Transactional(readOnly = true)
	public List<CategoryInfo> all() {
		return this.categories.findAllByOrderByPositionAscIdAsc().stream().map(Category::info).toList();
	}

	/** The category with this slug. */
	@Transactional(readOnly = true)
	public Optional<CategoryInfo> find(String slug) {
		return this.categories.findBySlug(slug).map(Category::info);
	}

	/** Gives a site without categories the standard set; otherwise does nothing. */
	@Transactional
	public void ensureStandard() {
		this.lock.take();
		if (this.categories.count() == 0) {
			for (int i = 0; i < STANDARD.size(); i++) {
				this.categories.save(new Category(STANDARD.get(i), i, true));
			}
		}
	}

	/**
	 * The category of this name, however it is spelled; made when missing, outside of the
	 * menu (the board may move it there).
	 */
	@Transactional
	public CategoryInfo findOrAdd(String name) {
		String slug = VietnameseText.slug(name, 80);
		Optional<Category> known = this.categories.findBySlug(slug);
		if (known.isEmpty()) {
			this.lock.take();
			known = this.categories.findBySlug(slug);
		}
		return known.orElseGet(
				() -> this.categories.save(new Category(CleanHtml.line(name), (int) this.categories.count(), false)))
			.info();
	}

}
