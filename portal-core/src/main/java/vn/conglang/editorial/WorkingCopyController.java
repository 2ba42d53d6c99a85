package vn.conglang.editorial;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryType;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the editor's script says every few seconds, and what it is told. */
@Controller
@OnFace(Face.NEWSROOM)
class WorkingCopyController {

	/** Made by the server or by the browser for an entry that is just begun. */
	static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");

	/** All fields together; a body alone may have two million characters. */
	private static final int LONGEST = 2_200_000;

	private final WorkingCopies copies;

	private final DeskEntries entries;

	private final EditorialPolicy policy;

	private final Texts texts;

	private final Clock clock;

	WorkingCopyController(WorkingCopies copies, DeskEntries entries, EditorialPolicy policy, Texts texts, Clock clock) {
		this.copies = copies;
		this.entries = entries;
		this.policy = policy;
		this.texts = texts;
		this.clock = clock;
	}

	/**
	 * Lets a page that is open for long go on: who is logged in, and the token for forms.
	 */
	@GetMapping("/phien")
	ResponseEntity<Session> session(User user, CsrfToken token) {
		return ResponseEntity.ok(new Session(user.id(), token.getHeaderName(), token.getToken()));
	}

	@PostMapping("/bien-tap/{site}/bai/ban-nhap")
	ResponseEntity<Answer> keep(Site site, User user, @RequestBody Typed typed) {
		EntryType type = EntryType.ofOption(typed.type() + "").orElse(null);
		boolean known = typed.entry() != null || (typed.key() != null && KEY.matcher(typed.key()).matches());
		if (type == null || !known || typed.page() == null || !KEY.matcher(typed.page()).matches()) {
			return ResponseEntity.badRequest().build();
		}
		if (typed.account() != user.id()) {
			// somebody else logged in meanwhile in this browser: it is not theirs
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
		Long entry = typed.entry();
		Optional<DeskEntries.Saved> latest = (entry != null) ? this.entries.latest(entry) : Optional.empty();
		if (entry != null && latest.isEmpty()) {
			return ResponseEntity.notFound().build();
		}
		boolean kept = false;
		if (typed.values() != null && this.policy.whyNotWrite(user, site) == null) {
			Map<String, String> values = known(type, typed.values());
			if (values.values().stream().mapToInt(String::length).sum() > LONGEST) {
				return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
			}
			kept = this.copies.keep(user, place(entry, typed.key()), entry, type, typed.base(), values);
		}
		List<String> others = List.of();
		if (entry != null && Boolean.TRUE.equals(typed.leaves())) {
			this.copies.left(user, entry, typed.page());
		}
		else if (entry != null) {
			others = this.copies.present(user, entry, typed.page());
		}
		return ResponseEntity
			.ok(new Answer(kept, Texts.hour(this.clock.instant()), latest.map(DeskEntries.Saved::number).orElse(0),
					latest.map(DeskEntries.Saved::savedBy).orElse(null), others));
	}

	/** Drops the working copy: the editor shows what was saved last. */
	@PostMapping("/bien-tap/{site}/bai/{id}/bo-ban-nhap")
	String drop(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		this.copies.drop(user, "" + id);
		after.addFlashAttribute("done", this.texts.of("writing.copy.dropped"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	/** Drops what was begun and never saved. */
	@PostMapping("/bien-tap/{site}/bo-ban-nhap")
	String dropBegun(Site site, User user, @RequestParam(name = "ban", defaultValue = "") String key,
			RedirectAttributes after) {
		this.copies.drop(user, key);
		after.addFlashAttribute("done", this.texts.of("writing.copy.dropped"));
		return "redirect:/bien-tap/" + site.slug();
	}

	static String place(@Nullable Long entry, @Nullable String key) {
		return (entry != null) ? entry.toString() : key + "";
	}

	/** The fields of the form, and nothing else; PostgreSQL holds no zero characters. */
	private static Map<String, String> known(EntryType type, Map<String, String> values) {
		Map<String, String> known = new LinkedHashMap<>();
		List<String> names = new ArrayList<>(List.of("title", "summary", "bodyHtml", "categoryId", "author"));
		type.fields().forEach((field) -> names.add("field." + field.key()));
		for (String name : names) {
			known.put(name, (values.getOrDefault(name, "") + "").replace("\u0000", ""));
		}
		return known;
	}

	/**
	 * What the script says.
	 *
	 * @param account of who typed it
	 * @param entry {@code null} for one just begun
	 * @param key of one just begun
	 * @param type as on the command line
	 * @param base number of the revision the writer began with
	 * @param page one window
	 * @param values the form's fields, {@code null} if nothing changed
	 * @param leaves whether the window is being closed
	 */
	record Typed(long account, @Nullable Long entry, @Nullable String key, @Nullable String type, int base,
			@Nullable String page, @Nullable Map<String, String> values, @Nullable Boolean leaves) {
	}

	/**
	 * What it is told.
	 *
	 * @param kept whether the text was kept: not if it was saved meanwhile
	 * @param savedAt "08:05"
	 * @param latest number of the latest revision, 0 for an entry just begun
	 * @param by who saved it
	 * @param others who else has it open
	 */
	record Answer(boolean kept, String savedAt, int latest, @Nullable String by, List<String> others) {
	}

	/** Who is logged in, and the token that forms need. */
	record Session(long account, String header, String token) {
	}

}
