package vn.conglang.editorial;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remarks, made where a text is read for review. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bai/{id}/gop-y")
class RemarkController {

	private final Remarks remarks;

	RemarkController(Remarks remarks) {
		this.remarks = remarks;
	}

	@PostMapping
	String add(Site site, User user, @PathVariable long id,
			@RequestParam(name = "answers", required = false) @Nullable Long answers,
			@RequestParam(name = "quote", defaultValue = "") String quote,
			@RequestParam(name = "prefix", defaultValue = "") String prefix,
			@RequestParam(name = "suffix", defaultValue = "") String suffix,
			@RequestParam(name = "remark", defaultValue = "") String text) {
		this.remarks.add(site, id, answers, new Remark.Passage(quote, prefix, suffix), text, user);
		return back(site, id);
	}

	@PostMapping("/{remark}/xong")
	String done(Site site, User user, @PathVariable long id, @PathVariable long remark) {
		this.remarks.resolve(site, id, remark, true, user);
		return back(site, id);
	}

	@PostMapping("/{remark}/mo-lai")
	String reopen(Site site, User user, @PathVariable long id, @PathVariable long remark) {
		this.remarks.resolve(site, id, remark, false, user);
		return back(site, id);
	}

	private static String back(Site site, long id) {
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id + "/duyet#gop-y";
	}

}
