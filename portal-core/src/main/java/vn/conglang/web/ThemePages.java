package vn.conglang.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import vn.conglang.appearance.Theme;
import vn.conglang.appearance.ThemeFailures;
import vn.conglang.appearance.Themes;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders the pages of sites with their themes. Where a template fails, the whole page is
 * made with the theme's parent instead, and so on up to the base: a mistake in a theme
 * costs a site its looks, never its pages.
 */
@Component
@ConditionalOnWebApplication
class ThemePages implements ViewResolver, Ordered {

	private final ThymeleafViewResolver views;

	private final Themes themes;

	private final ThemeFailures failures;

	private final SearchFrames searches;

	ThemePages(ThymeleafViewResolver views, Themes themes, ThemeFailures failures, SearchFrames searches) {
		this.views = views;
		this.themes = themes;
		this.failures = failures;
		this.searches = searches;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable View resolveViewName(String name, Locale locale) {
		String template = Theme.templateName(name);
		return (template != null) ? (model, request, response) -> render(template, locale, model, request, response)
				: null;
	}

	private void render(String template, Locale locale, @Nullable Map<String, ?> model, HttpServletRequest request,
			HttpServletResponse response) throws Exception {
		if (model == null || !(model.get("theme") instanceof ThemeView own)) {
			throw new IllegalStateException("The page \"" + template + "\" has no theme");
		}
		Map<Theme, Throwable> failed = new HashMap<>();
		Theme theme = own.theme();
		while (true) {
			try {
				Map<String, Object> page = new HashMap<>(model);
				page.put("theme", own.in(theme));
				String name = theme.template(template);
				// nothing is sent before the page is whole
				if (template.equals(SearchFrames.TEMPLATE)) {
					this.searches.render(view(name, locale), name, locale, page, request, response);
				}
				else {
					view(name, locale).render(page, request, response);
				}
				failed.forEach((broken, failure) -> this.failures.remember(broken, template, failure));
				return;
			}
			catch (RuntimeException | StackOverflowError ex) {
				failed.put(theme, ex);
				String parent = theme.parent();
				if (parent == null) {
					// not even the base can show this: it is not the theme's fault
					throw ex;
				}
				theme = this.themes.get(parent);
			}
		}
	}

	private View view(String name, Locale locale) throws Exception {
		View view = this.views.resolveViewName(name, locale);
		if (view == null) {
			throw new IllegalStateException("There is no template \"" + name + "\"");
		}
		return view;
	}

}
