package vn.conglang.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * The index that Elasticsearch keeps for all sites. Its name tells the version of its
 * mapping and when it was made; it is searched and fed through an alias, so another one
 * can be put in its place. While that one is being made it has an alias of its own.
 */
class ElasticIndex implements DisposableBean {

	/** Raised with every change of {@code elasticsearch-index.json}. */
	static final int MAPPING = 1;

	private static final Set<String> MAJORS = Set.of("8", "9");

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/** For whatever nobody waits for in front of a screen. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int CONNECTIONS = 64;

	private static final Pattern NAME = Pattern.compile(".*-v(\\d{1,6})-\\d+");

	private final ElasticSettings settings;

	private final Synonyms synonyms;

	private final ElasticsearchClient client;

	private final ElasticsearchAsyncClient async;

	ElasticIndex(ElasticSettings settings, Synonyms synonyms) {
		this.settings = settings;
		this.synonyms = synonyms;
		Rest5ClientBuilder builder = Rest5Client.builder(settings.nodes());
		builder.setRequestConfigCallback(
				(config) -> config.setConnectionRequestTimeout(Timeout.of(settings.responseTimeout()))
					.setResponseTimeout(Timeout.of(PATIENCE)));
		builder.setConnectionConfigCallback((config) -> config.setConnectTimeout(Timeout.of(settings.connectTimeout()))
			.setSocketTimeout(Timeout.of(PATIENCE)));
		builder.setConnectionManagerCallback(
				(connections) -> connections.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(2 * CONNECTIONS));
		if (!settings.caFingerprint().isEmpty()) {
			builder.setSSLContext(TransportUtils.sslContextFromCaFingerprint(settings.caFingerprint()));
		}
		String login = authorization(settings);
		if (login != null) {
			builder.setDefaultHeaders(new Header[] { new BasicHeader("Authorization", login) });
		}
		Rest5ClientTransport transport = new Rest5ClientTransport(builder.build(), new Jackson3JsonpMapper());
		this.client = new ElasticsearchClient(transport);
		this.async = new ElasticsearchAsyncClient(transport);
	}

	private static @Nullable String authorization(ElasticSettings settings) {
		if (!settings.apiKey().isEmpty()) {
			return "ApiKey " + settings.apiKey();
		}
		if (settings.username().isEmpty()) {
			return null;
		}
		byte[] login = (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(login);
	}

	/** Asks without waiting. */
	ElasticsearchAsyncClient async() {
		return this.async;
	}

	/** The alias under which is searched. */
	String alias() {
		return this.settings.index();
	}

	/** The alias of the index that is being made. */
	String buildingAlias() {
		return this.settings.index() + "-dang-xay";
	}

	/**
	 * Looks whether this is an Elasticsearch with which the portal works, and which
	 * indexes there are.
	 * @throws EngineTrouble if not
	 */
	Standing look() {
		return ask("look", () -> {
			String version = this.client.info().version().number();
			if (!MAJORS.contains(version.replaceFirst("\\..*", ""))) {
				throw new EngineTrouble("It is version " + version + "; the portal works with 8 and 9", null);
			}
			return new Standing(ours(alias()), ours(buildingAlias()));
		});
	}

	/** The index with this alias, if it has the mapping of this portal. */
	private @Nullable String ours(String alias) throws IOException {
		return withAlias(alias).stream().filter(this::isOurs).findFirst().orElse(null);
	}

	/**
	 * Whether an index has the mapping of this portal, not of an older one.
	 * @throws EngineTrouble if a newer portal has taken over, as when nodes are renewed
	 * one after the other
	 */
	boolean isOurs(String index) {
		Matcher name = NAME.matcher(index);
		int mapping = name.matches() ? Integer.parseInt(name.group(1)) : 0;
		if (mapping > MAPPING) {
			throw new EngineTrouble("A newer portal has made the index " + index, null);
		}
		return mapping == MAPPING;
	}

