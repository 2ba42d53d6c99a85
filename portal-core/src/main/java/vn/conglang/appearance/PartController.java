package vn.conglang.appearance;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Look.Part;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A screen on which a part of the look is arranged. The form holds all of it; every
 * button sends all of it and says in {@code viec} what is to be done, so that nothing
 * typed is lost and no script is needed. What can be shown goes to the person's draft at
 * once; citizens see it when it is put into force.
 */
abstract class PartController {

	/** What a button sends beside its act: "len:k3" moves the row k3 up. */
	private static final int ARGUMENTS = 4;

	/** What can be done with a row on every screen. */
	private static final Set<String> ACTS = Set.of("len", "xuong", "vao", "ra", "bo", "sang", "dat");

	protected final Tools tools;

	private final Part part;

	private final String screen;

	/**
	 * A screen.
	 * @param screen last part of its address and name of its template
	 */
	protected PartController(Tools tools, Part part, String screen) {
		this.tools = tools;
		this.part = part;
		this.screen = screen;
	}

	/** The form for a look. */
	protected abstract Form read(Site site, Look look);

	/** The form as it was sent. */
	protected abstract Form parse(Site site, MultiValueMap<String, String> sent);

	/**
	 * The look with this part as the form says; rows that cannot be shown are left out
	 * and told in the problems.
	 */
	protected abstract Look write(Site site, Form form, Look into, Problems problems);

	/** What only this screen can do; the form as it is where it is nothing known. */
	protected Form act(Site site, Form form, String act, String argument, String more) {
		return form;
	}

	/** What only this screen shows. */
	protected abstract void fill(Site site, Form form, Look look, Model model);

	/** How a row is called where something is said of it. */
	protected abstract String name(Rows.Row row);

	@GetMapping
	String show(Site site, User user, Model model) {
		this.tools.require(user, site);
		Look look = this.tools.drafts.of(user);
		return page(site, user, read(site, look), this.tools.drafts.base(user, this.part), look, Map.of(), model);
	}

	@PostMapping
	String act(Site site, User user, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes after) {
		this.tools.require(user, site);
		String[] act = (sent.getFirst("viec") + ":::").split(":", ARGUMENTS);
		String first = (sent.getFirst("nen") + "").matches("[0-9]{1,18}") ? sent.getFirst("nen") + "" : "0";
		long base = Long.parseLong(first);
		switch (act[0]) {
			case "hoan-tac" -> {
				// of what one has seen, not of what somebody else did meanwhile
				boolean done = base == this.tools.looks.base(this.part)
						&& this.tools.looks.undo(this.part, user.displayName());
				if (done) {
					this.tools.drafts.drop(user, this.part);
				}
				after.addFlashAttribute(done ? "done" : "refused",
						this.tools.text(done ? "arrange.undone" : "arrange.nothingToUndo"));
				return redirect(site);
			}
			case "bo-nhap" -> {
				this.tools.drafts.drop(user, this.part);
				after.addFlashAttribute("done", this.tools.text("arrange.dropped"));
				return redirect(site);
			}
			case "ap-dung" -> {
				return apply(site, user, parse(site, sent), base, model, after);
			}
			default -> {
				Form form = act(site, user, parse(site, sent), act, model);
				Look look = keep(site, user, form);
				return page(site, user, form, base, look, Map.of(), model);
			}
		}
	}

	private String apply(Site site, User user, Form form, long base, Model model, RedirectAttributes after) {
		Problems problems = new Problems(this.tools.messages);
		Look wanted = write(site, form, this.tools.drafts.of(user), problems);
		if (!problems.isEmpty()) {
			keep(site, user, form);
			return page(site, user, form, base, wanted, problems.byField(), model);
		}
		if (!this.tools.looks.change(this.part, wanted, base, user.displayName())) {
			keep(site, user, form);
			LookChange other = Objects.requireNonNull(this.tools.looks.latest(this.part));
			model.addAttribute("refused", this.tools.told("arrange.overtaken", other));
			return page(site, user, form, this.tools.looks.base(this.part), wanted, Map.of(), model);
		}
		this.tools.drafts.drop(user, this.part);
		after.addFlashAttribute("done", this.tools.text("arrange.applied"));
		return redirect(site);
	}

	private Look keep(Site site, User user, Form form) {
		Look draft = write(site, form, this.tools.drafts.of(user), new Problems(this.tools.messages));
		this.tools.drafts.save(user, draft);
		return draft;
	}

