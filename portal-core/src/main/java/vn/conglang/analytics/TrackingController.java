package vn.conglang.analytics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Tells the province's staff and operators whether visits reach Matomo. */
@Controller
@OnFace(Face.NEWSROOM)
class TrackingController {

	static final String PATH = "/tich-hop/matomo";

	private final Visits visits;

	private final MessageSource messages;

	private final Clock clock;

	TrackingController(Visits visits, MessageSource messages, Clock clock) {
		this.visits = visits;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String show(User user, Model model) {
		if (!user.isOfProvince()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		TrackingState state = this.visits.state();
		model.addAttribute("state", state);
		model.addAttribute("summary", summary(state));
		model.addAttribute("figures",
				List.of(figure("waiting", state.waiting()), figure("delivered", state.delivered()),
						figure("refused", state.refused()), figure("dropped", state.dropped()),
						figure("robots", state.robots())));
		return "analytics/tracking";
	}

	/** In a sentence. */
	private String summary(TrackingState state) {
		if (!state.on()) {
			return text("analytics.state.off");
		}
		if (state.silentSince() != null) {
			return text("SILENT".equals(state.trouble()) ? "analytics.state.silent" : "analytics.state.trouble",
					time(state.silentSince()), state.waiting());
		}
		return (state.lastDelivery() != null)
				? text("analytics.state.well", time(state.lastDelivery()), state.waiting())
				: text("analytics.state.nothing", state.waiting());
	}

	/** Today's without the day. */
	private String time(Instant instant) {
		LocalDateTime time = LocalDateTime.ofInstant(instant, VietnameseText.ZONE);
		boolean today = time.toLocalDate().equals(LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE));
		return time.format(DateTimeFormatter.ofPattern(today ? "HH:mm" : "HH:mm, dd/MM/yyyy", Locale.ROOT));
	}

	private Figure figure(String name, long number) {
		return new Figure(text("analytics.figure." + name), text("analytics.figure.number", number),
				text("analytics.figure." + name + ".is"));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, VietnameseText.LOCALE);
	}

	/**
	 * A number and what it means.
	 *
	 * @param is in a sentence
	 */
	record Figure(String name, String number, String is) {
	}

	/** Where it is found; on every page a word of it when Matomo is silent for long. */
	@Component
	static class Place implements NavigationItem {

		private static final Duration LONG = Duration.ofMinutes(15);

		private final Visits visits;

		private final Clock clock;

		Place(Visits visits, Clock clock) {
			this.visits = visits;
			this.clock = clock;
		}

		@Override
		public int position() {
			return 58;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			if (!user.isOfProvince()) {
				return Optional.empty();
			}
			TrackingState state = this.visits.state();
			boolean silent = state.silentSince() != null
					&& state.silentSince().plus(LONG).isBefore(this.clock.instant());
			return Optional.of(new NavigationItem.Place("analytics.navigation", PATH, "signal",
					silent ? state.waiting() : 0, silent ? "analytics.alert" : null));
		}

	}

}
