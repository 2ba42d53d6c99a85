package vn.conglang.site;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sites, once the tenant configuration has been checked and applied. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	Sites sites(@Value("${portal.tenant-config}") String location, KnownThemes themes,
			@Qualifier("ownerDataSource") DataSource owner, @Qualifier("overseerJdbc") JdbcClient overseer) {
		TenantConfiguration configuration = new TenantConfigurationReader(themes.ids()).read(location);
		new TenantConfigurationApplier(owner).apply(configuration);
		Sites sites = new Sites(overseer);
		sites.reload();
		return sites;
	}

}
