package vn.conglang.search;

import java.time.Clock;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is only where Elasticsearch is used. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${portal.search.elasticsearch.url:}'.isBlank()")
class ElasticConfiguration {

	@Bean
	ElasticIndex elasticIndex(ElasticSettings settings, Synonyms synonyms) {
		return new ElasticIndex(settings, synonyms);
	}

	@Bean
	SearchRows searchRows(JdbcClient jdbc, @Qualifier("overseerDataSource") DataSource overseer) {
		return new SearchRows(jdbc, overseer);
	}

	@Bean
	IndexCheck indexCheck(SearchRows rows, ElasticIndex index) {
		return new IndexCheck(rows, index);
	}

	@Bean
	Rebuilding rebuilding(SearchRows rows, ElasticIndex index, IndexCheck check, Clock clock) {
		return new Rebuilding(rows, index, check, clock, 5_000);
	}

	@Bean
	Sender sender(SearchRows rows, ElasticIndex index, Rebuilding rebuilding, Clock clock, MeterRegistry meters,
			Environment environment) {
		return new Sender(rows, index, rebuilding, clock, meters,
				!environment.getProperty("portal.command", Boolean.class, false));
	}

	@Bean
	@Primary
	ElasticEngine elasticEngine(ElasticIndex index, Sender sender, PostgresEngine postgres, ElasticSettings settings,
			Clock clock, MeterRegistry meters) {
		return new ElasticEngine(index, sender, postgres, settings, clock, meters);
	}

}
