package vn.conglang.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import vn.conglang.site.Face;
import vn.conglang.site.SiteAddresses;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User.UserBuilder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Who gets in where: the newsroom asks for a login and is the only face with sessions;
 * the others are open to all and keep nothing.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	static final String LOGIN = "/dang-nhap";

	@Bean
	PasswordEncoder passwordEncoder() {
		return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication
	@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 8 * 3600, tableName = "spring_session")
	static class Web {

		@Bean
		CookieSerializer sessionCookie() {
			DefaultCookieSerializer cookie = new DefaultCookieSerializer();
			cookie.setCookieName("phien");
			cookie.setUseHttpOnlyCookie(true);
			cookie.setSameSite("Lax");
			return cookie;
		}

		/** Nobody reads how long each of its filters took, and measuring takes longer. */
		@Bean
		SecurityObservationSettings noObservations() {
			return SecurityObservationSettings.noObservations();
		}

		/** Two requests of one browser may write to its session at once. */
		@Bean
		PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
			return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
		}

		/** Error pages, too, know who is logged in. */
		@Bean
		FilterRegistrationBean<SessionRepositoryFilter<?>> sessions(SessionRepositoryFilter<?> filter) {
			FilterRegistrationBean<SessionRepositoryFilter<?>> sessions = new FilterRegistrationBean<>(filter);
			sessions.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
			sessions.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
			return sessions;
		}

		@Bean
		UserDetailsService accountsForLogin(AccountRepository accounts) {
			return (name) -> accounts.findByUsername(Users.normalized(name)).map((account) -> {
				UserBuilder builder = org.springframework.security.core.userdetails.User.builder();
				return builder.username(account.user().username())
					.password(account.passwordHash())
					.disabled(!account.user().enabled())
					.authorities("NEWSROOM")
					.build();
			}).orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
		}

		@Bean
		@Order(1)
		SecurityFilterChain newsroom(HttpSecurity http, SiteAddresses addresses, UserDetailsService accounts,
				PasswordEncoder passwords, LoginThrottle throttle) {
			return http
				.securityMatcher((HttpServletRequest request) -> addresses.destination(request).face() == Face.NEWSROOM)
				.authenticationProvider(new LoginProvider(accounts, passwords, throttle))
				.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
					.permitAll()
					.requestMatchers(LOGIN, "/loi-moi/*", "/quan-tri/**", "/giao-dien/**")
					.permitAll()
					.anyRequest()
					.authenticated())
				.formLogin((login) -> login.loginPage(LOGIN)
					.loginProcessingUrl(LOGIN)
					.failureHandler((request, response, failure) -> response
						.sendRedirect(LOGIN + ((failure instanceof LockedException) ? "?cho" : "?loi")))
					.defaultSuccessUrl("/"))
				.logout((logout) -> logout.logoutUrl("/dang-xuat").logoutSuccessUrl(LOGIN + "?ra"))
				.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(
						"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
								+ " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
								+ " frame-ancestors 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'"))
					.frameOptions((frame) -> frame.sameOrigin())
					.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
				.build();
		}

		/**
		 * Public pages carry headers of their own, also when they come from the cache.
		 */
		@Bean
		@Order(2)
		SecurityFilterChain open(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf(AbstractHttpConfigurer::disable)
				.headers(AbstractHttpConfigurer::disable)
				.requestCache(AbstractHttpConfigurer::disable)
				.logout(AbstractHttpConfigurer::disable)
				.anonymous(AbstractHttpConfigurer::disable)
				.build();
		}

	}

}
