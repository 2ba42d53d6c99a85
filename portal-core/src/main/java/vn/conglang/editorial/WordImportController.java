package vn.conglang.editorial;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.WordImport;
import vn.conglang.identity.User;
import vn.conglang.media.MediaRefused;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A new draft from a Word file, for those who write in Word. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/tu-word")
class WordImportController {

	private final WordImport word;

	private final EditorialPolicy policy;

	private final Texts texts;

	WordImportController(WordImport word, EditorialPolicy policy, Texts texts) {
		this.word = word;
		this.policy = policy;
		this.texts = texts;
	}

	@GetMapping
	String form(Site site, User user) {
		this.texts.require(this.policy.whyNotWrite(user, site));
		return "editorial/word";
	}

	@PostMapping
	String begin(Site site, User user, @RequestParam(required = false) @Nullable MultipartFile file, Model model,
			RedirectAttributes after) throws IOException {
		this.texts.require(this.policy.whyNotWrite(user, site));
		String desk = "redirect:/bien-tap/" + site.slug();
		if (file == null || file.isEmpty()) {
			after.addFlashAttribute("refused", this.texts.of("types.word.empty"));
			return desk + "/tu-word";
		}
		try {
			WordImport.Imported imported = this.word.begin(file, file.getOriginalFilename() + "", user);
			after.addFlashAttribute("report", new Report(lines(imported.arrived()), lines(imported.left())));
			return desk + "/bai/" + imported.id();
		}
		catch (WordImport.Refused ex) {
			after.addFlashAttribute("refused", this.texts.of(ex.key()));
		}
		catch (MediaRefused ex) {
			after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
		}
		return desk + "/tu-word";
	}

	/** Too large for the server even to read. */
	@ExceptionHandler(MultipartException.class)
	String tooLarge(HttpServletRequest request, HttpServletResponse response) {
		RequestContextUtils.getOutputFlashMap(request).put("refused", this.texts.of("types.word.tooLarge"));
		RequestContextUtils.saveOutputFlashMap(request.getRequestURI(), request, response);
		return "redirect:" + request.getRequestURI();
	}

	private ArrayList<String> lines(List<WordImport.Line> lines) {
		return new ArrayList<>(lines.stream().map((line) -> this.texts.of(line.message(), line.count())).toList());
	}

	/** What the editor tells on top of a draft that has just been made. */
	record Report(ArrayList<String> arrived, ArrayList<String> left) implements Serializable {
	}

}