	private Set<String> withAlias(String alias) throws IOException {
		try {
			Map<String, IndexAliases> found = this.client.indices().getAlias((get) -> get.name(alias)).aliases();
			return found.keySet();
		}
		catch (ElasticsearchException ex) {
			if (ex.status() == 404) {
				return Set.of();
			}
			throw ex;
		}
	}

	/** A name for an index that is to be made. */
	String newName(Instant now) {
		return this.settings.index() + "-v" + MAPPING + "-" + STAMP.format(now);
	}

	/** Makes an index, empty and not yet searched. */
	void create(String name) {
		ask("create", () -> {
			for (String forgotten : withAlias(buildingAlias())) {
				this.client.indices().delete((delete) -> delete.index(forgotten));
			}
			try (InputStream mapping = mapping()) {
				this.client.indices()
					.create((create) -> create.index(name)
						.withJson(mapping)
						.aliases(buildingAlias(), (alias) -> alias.isWriteIndex(true)));
			}
			return name;
		});
	}

	private InputStream mapping() throws IOException {
		try (InputStream file = ElasticIndex.class.getResourceAsStream("/search/elasticsearch-index.json")) {
			if (file == null) {
				throw new IllegalStateException("elasticsearch-index.json is missing");
			}
			String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return new ByteArrayInputStream(json
				.replace("\"settings\": {", "\"settings\": { \"number_of_shards\": " + this.settings.shards() + ",")
				.getBytes(StandardCharsets.UTF_8));
		}
	}

	/** Puts an index in the place of the one that is searched, and removes all others. */
	void swap(String name) {
		ask("swap", () -> {
			Set<String> old = withAlias(alias());
			this.client.indices().updateAliases((update) -> {
				old.stream()
					.filter((index) -> !index.equals(name))
					.forEach((index) -> update
						.actions((action) -> action.remove((remove) -> remove.index(index).alias(alias()))));
				return update.actions((action) -> action.add((add) -> add.index(name).alias(alias())))
					.actions((action) -> action
						.remove((remove) -> remove.index(name).alias(buildingAlias()).mustExist(false)));
			});
			Set<String> all = this.client.indices()
				.get((get) -> get.index(this.settings.index() + "-v*"))
				.indices()
				.keySet();
			for (String index : all) {
				if (!index.equals(name)) {
					this.client.indices().delete((delete) -> delete.index(index));
				}
			}
			return name;
		});
	}

	/** Whether there is such an index. */
	boolean exists(String name) {
		return ask("exists", () -> this.client.indices().exists((exists) -> exists.index(name)).value());
	}

	/** Removes an index, if it is there. */
	void remove(String name) {
		ask("remove",
				() -> this.client.indices()
					.delete((delete) -> delete.index(name).ignoreUnavailable(true))
					.acknowledged());
	}

	/**
	 * Puts the parts together of which an index consists, in the background: it is
	 * searched part by part.
	 */
	void condense(String name, int parts) {
		ask("condense", () -> this.client.indices()
			.forcemerge(
					(merge) -> merge.index(name).maxNumSegments((long) parts).flush(true).waitForCompletion(false)));
	}

	/** Makes visible what was sent. */
	void refresh(String alias) {
		ask("refresh", () -> this.client.indices().refresh((refresh) -> refresh.index(alias)));
	}

