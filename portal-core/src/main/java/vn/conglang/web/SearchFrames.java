package vn.conglang.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafView;
import org.unbescape.html.HtmlEscape;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;

/**
 * Pages of the search. No two are alike, but what surrounds the results is the same for
 * every search of a site and takes longer to render than they do: it is kept, as text.
 * What it was rendered from is its key, so nothing ever has to be thrown away.
 */
@Component
@ConditionalOnWebApplication
class SearchFrames {

	private static final Logger log = LoggerFactory.getLogger(SearchFrames.class);

	/** The template of these pages. */
	static final String TEMPLATE = "search";

	/** Between it and its end lies what is rendered for each search. */
	private static final String MAIN = "<main";

	private static final String MAIN_END = "</main>";

	/** Stands for the title, in which there are the words looked for. */
	private static final String TITLE = "\uE000";

	/** Some ten kilobytes each. */
	private static final int MOST = 500;

	private final Cache<Map<String, Object>, Frame> frames = Caffeine.newBuilder().maximumSize(MOST).build();

	private final ISpringTemplateEngine engine;

	private final ApplicationContext context;

	SearchFrames(ISpringTemplateEngine engine, ApplicationContext context) {
		this.engine = engine;
		this.context = context;
	}

	/**
	 * Renders a page.
	 * @param view the whole page
	 * @param template what the template engine calls it
	 */
	void render(View view, String template, Locale locale, Map<String, Object> model, HttpServletRequest request,
			HttpServletResponse response) throws Exception {
		if (!(model.get("meta") instanceof Views.PageMeta meta)) {
			view.render(model, request, response);
			return;
		}
		Map<String, Object> untitled = new HashMap<>(model);
		untitled.put("meta", meta.titled(TITLE));
		View part = new MainPart(template, locale, this.engine, this.context);
		Map<String, Object> key = new HashMap<>(untitled);
		key.remove(TEMPLATE);
		// Spring adds them, and there is one of the search, too
		key.keySet().removeIf((name) -> name.startsWith(BindingResult.MODEL_KEY_PREFIX));
		Frame frame = this.frames.getIfPresent(key);
		if (frame == null) {
			frame = frame(rendered(view, untitled, request, response), part, untitled, request, response);
			this.frames.put(key, frame);
		}
		if (frame.isNone()) {
			view.render(model, request, response);
			return;
		}
		String main = rendered(part, model, request, response);
		String title = HtmlEscape.escapeHtml4Xml(meta.title());
		PrintWriter writer = response.getWriter();
		writer.write(String.join(title, frame.before()));
		writer.write(main);
		writer.write(String.join(title, frame.after()));
	}

	/** How many frames are kept. */
	long kept() {
		return this.frames.asMap().values().stream().filter((frame) -> !frame.isNone()).count();
	}

	/** A theme may have a template of its own that cannot be rendered in part. */
	private static Frame frame(String page, View part, Map<String, Object> model, HttpServletRequest request,
			HttpServletResponse response) throws Exception {
		int start = page.indexOf(MAIN);
		int end = page.lastIndexOf(MAIN_END) + MAIN_END.length();
		if (start < 0 || end < start) {
			return Frame.NONE;
		}
		try {
			if (!rendered(part, model, request, response).equals(page.substring(start, end))) {
				log.debug("A search page is not the same in two parts");
				return Frame.NONE;
			}
		}
		catch (TemplateEngineException ex) {
			log.debug("A search page cannot be rendered in two parts", ex);
			return Frame.NONE;
		}
		return new Frame(List.of(page.substring(0, start).split(TITLE, -1)),
				List.of(page.substring(end).split(TITLE, -1)));
	}

	private static String rendered(View view, Map<String, Object> model, HttpServletRequest request,
			HttpServletResponse response) throws Exception {
		Captured captured = new Captured(response);
		view.render(model, request, captured);
		return captured.text.toString();
	}

	/** What stands before and behind the results, cut wherever the title stands. */
	private record Frame(List<String> before, List<String> after) {

		/** Of a page that is always rendered as a whole. */
		private static final Frame NONE = new Frame(List.of(), List.of());

		private boolean isNone() {
			return this.before.isEmpty();
		}

	}

	private static final class MainPart extends ThymeleafView {

		MainPart(String template, Locale locale, ISpringTemplateEngine engine, ApplicationContext context) {
			super(template);
			setMarkupSelector("main");
			setLocale(locale);
			setTemplateEngine(engine);
			setCharacterEncoding("UTF-8");
			setContentType("text/html;charset=UTF-8");
			setProducePartialOutputWhileProcessing(false);
			setApplicationContext(context);
		}

	}

	/** Keeps what is written. */
	private static final class Captured extends HttpServletResponseWrapper {

		private final StringWriter text = new StringWriter(8192);

		private @Nullable PrintWriter writer;

		Captured(HttpServletResponse response) {
			super(response);
		}

		@Override
		public PrintWriter getWriter() {
			if (this.writer == null) {
				this.writer = new PrintWriter(this.text);
			}
			return this.writer;
		}

	}

}
