package vn.conglang.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is nothing at this address; the citizen gets the site's own page that says so.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotFoundException extends RuntimeException {

	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

}
