package vn.conglang;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What belongs to no module. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
