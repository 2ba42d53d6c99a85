package vn.conglang;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of the portal under test are kept as anywhere, but with little work: tests
 * open accounts and log in hundreds of times. What the portal itself asks of whoever
 * tries passwords out is checked in {@code LoginTests}.
 */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
	}

}
