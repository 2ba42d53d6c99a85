package vn.conglang;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What belongs to no module. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PortalConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
