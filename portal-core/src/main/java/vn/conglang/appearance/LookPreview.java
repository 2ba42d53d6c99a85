package vn.conglang.appearance;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A look that is tried on while a single request is answered, so that a preview goes the
 * very same way as the page citizens will get.
 */
@Component
public class LookPreview {

	private static final String TRIED = LookPreview.class.getName() + ".tried";

	/** Renders what follows in this request with a look that is not in force. */
	public void tryOn(Look look) {
		RequestContextHolder.currentRequestAttributes().setAttribute(TRIED, look, RequestAttributes.SCOPE_REQUEST);
	}

	@Nullable Look tried() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null && request.getAttribute(TRIED, RequestAttributes.SCOPE_REQUEST) instanceof Look look)
				? look : null;
	}

}