	/**
	 * Sends documents; an older version never replaces a newer one.
	 * @param aliases of the indexes that are to get them
	 * @return what became of each
	 * @throws EngineTrouble if that is not known
	 */
	Outcome send(List<ElasticDocument> documents, Collection<String> aliases) {
		List<BulkOperation> operations = new ArrayList<>();
		for (ElasticDocument document : documents) {
			Map<String, Object> fields = document.fields(this.synonyms);
			for (String alias : aliases) {
				operations.add(BulkOperation.of((operation) -> operation.index((index) -> index.index(alias)
					.id(document.id())
					.routing(document.routing())
					.version(document.version())
					.versionType(VersionType.ExternalGte)
					.document(fields))));
			}
		}
		BulkResponse response = ask("bulk",
				() -> this.client.bulk((bulk) -> bulk.requireAlias(true).operations(operations)));
		List<BulkResponseItem> items = response.items();
		if (items.size() != operations.size()) {
			throw new EngineTrouble("It answered " + items.size() + " of " + operations.size() + " operations", null);
		}
		Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
		for (int i = 0; i < documents.size(); i++) {
			Fate fate = Fate.TAKEN;
			for (int target = 0; target < aliases.size(); target++) {
				BulkResponseItem item = items.get(i * aliases.size() + target);
				Fate here = Fate.of(item.status());
				fate = (here.compareTo(fate) > 0) ? here : fate;
				ErrorCause error = item.error();
				if (error != null && here != Fate.TAKEN) {
					outcome.problems().putIfAbsent(here, error.type() + ": " + error.reason());
				}
			}
			switch (fate) {
				case TAKEN -> outcome.taken().add(documents.get(i));
				case REFUSED -> outcome.refused().add(documents.get(i));
				case LATER -> {
					// it stays where it is
				}
			}
		}
		return outcome;
	}

	/** Removes documents of a site. */
	void remove(String alias, long site, Collection<String> ids) {
		List<BulkOperation> operations = ids.stream()
			.map((id) -> BulkOperation.of((operation) -> operation
				.delete((delete) -> delete.index(alias).id(id).routing(Long.toString(site)))))
			.toList();
		if (!operations.isEmpty()) {
			ask("remove", () -> this.client.bulk((bulk) -> bulk.requireAlias(true).operations(operations)));
		}
	}

	/**
	 * Waits for an answer, so long and no longer.
	 * @throws EngineTrouble if there is none by then, or it is an error
	 */
	static <T> T await(CompletableFuture<T> answer, Duration patience) {
		try {
			return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new EngineTrouble("No answer within " + patience.toMillis() + " ms", ex);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new EngineTrouble("Interrupted", ex);
		}
		catch (ExecutionException ex) {
			throw EngineTrouble.of((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/** Asks for what nobody waits for in front of a screen. */
	static <T> T await(CompletableFuture<T> answer) {
		return await(answer, PATIENCE);
	}

	private static <T> T ask(String what, Question<T> question) {
		try {
			return question.ask();
		}
		catch (EngineTrouble ex) {
			throw ex;
		}
		catch (IOException | ElasticsearchException ex) {
			throw EngineTrouble.of(ex);
		}
		catch (RuntimeException ex) {
			// the client wraps what it does not understand in many ways
			throw new EngineTrouble(what + ": " + ex, ex);
		}
	}

	@Override
	public void destroy() {
		try {
			this.client.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Question<T> {

		T ask() throws IOException;

	}

	/**
	 * Which indexes there are of this portal's mapping.
	 *
	 * @param live the one that is searched
	 * @param building the one that is being made
	 */
	record Standing(@Nullable String live, @Nullable String building) {
	}

	/**
	 * What became of documents; those that are missing have to be sent again.
	 *
	 * @param taken they, or newer ones, are there
	 * @param refused they will not be taken as they are
	 * @param problems one for each fate
	 */
	record Outcome(List<ElasticDocument> taken, List<ElasticDocument> refused, Map<Fate, String> problems) {
	}

	/** What becomes of a document, the worst last. */
	enum Fate {

		/** It, or a newer one, is there. */
		TAKEN,

		/** It will not be taken as it is. */
		REFUSED,

		/** Perhaps it will be taken another time. */
		LATER;

		static Fate of(int status) {
			if (status < 300 || status == 409) {
				return TAKEN;
			}
			return switch (status) {
				// no rights, the index locked or gone; too much to do
				case 401, 403, 404, 408, 429 -> LATER;
				default -> (status < 500) ? REFUSED : LATER;
			};
		}

	}

	/** Elasticsearch does not answer, or not as it should. */
	static final class EngineTrouble extends SearchEngine.EngineFailure {

		EngineTrouble(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

		static EngineTrouble of(Throwable cause) {
			return (cause instanceof EngineTrouble trouble) ? trouble
					: new EngineTrouble((cause.getMessage() != null) ? cause.getMessage() : cause.toString(), cause);
		}

	}

}
