package vn.conglang.search;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the search.
 *
 * @param elasticsearch where Elasticsearch is; no address: PostgreSQL searches
 */
@ConfigurationProperties("portal.search")
record SearchSettings(Elasticsearch elasticsearch) {

	boolean hasElasticsearch() {
		return !this.elasticsearch.url().isBlank();
	}

	/** The address of Elasticsearch, such as {@code https://es.example:9200}. */
	record Elasticsearch(String url) {
	}

}
