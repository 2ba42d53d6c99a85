package vn.conglang.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers requests whose query or form cannot be read, such as {@code ?q=%ZZ}. The
 * mistake is with whoever sent it, so the log does not tell of it as of one of the
 * portal's own.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableRequests extends HttpFilter {

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			InvalidParameterException unreadable = unreadable(ex);
			if (unreadable == null || response.isCommitted()) {
				throw ex;
			}
			response.sendError(unreadable.getErrorCode());
		}
	}

	private static @Nullable InvalidParameterException unreadable(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidParameterException found) {
				return found;
			}
		}
		return null;
	}

}
