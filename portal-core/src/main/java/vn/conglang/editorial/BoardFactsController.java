package vn.conglang.editorial;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.media.Attachments;
import vn.conglang.media.MediaRefused;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The founding decision of a board, who answers for what, and what citizens see of it.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/ban-bien-tap/quyet-dinh")
class BoardFactsController {

	private static final int LONGEST = 200;

	private final PublicBoard board;

	private final Attachments attachments;

	private final Users users;

	private final EditorialPolicy policy;

	private final SiteAddresses addresses;

	private final Texts texts;

	BoardFactsController(PublicBoard board, Attachments attachments, Users users, EditorialPolicy policy,
			SiteAddresses addresses, Texts texts) {
		this.board = board;
		this.attachments = attachments;
		this.users = users;
		this.policy = policy;
		this.addresses = addresses;
		this.texts = texts;
	}

	@GetMapping
	String show(Site site, User user, Model model) {
		Board.Facts facts = this.board.facts();
		Map<Long, PublicBoard.Duty> duties = new HashMap<>();
		this.board.duties()
			.forEach((account, duty) -> duties.put(account, new PublicBoard.Duty(duty.title(), duty.duty())));
		return page(site, user, facts, (facts.date() != null) ? facts.date().toString() : "", duties, Map.of(), model);
	}

	@PostMapping
	String change(Site site, User user, @RequestParam Map<String, String> form,
			@RequestParam(required = false) @Nullable MultipartFile file, Model model, RedirectAttributes after)
			throws IOException {
		this.texts.require(this.policy.whyNotLead(user, site));
		Map<String, String> problems = new LinkedHashMap<>();
		String number = line(form, "number", problems);
		String issuer = line(form, "issuer", problems);
		String phone = line(form, "phone", problems);
		String email = line(form, "email", problems);
		if (!email.isEmpty() && !Users.isEmail(email)) {
			problems.put("email", this.texts.of("identity.email.invalid"));
		}
		String day = form.getOrDefault("date", "").strip();
		LocalDate date = day(day);
		if (date == null && !day.isEmpty()) {
			problems.put("date", this.texts.of("content.date.invalid"));
		}
		Map<Long, PublicBoard.Duty> duties = new HashMap<>();
		for (Users.Member member : this.users.board(site)) {
			long id = member.user().id();
			if (form.containsKey("title-" + id)) {
				duties.put(id,
						new PublicBoard.Duty(line(form, "title-" + id, problems), line(form, "duty-" + id, problems)));
			}
		}
		String address = form.containsKey("drop") ? "" : this.board.facts().file();
		if (problems.isEmpty() && file != null && !file.isEmpty()) {
			try {
				String name = file.getOriginalFilename();
				address = this.attachments.add(file.getBytes(), (name != null) ? name : "", user.displayName()).url();
			}
			catch (MediaRefused ex) {
				problems.put("file", this.texts.of(ex.key(), ex.arguments()));
			}
		}
		Board.Facts facts = new Board.Facts(number, date, issuer, address, phone, email, form.containsKey("shown"),
				form.containsKey("namesShown"));
		if (!problems.isEmpty()) {
			return page(site, user, facts, day, duties, problems, model);
		}
		try {
			this.board.describe(site, facts, duties, user);
			after.addFlashAttribute("done", this.texts
				.of(facts.shown() ? "editorial.board.facts.saved.shown" : "editorial.board.facts.saved.hidden"));
		}
		catch (Reviews.NotNow ex) {
			after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
		}
		return "redirect:/bien-tap/" + site.slug() + "/ban-bien-tap/quyet-dinh";
	}

	private String page(Site site, User user, Board.Facts facts, String date, Map<Long, PublicBoard.Duty> duties,
			Map<String, String> problems, Model model) {
		List<Row> people = this.users.board(site).stream().map((member) -> {
			PublicBoard.Duty duty = duties.getOrDefault(member.user().id(), new PublicBoard.Duty("", ""));
			return new Row(member.user().id(), member.user().displayName(), member.role(), duty.title(), duty.duty());
		}).toList();
		model.addAttribute("facts", facts);
		model.addAttribute("date", date);
		model.addAttribute("people", people);
		model.addAttribute("problems", problems);
		model.addAttribute("whyNot", this.texts.orNull(this.policy.whyNotLead(user, site)));
		model.addAttribute("publicUrl", this.addresses.of(site) + "/ban-bien-tap");
		return "editorial/board-facts";
	}

	private String line(Map<String, String> form, String field, Map<String, String> problems) {
		String text = form.getOrDefault(field, "").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
		if (text.length() > LONGEST) {
			problems.put(field, this.texts.of("content.text.tooLong", LONGEST));
		}
		return text;
	}

	private static @Nullable LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** A member with what they answer for. */
	record Row(long id, String name, Role role, String title, String duty) {
	}

}
