package vn.conglang.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import vn.conglang.search.Search;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Asks people to come back in a moment when too many are searching. */
@ControllerAdvice
class BusySearch {

	static final String SECONDS = "3";

	@ExceptionHandler(Search.Busy.class)
	void tell(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