	private Form act(Site site, User user, Form form, String[] act, Model model) {
		String key = act[1];
		Rows rows = form.rows();
		Rows.Row row = rows.find(key);
		if (row == null || !ACTS.contains(act[0])) {
			Form changed = act(site, form, act[0], act[1], act[2] + ((act[3].length() > 2) ? ":" + act[3] : ""));
			say(rows, changed.rows(), model);
			return changed;
		}
		Rows moved = switch (act[0]) {
			case "len" -> rows.up(key);
			case "xuong" -> rows.down(key);
			case "vao" -> rows.into(key);
			case "ra" -> rows.out(key);
			case "bo" -> rows.remove(key);
			case "sang" -> rows.place(key, row.value("sang"), "", 0);
			case "dat" -> rows.place(key, act[2], act[3].replaceAll(":.*", ""),
					level(act[3].replaceFirst("^[^:]*:?", "").replace(":", ""), row.level()));
			default -> rows;
		};
		model.addAttribute("focus", act[0].equals("dat") ? "len:" + key : act[0] + ":" + key);
		if (act[0].equals("bo")) {
			model.addAttribute("said", this.tools.text("arrange.said.removed", name(row)));
			model.addAttribute("focus", "top");
		}
		else if (moved.equals(rows)) {
			model.addAttribute("said", this.tools.text("arrange.said.stays", name(row)));
		}
		else {
			Rows.Row now = moved.find(key);
			String zone = (now != null) ? now.zone() : row.zone();
			List<Rows.Row> like = moved.in(zone);
			model.addAttribute("said", this.tools.text("arrange.said.moved", name(row), like.indexOf(now) + 1,
					like.size(), zone(site, form, zone)));
		}
		return form.with(moved);
	}

	/** Fields of a form as they were sent. */
	protected static Map<String, String> fields(MultiValueMap<String, String> sent, String... names) {
		Map<String, String> fields = new HashMap<>();
		for (String name : names) {
			String value = sent.getFirst(name);
			fields.put(name, (value != null) ? value : "");
		}
		return fields;
	}

	/** How a zone is called where something is said of it; may be empty. */
	protected String zone(Site site, Form form, String zone) {
		return "";
	}

	private void say(Rows before, Rows after, Model model) {
		if (after.all().size() == before.all().size() + 1) {
			Rows.Row added = after.all()
				.stream()
				.filter((row) -> before.find(row.key()) == null)
				.findFirst()
				.orElseThrow();
			model.addAttribute("said", this.tools.text("arrange.said.added", name(added)));
			model.addAttribute("focus", "new:" + added.key());
		}
		else if (before.isFull() && after.equals(before)) {
			model.addAttribute("said", this.tools.text("arrange.said.full", before.shape().most()));
		}
	}

	private static int level(String text, int usual) {
		return text.matches("[0-9]") ? text.charAt(0) - '0' : usual;
	}

	private String page(Site site, User user, Form form, long base, Look look, Map<String, String> problems,
			Model model) {
		Look inForce = this.tools.looks.inForce();
		Optional<LookChange> latest = Optional.ofNullable(this.tools.looks.latest(this.part));
		model.addAttribute("screen", this.screen);
		model.addAttribute("form", form);
		model.addAttribute("base", base);
		model.addAttribute("problems", problems);
		model.addAttribute("open", open(problems, model));
		model.addAttribute("changed", !this.part.put(inForce, look).equals(inForce));
		model.addAttribute("latest",
				latest.map((change) -> new Latest(change.byName(), this.tools.clock(change))).orElse(null));
		boolean overtaken = base != this.tools.looks.base(this.part) && !model.containsAttribute("refused");
		model.addAttribute("overtaken",
				latest.filter((change) -> overtaken)
					.map((change) -> this.tools.told("arrange.overtaken.soon", change))
					.orElse(null));
		fill(site, form, look, model);
		return "appearance/" + this.screen;
	}

	/** Rows whose fields are to be seen: those just added and those to be mended. */
	private static Set<String> open(Map<String, String> problems, Model model) {
		Set<String> open = new HashSet<>();
		problems.keySet().forEach((field) -> open.add(field.replaceAll("\\..*", "")));
		if ((model.getAttribute("focus") + "").startsWith("new:")) {
			open.add((model.getAttribute("focus") + "").substring("new:".length()));
		}
		return open;
	}

	private String redirect(Site site) {
		return "redirect:/bien-tap/" + site.slug() + "/" + this.screen;
	}

	/**
	 * What stands in the form.
	 *
	 * @param own whether the board has its own, where it may leave that to the portal
	 * @param fields beside the rows, by name
	 */
	record Form(boolean own, Rows rows, Map<String, String> fields) {

		Form with(Rows other) {
			return new Form(this.own, other, this.fields);
		}

		/** A field as it is typed in, empty where there is none. */
		public String field(String name) {
			return this.fields.getOrDefault(name, "");
		}

	}

	/** Who changed the part last. */
	record Latest(String by, String at) {
	}

	/** What all screens need. */
	@Component
	static class Tools {

		private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy",
				VietnameseText.LOCALE);

		final Looks looks;

		final LookDrafts drafts;

		final MessageSource messages;

		private final AppearancePolicy policy;

		Tools(Looks looks, LookDrafts drafts, AppearancePolicy policy, MessageSource messages) {
			this.looks = looks;
			this.drafts = drafts;
			this.policy = policy;
			this.messages = messages;
		}

		String text(String key, Object... arguments) {
			return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
		}

		void require(User user, Site site) {
			@Nullable String refusal = this.policy.whyNotArrange(user, site);
			if (refusal != null) {
				throw new ResponseStatusException(HttpStatus.FORBIDDEN, text(refusal));
			}
		}

		String told(String key, LookChange change) {
			return text(key, change.byName(), clock(change));
		}

		String clock(LookChange change) {
			return CLOCK.format(LocalDateTime.ofInstant(change.at(), VietnameseText.ZONE));
		}

	}

}
