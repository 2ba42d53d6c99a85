package vn.conglang.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import vn.conglang.appearance.BrokenTheme;
import vn.conglang.appearance.Contrast;
import vn.conglang.appearance.Theme;
import vn.conglang.appearance.Themes;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;

/**
 * Looks through a theme for all that can be found without a browser: shows every kind of
 * page with it, counts contrasts and weights, and reads its files for what the pages'
 * security policy forbids or what is not there.
 */
class ThemeCheck {

	/** Bytes of the stylesheet, compressed. */
	private static final int STYLE_LIMIT = 25 * 1024;

	private static final int FILE_LIMIT = 60 * 1024;

	private static final int FONTS_LIMIT = 120 * 1024;

	private static final String DECLARATION = "theme.yaml";

	private static final String STYLE = "style.css";

	/** Text and the surface it stands on. */
	private static final List<List<String>> PAIRS = List.of(List.of("ink", "paper"), List.of("ink", "tint"),
			List.of("muted", "paper"), List.of("muted", "tint"), List.of("accent", "paper"), List.of("accent", "tint"),
			List.of("good", "paper"), List.of("good", "tint"), List.of("warn", "paper"), List.of("warn", "tint"),
			List.of("bad", "paper"), List.of("bad", "tint"), List.of("accent-ink", "accent"),
			List.of("deep-ink", "deep"));

	private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

