package vn.conglang.reports;

import java.util.List;

import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.SiteAddresses;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where offices make keys for their programs, and take them back. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(KeysController.PATH)
class KeysController {

	static final String PATH = ReportsController.PATH + "/khoa";

	private final Offices offices;

	private final ApiKeys keys;

	private final SiteAddresses addresses;

	private final Words words;

	KeysController(Offices offices, ApiKeys keys, SiteAddresses addresses, Words words) {
		this.offices = offices;
		this.keys = keys;
		this.addresses = addresses;
		this.words = words;
	}

	@GetMapping
	String list(User user, Model model) {
		return list(own(user), model);
	}

	private String list(List<Office> own, Model model) {
		model.addAttribute("offices", own);
		model.addAttribute("keys", this.keys.of(own)
			.stream()
			.map((key) -> new Row(key,
					own.stream().filter((office) -> office.is(key.areaId())).map(Office::title).findFirst().orElse("")))
			.toList());
		model.addAttribute("address", this.addresses.province() + ReportsApi.PATH);
		model.addAttribute("words", this.words);
		return "reports/keys";
	}

	@PostMapping
	String make(User user, @RequestParam(name = "ten", defaultValue = "") String name,
			@RequestParam(name = "don-vi", defaultValue = "") String slug, Model model) {
		Office office = this.offices.of(user, slug)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String clean = name.replaceAll("\\p{Cntrl}+", " ").strip();
		if (clean.isEmpty() || clean.length() > ApiKeys.LONGEST_NAME) {
			model.addAttribute("refused", this.words.of("keys.problem.name", ApiKeys.LONGEST_NAME));
		}
		else if (this.keys.count(office) >= ApiKeys.MOST) {
			model.addAttribute("refused", this.words.of("keys.problem.many", ApiKeys.MOST));
		}
		else {
			// told in the answer itself: a redirect would have to keep it somewhere
			model.addAttribute("made", this.keys.make(office, clean, user));
		}
		return list(own(user), model);
	}

	@PostMapping("/{id}/thu-hoi")
	String revoke(User user, @PathVariable String id, RedirectAttributes after) {
		List<Office> own = own(user);
		if (!id.matches("[1-9][0-9]{0,17}") || !this.keys.revoke(own, Long.parseLong(id), user)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		after.addFlashAttribute("done", this.words.of("keys.revoked"));
		return "redirect:" + PATH;
	}

	private List<Office> own(User user) {
		List<Office> own = this.offices.of(user);
		if (own.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return own;
	}

	/** A key and whose it is. */
	record Row(ApiKeys.Key key, String office) {
	}

}
