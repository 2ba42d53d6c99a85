package vn.conglang.appearance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.NonCacheableCacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Finds {@code theme:<id>/<template>} in the theme or its nearest parent, so that one
 * template engine serves all themes and sites.
 */
@Component
class ThemeTemplateResolver extends AbstractTemplateResolver implements ITemplateResolver {

	static final String PREFIX = "theme:";

	private final Themes themes;

	private final ICacheEntryValidity validity;

	ThemeTemplateResolver(Themes themes, @Value("${spring.thymeleaf.cache:true}") boolean cache) {
		this.themes = themes;
		this.validity = cache ? AlwaysValidCacheEntryValidity.INSTANCE : NonCacheableCacheEntryValidity.INSTANCE;
		setOrder(0);
		setCheckExistence(true);
	}

	@Override
	protected @Nullable ITemplateResource computeTemplateResource(IEngineConfiguration configuration,
			@Nullable String ownerTemplate, String template, @Nullable Map<String, Object> attributes) {
		if (!template.startsWith(PREFIX) || template.indexOf('/') < 0) {
			return null;
		}
		String[] path = template.substring(PREFIX.length()).split("/", 2);
		// what follows @ only tells a newer state from an older one
		String id = path[0].split("@", 2)[0];
		return this.themes.template(id, path[1]).map(FoundTemplate::new).orElse(null);
	}

	@Override
	protected TemplateMode computeTemplateMode(IEngineConfiguration configuration, @Nullable String ownerTemplate,
			String template, @Nullable Map<String, Object> attributes) {
		return TemplateMode.HTML;
	}

	@Override
	protected ICacheEntryValidity computeValidity(IEngineConfiguration configuration, @Nullable String ownerTemplate,
			String template, @Nullable Map<String, Object> attributes) {
		return this.validity;
	}

	/** A template in a theme's folder. */
	private record FoundTemplate(Resource resource) implements ITemplateResource {

		@Override
		public String getDescription() {
			// theme and file; where the folder lies is of no use to those who read it
			String[] path = this.resource.getDescription().replaceAll("]$", "").split("/");
			return String.join("/", Arrays.copyOfRange(path, Math.max(0, path.length - 3), path.length));
		}

		@Override
		public @Nullable String getBaseName() {
			return this.resource.getFilename();
		}

		@Override
		public boolean exists() {
			return this.resource.exists();
		}

		@Override
		public Reader reader() throws IOException {
			return new BufferedReader(new InputStreamReader(this.resource.getInputStream(), StandardCharsets.UTF_8));
		}

		@Override
		public ITemplateResource relative(String relativeLocation) {
			throw new UnsupportedOperationException("Themes name templates by theme.at(…), not relatively");
		}

	}

}
