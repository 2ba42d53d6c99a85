package vn.conglang.media;

import org.springframework.http.HttpStatus;

/** A file is not taken in; the message is a key that says why and what to do. */
public class MediaRefused extends RuntimeException {

	private final HttpStatus status;

	private final transient Object[] arguments;

	MediaRefused(String key, Object... arguments) {
		this(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
	}

	MediaRefused(HttpStatus status, String key, Object... arguments) {
		super(key);
		this.status = status;
		this.arguments = arguments;
	}

	/** Key of the message. */
	public String key() {
		return String.valueOf(getMessage());
	}

	/** What stands in the message's places. */
	public Object[] arguments() {
		return this.arguments;
	}

	HttpStatus status() {
		return this.status;
	}

}
