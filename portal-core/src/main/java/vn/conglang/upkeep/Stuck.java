package vn.conglang.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.conglang.editorial.BoardWork;
import vn.conglang.identity.Users;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds texts that wait too long for a decision, and with whom. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Stuck implements FindingSource {

	private static final String RULE = "duyet-qua-han";

	private static final int NAMES = 3;

	private final BoardWork work;

	private final Users users;

	private final Rules rules;

	private final UpkeepTexts texts;

	private final Clock clock;

	Stuck(BoardWork work, Users users, Rules rules, UpkeepTexts texts, Clock clock) {
		this.work = work;
		this.users = users;
		this.rules = rules;
		this.texts = texts;
		this.clock = clock;
	}

	@Override
	public Map<SiteId, List<Finding>> findings(Collection<Site> sites) {
		Map<SiteId, List<BoardWork.Late>> late = this.work.late(sites);
		Map<SiteId, List<Users.Holder>> boards = this.users
			.boards(sites.stream().filter((site) -> late.containsKey(site.id())).toList());
		int bad = this.rules.reviews(this.rules.today()).map(RuleFiles.ReviewRule::bad).orElse(Integer.MAX_VALUE);
		Map<SiteId, List<Finding>> findings = new HashMap<>();
		for (Site site : sites) {
			List<BoardWork.Late> texts = late.get(site.id());
			if (texts != null) {
				findings.put(site.id(), List.of(finding(site, texts, boards.getOrDefault(site.id(), List.of()), bad)));
			}
		}
		return findings;
	}

	private Finding finding(Site site, List<BoardWork.Late> late, List<Users.Holder> board, int bad) {
		BoardWork.Late first = late.getFirst();
		LocalDate due = LocalDate.ofInstant(first.due(), VietnameseText.ZONE);
		boolean tooLong = Duration.between(first.due(), this.clock.instant()).toDays() >= bad;
		return new Finding(RULE, tooLong ? Severity.BAD : Severity.WARN,
				() -> this.texts.of((late.size() == 1) ? "upkeep.stuck.one" : "upkeep.stuck", late.size(),
						first.title(), first.stage(), due, people(first, board)),
				"/bien-tap/" + site.slug() + "/bai/" + first.entry() + "/duyet", due);
	}

	/** Those who may decide on it, a few by name. */
	String people(BoardWork.Late late, List<Users.Holder> board) {
		List<String> names = board.stream()
			.filter((holder) -> late.role().andAbove().contains(holder.role()))
			.map(Users.Holder::name)
			.distinct()
			.toList();
		if (names.isEmpty()) {
			return this.texts.of("upkeep.stuck.nobody");
		}
		String some = names.stream().limit(NAMES).collect(Collectors.joining(", "));
		return (names.size() > NAMES) ? this.texts.of("upkeep.stuck.more", some, names.size() - NAMES) : some;
	}

}
