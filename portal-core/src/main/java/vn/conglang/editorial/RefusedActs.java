package vn.conglang.editorial;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.conglang.content.Publishing;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What happens when an act on an entry cannot be done: back to the page it came from,
 * with the reason, and with what was typed.
 */
@ControllerAdvice(basePackageClasses = RefusedActs.class)
class RefusedActs {

	private final Texts texts;

	RefusedActs(Texts texts) {
		this.texts = texts;
	}

	@ExceptionHandler(Reviews.NotNow.class)
	String refused(Reviews.NotNow refusal, HttpServletRequest request, HttpServletResponse response) {
		FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
		flash.put("refused", this.texts.of(refusal.key(), refusal.arguments()));
		if (request.getParameter("reason") != null) {
			flash.put("reason", request.getParameter("reason"));
		}
		return "redirect:" + origin(request);
	}

	@ExceptionHandler(Publishing.NotFound.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String notFound() {
		return "newsroom/not-found";
	}

	/** The entry's page; its review, if the act was done there. */
	private static String origin(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		if (variables instanceof Map<?, ?> values) {
			String desk = "/bien-tap/" + values.get("site");
			if (values.get("id") == null) {
				return desk;
			}
			return desk + "/bai/" + values.get("id") + ("duyet".equals(request.getParameter("tu")) ? "/duyet" : "");
		}
		return "/";
	}

}
