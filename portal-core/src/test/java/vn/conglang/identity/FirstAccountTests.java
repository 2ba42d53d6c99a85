package vn.conglang.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.site.Sites;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class FirstAccountTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private Users users;

	@Autowired
	private Sites sites;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@TempDir
	private Path folder = Path.of(".");

	@Test
	void whereSomebodyCanAdministerNoAccountIsOpened() {
		int before = this.accounts.findAllByOrderByUsername().size();
		start("");
		assertThat(this.accounts.findAllByOrderByUsername()).hasSize(before);
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void whereThereAreOnlyEditorsTheAccountOfTheOperatorIsOpened() {
		this.portal.login(Role.EDITOR, this.portal.site("hoa-lac"));
		nobodyAdministers(() -> {
			start("");
			assertThat(this.accounts.findByUsername("admin")).hasValueSatisfying((admin) -> {
				assertThat(admin.user().enabled()).isTrue();
				assertThat(this.accounts.ofRoles(Set.of(Role.OPERATOR))).contains(admin);
			});
			assertThat(this.folder.resolve("admin-password")).content().hasSizeGreaterThan(10);
		});
	}

	@Test
	void anAdminWhoWasSuspendedStaysSo() {
		nobodyAdministers(() -> {
			this.jdbc.sql("UPDATE account SET username = 'admin' WHERE username = 'admin-cu'").update();
			start("mat-khau-moi-1234");
			assertThat(this.accounts.findByUsername("admin"))
				.hasValueSatisfying((admin) -> assertThat(admin.user().enabled()).isFalse());
		});
	}

	/** In a transaction that is rolled back. */
	private void nobodyAdministers(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					UPDATE account SET enabled = false WHERE id IN
					(SELECT account_id FROM membership WHERE role IN ('OPERATOR', 'PROVINCE_ADMIN'))""").update();
			this.jdbc.sql("UPDATE account SET username = 'admin-cu' WHERE username = 'admin'").update();
			work.run();
			status.setRollbackOnly();
		});
	}

	private void start(String password) {
		try {
			new FirstAccount(this.accounts, this.users, this.sites, this.folder, password)
				.run(new DefaultApplicationArguments());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
