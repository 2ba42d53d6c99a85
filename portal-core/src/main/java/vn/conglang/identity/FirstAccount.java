package vn.conglang.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * On an installation that nobody can administer yet, opens {@code admin} for the
 * operator: with the password of {@code PORTAL_ADMIN_PASSWORD}, or a generated one that
 * is told once and kept in {@code <var>/admin-password}.
 */
@Component
@ConditionalOnWebApplication
@Order(1)
class FirstAccount implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstAccount.class);

	private static final String NAME = "admin";

	private final AccountRepository accounts;

	private final Users users;

	private final Sites sites;

	private final Path passwordFile;

	private final String configuredPassword;

	FirstAccount(AccountRepository accounts, Users users, Sites sites, @Value("${portal.var}") Path folder,
			@Value("${portal.admin-password:}") String configuredPassword) {
		this.accounts = accounts;
		this.users = users;
		this.sites = sites;
		this.passwordFile = folder.resolve("admin-password");
		this.configuredPassword = configuredPassword;
	}

	@Override
	public void run(ApplicationArguments args) throws IOException {
		if (this.accounts.existsByUsername(NAME)
				|| !this.accounts.ofRoles(Set.of(Role.OPERATOR, Role.PROVINCE_ADMIN)).isEmpty()) {
			return;
		}
		boolean generated = this.configuredPassword.isBlank();
		String password = generated ? Users.generatedPassword() : this.configuredPassword;
		try {
			String refused = this.users.add(NAME, "Quản trị hệ thống", password,
					new User.Grant(Role.OPERATOR, this.sites.province().id()));
			if (refused != null) {
				log.error("The account \"{}\" was not opened: the password of PORTAL_ADMIN_PASSWORD needs {} to 200"
						+ " characters", NAME, Users.SHORTEST_PASSWORD);
				return;
			}
		}
		catch (DataIntegrityViolationException ex) {
			log.info("Another node has just opened the account \"{}\"", NAME);
			return;
		}
		if (generated) {
			keep(password);
			log.info("First account: {} with password {} (kept in {})", NAME, password,
					this.passwordFile.toAbsolutePath().normalize());
		}
	}

	private void keep(String password) throws IOException {
		Files.createDirectories(this.passwordFile.toAbsolutePath().getParent());
		Files.deleteIfExists(this.passwordFile);
		try {
			Files.createFile(this.passwordFile,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		catch (UnsupportedOperationException | FileAlreadyExistsException ex) {
			log.debug("The file system knows no permissions", ex);
		}
		Files.writeString(this.passwordFile, password + System.lineSeparator(), StandardCharsets.UTF_8,
				StandardOpenOption.CREATE);
	}

}
