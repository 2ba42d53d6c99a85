package vn.conglang.site;

import java.util.Map;

import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first wall: tells Hibernate which site is at work. */
@Configuration(proxyBeanMethods = false)
class TenantFilterConfiguration {

	private static final Long NO_SITE = 0L;

	@Bean
	HibernatePropertiesCustomizer currentSiteIsTheTenant() {
		return (properties) -> properties.putAll(Map.of(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
				new CurrentTenantIdentifierResolver<Long>() {

					@Override
					public Long resolveCurrentTenantIdentifier() {
						SiteId site = CurrentSite.get();
						return (site != null) ? site.value() : NO_SITE;
					}

					@Override
					public boolean validateExistingCurrentSessions() {
						return true;
					}

				}));
	}

}
