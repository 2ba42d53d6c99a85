package vn.conglang.care;

import java.util.List;

import vn.conglang.editorial.Telling;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Of what a board was reminded, with the way to each place where it is mended. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}" + BoardRemindersController.SCREEN)
class BoardRemindersController {

	static final String SCREEN = "/nhac-viec";

	private final BoardReminders board;

	private final Reminders reminders;

	private final Telling telling;

	private final CareTexts texts;

	BoardRemindersController(BoardReminders board, Reminders reminders, Telling telling, CareTexts texts) {
		this.board = board;
		this.reminders = reminders;
		this.telling = telling;
		this.texts = texts;
	}

	@GetMapping
	String show(Site site, User user, Model model) {
		List<Followed> all = this.board.of(site);
		this.telling.read(user, Reminding.pageOf(site));
		model.addAttribute("waiting", all.stream().filter(Followed::waits).toList());
		model.addAttribute("past", all.stream().filter((followed) -> !followed.waits()).toList());
		model.addAttribute("last", all.isEmpty() ? 0 : all.getFirst().reminder().id());
		model.addAttribute("ofBoard", user.holds(BoardReminders.ROLES, site));
		return "care/board";
	}

	/** The board has taken note of all it was shown. */
	@PostMapping("/da-biet")
	String know(Site site, User user, @RequestParam(name = "den", defaultValue = "0") long last,
			RedirectAttributes after) {
		if (!user.holds(BoardReminders.ROLES, site)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, this.texts.of("care.board.notYours"));
		}
		this.reminders.know(last, user);
		after.addFlashAttribute("done", this.texts.of("care.board.known"));
		return "redirect:" + Reminding.pageOf(site);
	}

}
