package vn.conglang.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Picture;
import vn.conglang.media.Pictures;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/**
 * Fills a fresh embedded installation with content of our own writing, so that a newcomer
 * sees a living province. Each site gets its own mixture, the same every time, and is
 * filled in one transaction; an interrupted filling goes on at the next start.
 */
@Component
@ConditionalOnWebApplication
@Order(2)
class SampleContent implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(SampleContent.class);

	private static final String AUTHOR = "Nội dung mẫu";

	private static final int ARTICLES = 18;

	private static final int DOCUMENTS = 8;

	private static final int DAYS = 75;

	private final Publishing publishing;

	private final EntryRepository entries;

	private final Categories categories;

	private final Pictures pictures;

	private final Sites sites;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final boolean wanted;

	private final Map<String, byte[]> images = new HashMap<>();

	SampleContent(Publishing publishing, EntryRepository entries, Categories categories, Pictures pictures, Sites sites,
			TransactionTemplate transaction, Clock clock, @Value("${portal.sample-content}") boolean wanted,
			@Value("${portal.db.url:}") String externalDatabase) {
		this.publishing = publishing;
		this.entries = entries;
		this.categories = categories;
		this.pictures = pictures;
		this.sites = sites;
		this.transaction = transaction;
		this.clock = clock;
		this.wanted = wanted && externalDatabase.isBlank();
	}

	@Override
	public void run(ApplicationArguments args) throws IOException {
		if (!this.wanted || this.sites.all().isEmpty() || !isEmpty(this.sites.all().getLast())) {
			return;
		}
		List<JsonNode> articles = read("articles");
		List<JsonNode> pages = read("pages");
		List<JsonNode> documents = read("documents");
		List<JsonNode> others = read("others");
		log.info("Filling {} sites with sample content (--portal.sample-content=false leaves them empty)",
				this.sites.all().size());
		Instant start = this.clock.instant();
		for (Site site : this.sites.all()) {
			if (isEmpty(site)) {
				CurrentSite.run(site.id(), () -> this.transaction
					.executeWithoutResult((status) -> fill(site, articles, pages, documents, others)));
			}
		}
		this.images.clear();
		log.info("Sample content is there, after {} s", Duration.between(start, this.clock.instant()).toSeconds());
	}

	private boolean isEmpty(Site site) {
		return CurrentSite.call(site.id(),
				() -> Boolean.TRUE.equals(this.transaction.execute((status) -> this.entries.count() == 0)));
	}

	private void fill(Site site, List<JsonNode> articles, List<JsonNode> pages, List<JsonNode> documents,
			List<JsonNode> others) {
		Random random = new Random(site.slug().hashCode());
		this.categories.ensureStandard();
		Map<String, Long> categoryIds = new HashMap<>();
		this.categories.all().forEach((category) -> categoryIds.put(category.name(), category.id()));
		for (JsonNode page : pages) {
			add(site, EntryType.PAGE, page, categoryIds.get("Giới thiệu"), Map.of(), DAYS + 5, random);
		}
		int number = 3;
		List<JsonNode> chosenDocuments = choose(documents, site, DOCUMENTS, random);
		for (int i = 0; i < chosenDocuments.size(); i++) {
			JsonNode document = chosenDocuments.get(i);
			int age = DAYS - (i + 1) * (DAYS - 2) / chosenDocuments.size();
			Map<String, String> fields = new LinkedHashMap<>();
			number += 1 + random.nextInt(6);
			for (Map.Entry<String, JsonNode> field : document.path("fields").properties()) {
				fields.put(field.getKey(), fill(field.getValue().asString(), site).replace("{n}", "" + number));
			}
			fields.put("issued", today().minusDays(age).toString());
			add(site, EntryType.LEGAL_DOCUMENT, document, categoryIds.get("Văn bản"), fields, age, random);
		}
		for (int i = 0; i < others.size(); i++) {
			JsonNode other = others.get(i);
			EntryType type = EntryType.ofOption(other.path("type").asString()).orElseThrow();
			Map<String, String> fields = new LinkedHashMap<>();
			other.path("fields")
				.properties()
				.forEach((field) -> fields.put(field.getKey(), fill(field.getValue().asString(), site)));
			if (other.has("ends")) {
				fields.put("ends", today().plusDays(other.path("ends").asInt()).toString());
			}
			add(site, type, other, null, fields, 1 + i * DAYS / others.size(), random);
		}
		List<JsonNode> chosen = choose(articles, site, ARTICLES, random);
		for (int i = 0; i < chosen.size(); i++) {
			JsonNode article = chosen.get(i);
			// thin in the past, denser towards today
			int age = (int) Math.round(DAYS * Math.pow(1 - (i + 1.0) / chosen.size(), 1.5));
			add(site, EntryType.ARTICLE, article, categoryIds.get(article.path("category").asString("")), Map.of(), age,
					random);
		}
	}

	/** Some of the lines that suit the site, so that every category has its share. */
	private static List<JsonNode> choose(List<JsonNode> lines, Site site, int count, Random random) {
		Map<String, List<JsonNode>> byCategory = new LinkedHashMap<>();
		for (JsonNode line : lines) {
			JsonNode kinds = line.path("kinds");
			boolean suits = kinds.isEmpty()
					|| kinds.valueStream().anyMatch((kind) -> kind.asString().equals(site.kind()));
			if (suits) {
				byCategory.computeIfAbsent(line.path("category").asString(""), (name) -> new ArrayList<>()).add(line);
			}
		}
		byCategory.values().forEach((own) -> Collections.shuffle(own, random));
		List<JsonNode> chosen = new ArrayList<>();
		for (int round = 0; chosen.size() < count && round < count; round++) {
			for (List<JsonNode> own : byCategory.values()) {
				if (round < own.size() && chosen.size() < count) {
					chosen.add(own.get(round));
				}
			}
		}
		Collections.shuffle(chosen, random);
		return chosen;
	}

	private void add(Site site, EntryType type, JsonNode line, @Nullable Long category, Map<String, String> fields,
			int age, Random random) {
		String body = figure(line, site) + line.path("pictures")
			.valueStream()
			.map((picture) -> figure(picture, site))
			.collect(Collectors.joining()) + fill(line.path("body_html").asString(""), site);
		EntryText text = new EntryText(fill(line.path("title").asString(), site),
				fill(line.path("summary").asString(""), site), body, category, fields,
				(type == EntryType.ARTICLE) ? AUTHOR : "");
		long id = this.publishing.begin(type, text, AUTHOR, null,
				"sample " + type.option() + " " + line.path("key").asString());
		Instant at = today().minusDays(age)
			.atTime(LocalTime.of(7 + random.nextInt(10), random.nextInt(60)))
			.atZone(VietnameseText.ZONE)
			.toInstant();
		Instant now = this.clock.instant();
		this.publishing.publish(id, at.isAfter(now) ? now : at);
	}

	private String figure(JsonNode line, Site site) {
		String image = line.path("image").asString("");
		if (image.isEmpty()) {
			return "";
		}
		byte[] content = this.images.computeIfAbsent(image, SampleContent::image);
		Picture picture = this.pictures.addOwn(content, image, 1200, 675, AUTHOR);
		String caption = fill(line.path("caption").asString(""), site);
		return "<figure><img src=\"" + picture.url() + "\" width=\"1200\" height=\"675\" alt=\""
				+ HtmlUtils.htmlEscape(fill(line.path("alt").asString(""), site)) + "\">"
				+ (caption.isEmpty() ? "" : "<figcaption>" + HtmlUtils.htmlEscape(caption) + "</figcaption>")
				+ "</figure>";
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	private static String fill(String text, Site site) {
		return text.replace("{don_vi}", site.fullName())
			.replace("{Don_vi}", site.title())
			.replace("{ten}", site.name())
			.replace("{huyen}", site.area().fullName())
			.replace("{tinh}", site.area().province().fullName());
	}

	private static byte[] image(String name) {
		try {
			return new ClassPathResource("sample-content/images/" + name).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The sample content names a picture that is not there: " + name, ex);
		}
	}

	private static List<JsonNode> read(String name) throws IOException {
		JsonMapper json = JsonMapper.shared();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new ClassPathResource("sample-content/" + name + ".jsonl").getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines().filter((line) -> !line.isBlank()).map(json::readTree).toList();
		}
	}

}
