package vn.conglang.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the reports that are due. What was due while no node was up is made up for, the
 * last of each kind; of several nodes one is the fastest, and the database keeps only its
 * report.
 */
@Component
@ConditionalOnWebApplication
class ReportRunner {

	private static final Logger log = LoggerFactory.getLogger(ReportRunner.class);

	private static final int MONTHS_OF_A_QUARTER = 3;

	private final Offices offices;

	private final SettingsStore settings;

	private final ReportMaking making;

	private final Reports reports;

	private final Users users;

	private final Words words;

	ReportRunner(Offices offices, SettingsStore settings, ReportMaking making, Reports reports, Users users,
			Words words) {
		this.offices = offices;
		this.settings = settings;
		this.making = making;
		this.reports = reports;
		this.users = users;
		this.words = words;
	}

	@Scheduled(initialDelayString = "${portal.reports.look-every}", fixedDelayString = "${portal.reports.look-every}")
	void run() {
		for (Office office : this.offices.all()) {
			OfficeSettings choice = this.settings.of(office);
			for (ReportPeriod period : due(choice, this.making.today())) {
				if (!this.reports.isScheduled(office, period)) {
					make(office, choice, period);
				}
			}
		}
	}

	/** What is to be there on a day. */
	static List<ReportPeriod> due(OfficeSettings choice, LocalDate today) {
		List<ReportPeriod> due = new ArrayList<>();
		if (choice.day() == 0) {
			return due;
		}
		// before its day in this month the reports of the month before are the last that
		// were due
		YearMonth current = YearMonth.from(today).minusMonths((today.getDayOfMonth() >= choice.day()) ? 0 : 1);
		due.add(ReportPeriod.month(current.minusMonths(1)));
		if (choice.quarters()) {
			due.add(ReportPeriod.quarter(current.atDay(1).minusMonths(MONTHS_OF_A_QUARTER)));
		}
		if (choice.years()) {
			due.add(ReportPeriod.of("" + (current.getYear() - 1)).orElseThrow());
		}
		return due;
	}

	private void make(Office office, OfficeSettings choice, ReportPeriod period) {
		ReportDocument document = this.making.make(office, period, this.words.of("by.portal"));
		if (document.now().published() + document.before().published() + document.now().shared() == 0) {
			// a portal that is not in service yet has nothing to report
			return;
		}
		this.reports.keepScheduled(office, document, choice.letterhead().on(this.making.today()), readers(office))
			.ifPresent((id) -> log.info("Report {} of {}, {}, was made", id, office.name(), period.key()));
	}

	/** Who watches over the area; for the province its own staff. */
	private List<User> readers(Office office) {
		if (office.area() != null) {
			return this.users.monitors(office.area());
		}
		return this.users.ofProvince();
	}

}
