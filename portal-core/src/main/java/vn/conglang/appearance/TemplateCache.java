package vn.conglang.appearance;

import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.cache.AbstractCacheManager;
import org.thymeleaf.cache.ExpressionCacheKey;
import org.thymeleaf.cache.ICache;
import org.thymeleaf.cache.ICacheEntryValidityChecker;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.cache.TemplateCacheKey;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.stereotype.Component;

/**
 * Parsed templates and expressions, bounded by what they take. Thymeleaf keeps a fragment
 * once for every template that uses it and 200 of them in all: with many themes it would
 * parse all the time. Here a fragment is kept once for all.
 */
@Component
class TemplateCache extends AbstractCacheManager {

	/** Tags and texts in all. */
	private static final int MOST_EVENTS = 150_000;

	private static final int MOST_EXPRESSIONS = 4_000;

	TemplateCache(SpringTemplateEngine engine) {
		engine.setCacheManager(this);
	}

	@Override
	protected ICache<TemplateCacheKey, TemplateModel> initializeTemplateCache() {
		return new Templates(Caffeine.newBuilder()
			.maximumWeight(MOST_EVENTS)
			.weigher((TemplateCacheKey key, TemplateModel template) -> 10 + template.size())
			.build());
	}

	@Override
	protected ICache<ExpressionCacheKey, Object> initializeExpressionCache() {
		StandardCacheManager usual = new StandardCacheManager();
		usual.setExpressionCacheMaxSize(MOST_EXPRESSIONS);
		return usual.getExpressionCache();
	}

	/** Who asks for a fragment does not change what it is. */
	private record Templates(
			Cache<TemplateCacheKey, TemplateModel> parsed) implements ICache<TemplateCacheKey, TemplateModel> {

		private static TemplateCacheKey shared(TemplateCacheKey key) {
			boolean fragment = key.getOwnerTemplate() != null && key.getTemplateSelectors() != null;
			return fragment ? new TemplateCacheKey(null, key.getTemplate(), key.getTemplateSelectors(), 0, 0,
					key.getTemplateMode(), key.getTemplateResolutionAttributes()) : key;
		}

		@Override
		public void put(TemplateCacheKey key, TemplateModel value) {
			this.parsed.put(shared(key), value);
		}

		@Override
		public @Nullable TemplateModel get(TemplateCacheKey key) {
			return this.parsed.getIfPresent(shared(key));
		}

		@Override
		public @Nullable TemplateModel get(TemplateCacheKey key,
				ICacheEntryValidityChecker<? super TemplateCacheKey, ? super TemplateModel> checker) {
			// what is kept is always valid: nothing else is handed in
			return get(key);
		}

		@Override
		public void clear() {
			this.parsed.invalidateAll();
		}

		@Override
		public void clearKey(TemplateCacheKey key) {
			this.parsed.invalidate(shared(key));
		}

		@Override
		public Set<TemplateCacheKey> keySet() {
			return Set.copyOf(this.parsed.asMap().keySet());
		}

	}

}