	private static final Pattern URL = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)");

	private static final Pattern NAMED = Pattern.compile("theme\\.(at|asset)\\('([^']+)'\\)");

	private static final Pattern ELSEWHERE = Pattern.compile("(?i)^\\s*(https?:)?//.*", Pattern.DOTALL);

	private static final Pattern ADDRESS_IN_SCRIPT = Pattern.compile("[\"'`](https?://(?!www\\.w3\\.org)[^\"'`]*)");

	private static final Pattern NO_TEXT = Pattern.compile("\\?\\?([^?]+?)_vi(?:_VN)?\\?\\?");

	/** What a browser fetches by itself. */
	private static final Set<String> FETCHED = Set.of("src", "srcset", "data", "poster", "action", "formaction",
			"background", "xlink:href");

	private static final Set<String> SUBRESOURCES = Set.of("stylesheet", "icon", "preload", "modulepreload",
			"preconnect", "dns-prefetch", "prefetch", "manifest");

	private final Themes themes;

	private final MessageSource messages;

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Set<Finding> findings = new LinkedHashSet<>();

	ThemeCheck(Themes themes, MessageSource messages) {
		this.themes = themes;
		this.messages = messages;
		this.engine.setTemplateResolver(themes.templateResolver());
		this.engine.setTemplateEngineMessageSource(messages);
		this.engine.setLinkBuilder(new StandardLinkBuilder() {

			@Override
			protected String computeContextPath(IExpressionContext context, String base,
					Map<String, Object> parameters) {
				return "";
			}

		});
	}

	/** All that was found about the theme with this id, the worst first. */
	List<Finding> of(String id) {
		this.findings.clear();
		BrokenTheme broken = this.themes.broken().get(id);
		Theme theme = this.themes.find(id).orElse(null);
		if (broken != null) {
			this.findings.add(new Finding(true, DECLARATION, text(broken.key(), broken.arguments())));
		}
		else if (theme == null) {
			error(DECLARATION, "missing");
		}
		else {
			Map<String, Resource> files = this.themes.files(theme);
			declaration(theme);
			palette(theme, "light", theme.light());
			palette(theme, "dark", theme.dark());
			style(theme, files);
			weights(theme, files);
			templates(theme, files);
			pages(theme);
		}
		return this.findings.stream().sorted((one, other) -> Boolean.compare(other.error(), one.error())).toList();
	}

	private void declaration(Theme theme) {
		if (theme.name().equals(theme.id())) {
			advice(DECLARATION, "name");
		}
		if (theme.description().isBlank()) {
			advice(DECLARATION, "description");
		}
		if (!theme.pictured()) {
			advice("preview.webp", "preview");
		}
	}

	private void palette(Theme theme, String name, Map<String, String> palette) {
		for (List<String> pair : PAIRS) {
			String above = palette.get(pair.getFirst());
			String below = palette.get(pair.getLast());
			if (above != null && below != null && Contrast.of(above, below) < Contrast.TEXT) {
				error(DECLARATION, "contrast", "palette." + name, pair.getFirst(), above, pair.getLast(), below,
						decimal(Math.floor(Contrast.of(above, below) * 100) / 100));
			}
		}
	}

	private void style(Theme theme, Map<String, Resource> files) {
		int bytes = compressed(this.themes.stylesheet(theme, null).getBytes(StandardCharsets.UTF_8));
		if (bytes > STYLE_LIMIT) {
			error(STYLE, "style.heavy", kilobytes(bytes), kilobytes(STYLE_LIMIT));
		}
		Resource own = files.get(STYLE);
		if (own == null) {
			return;
		}
		String css = COMMENT.matcher(content(own)).replaceAll(" ");
		if (css.contains("@import")) {
			error(STYLE, "import");
		}
		Matcher address = URL.matcher(css);
		while (address.find()) {
			address(theme, STYLE, address.group(1).strip());
		}
	}

	/** What a stylesheet names lies among the assets of the theme or its parents. */
	private void address(Theme theme, String file, String address) {
		if (ELSEWHERE.matcher(address).matches()) {
			error(file, "elsewhere", address);
		}
		else if (address.startsWith("data:") || address.startsWith("#")) {
			return;
		}
		else if (!address.startsWith("assets/")) {
			error(file, "relative", address);
		}
		else if (this.themes.asset(theme, address.substring("assets/".length()).replaceAll("[?#].*", "")).isEmpty()) {
			error(file, "asset", address);
		}
	}

	private void weights(Theme theme, Map<String, Resource> files) {
		long fonts = 0;
		for (Map.Entry<String, Resource> file : files.entrySet()) {
			String name = file.getKey();
			if (!name.startsWith("assets/") && !name.equals("preview.webp")) {
				continue;
			}
			byte[] bytes = bytes(file.getValue());
			if (name.matches(".*\\.(woff2?|ttf|otf|eot)")) {
				fonts += bytes.length;
				if (!name.endsWith(".woff2")) {
					advice(name, "font");
				}
			}
			int sent = name.matches(".*\\.(svg|js|txt|json)") ? compressed(bytes) : bytes.length;
			if (sent > FILE_LIMIT) {
				advice(name, "file.heavy", kilobytes(sent), kilobytes(FILE_LIMIT));
			}
			if (name.endsWith(".js")) {
				script(name, new String(bytes, StandardCharsets.UTF_8));
			}
			if (name.endsWith(".svg")) {
				drawing(name, new String(bytes, StandardCharsets.UTF_8));
			}
		}
		if (fonts > FONTS_LIMIT) {
			advice("assets", "fonts.heavy", kilobytes(fonts), kilobytes(FONTS_LIMIT));
		}
	}

	private void script(String file, String source) {
		Matcher address = ADDRESS_IN_SCRIPT.matcher(source);
		while (address.find()) {
			error(file, "elsewhere", address.group(1));
		}
	}

	private void drawing(String file, String source) {
		Document svg = Jsoup.parse(source, "", Parser.xmlParser());
		if (!svg.select("script").isEmpty()) {
			error(file, "svg.script");
		}
		for (Element element : svg.getAllElements()) {
			for (String name : List.of("href", "xlink:href")) {
				if (ELSEWHERE.matcher(element.attr(name)).matches()) {
					error(file, "elsewhere", element.attr(name));
				}
			}
		}
	}

	/** What can be seen in the templates themselves, with their names. */
	private void templates(Theme theme, Map<String, Resource> files) {
		files.forEach((file, resource) -> {
			if (file.startsWith("templates/") && file.endsWith(".html")) {
				String source = content(resource);
				Matcher named = NAMED.matcher(source);
				while (named.find()) {
					String name = named.group(2);
					boolean there = named.group(1).equals("at") ? theme.templates().containsKey(name)
							: this.themes.asset(theme, name).isPresent();
					if (!there) {
						error(file, named.group(1).equals("at") ? "template" : "asset", name);
					}
				}
				markup(file, Jsoup.parse(source, "", Parser.xmlParser()));
			}
		});
	}

	/**
	 * The security policy forbids what stands inside the page, and readers' privacy what
	 * comes from elsewhere.
	 */
	private void markup(String file, Element root) {
		for (Element element : root.getAllElements()) {
			String tag = element.normalName();
			if (tag.equals("style")) {
				error(file, "style");
			}
			if (tag.equals("script") && !element.hasAttr("src") && !element.hasAttr("th:src")) {
				error(file, "script");
			}
			if (tag.equals("iframe") || tag.equals("object") || tag.equals("embed")) {
				error(file, "frame", tag);
			}
			for (Attribute attribute : element.attributes()) {
				String name = attribute.getKey().toLowerCase(Locale.ROOT).replaceFirst("^(th:|data-th-)", "");
				if (name.equals("style") || name.equals("styleappend")) {
					error(file, "style.attribute", tag);
				}
				else if (name.matches("on[a-z]+")) {
					error(file, "handler", name);
				}
				else if (attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
					error(file, "handler", "javascript:");
				}
				else if (fetches(element, name) && ELSEWHERE.matcher(attribute.getValue()).matches()) {
					error(file, "elsewhere", attribute.getValue());
				}
			}
		}
	}

	private static boolean fetches(Element element, String attribute) {
		if (FETCHED.contains(attribute)) {
			return true;
		}
		return attribute.equals("href") && (element.normalName().equals("use") || (element.normalName().equals("link")
				&& element.attr("rel").toLowerCase(Locale.ROOT).lines().anyMatch(SUBRESOURCES::contains)));
	}

	private void pages(Theme theme) {
		for (SampleViews.Page page : SampleViews.pages(theme)) {
			String html = render(theme, page);
			if (html != null) {
				page(theme, page, html);
			}
		}
	}

	private @Nullable String render(Theme theme, SampleViews.Page page) {
		Map<String, Object> model = new HashMap<>(page.model());
		model.put("theme", new ThemeView(theme, null));
		try {
			return this.engine.process(theme.template(page.template()), new Context(VietnameseText.LOCALE, model));
		}
		catch (RuntimeException | StackOverflowError ex) {
			failure(theme, page, ex);
			return null;
		}
	}

	/** The innermost template that is named tells most. */
	private void failure(Theme theme, SampleViews.Page page, Throwable failure) {
		String file = "templates/" + page.template() + ".html";
		String reason = String.valueOf(failure.getMessage());
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof TemplateProcessingException in && in.getTemplateName() != null) {
				String owner = "templates/"
						+ in.getTemplateName().replaceAll("^.*/", "").replaceFirst("(\\.html)?$", ".html");
				file = (in.getLine() != null) ? owner + ":" + in.getLine() : owner;
			}
			if (cause.getMessage() != null) {
				reason = cause.getMessage();
			}
		}
		error(file, "fails", page.template(), reason.replaceAll("\\s*\\(template:.*\\)$", "").replaceAll("\\s+", " "));
	}

	private void page(Theme theme, SampleViews.Page page, String html) {
		String file = "templates/" + page.template() + ".html";
		Document document = Jsoup.parse(html);
		Matcher missing = NO_TEXT.matcher(html);
		while (missing.find()) {
			error(file, "text", missing.group(1));
		}
		if (document.select("main#noi-dung").size() != 1) {
			error(file, "main");
		}
		if (document.select("h1").isEmpty()) {
			error(file, "h1");
		}
		if (document.select("html[lang=vi]").isEmpty()) {
			error(file, "lang");
		}
		if (document.select("link[rel=stylesheet]").isEmpty()) {
			error(file, "stylesheet");
		}
		String seen = document.body().text();
		for (String expected : page.expected()) {
			if (!seen.contains(expected)) {
				error(file, "forgets", expected);
			}
		}
		if (page.full() && document.select("script[src][data-emc-id=" + SampleViews.EMC + "]").isEmpty()) {
			error(file, "emc");
		}
		boolean told = this.findings.stream().anyMatch((finding) -> finding.file().startsWith("templates/"));
		if (!told) {
			markup(file, document);
		}
	}

	private void error(String file, String key, Object... arguments) {
		this.findings.add(new Finding(true, file, text("themes.check." + key, arguments)));
	}

	private void advice(String file, String key, Object... arguments) {
		this.findings.add(new Finding(false, file, text("themes.check." + key, arguments)));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	private static String kilobytes(long bytes) {
		return decimal(Math.ceil(bytes / 102.4) / 10);
	}

	private static String decimal(double number) {
		return String.format(VietnameseText.LOCALE, "%.1f", number).replaceFirst(",0$", "");
	}

	private static int compressed(byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.size();
	}

	private static String content(Resource file) {
		return new String(bytes(file), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(Resource file) {
		try {
			return file.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Something about a theme.
	 *
	 * @param error whether it has to be mended; else it only should be
	 * @param file in the theme's folder, perhaps with a line
	 */
	record Finding(boolean error, String file, String text) {
	}

}
