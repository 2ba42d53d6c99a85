package vn.conglang.kernel;

/**
 * The portal cannot start, or a command cannot run, for a reason that the operator can
 * mend. The message is one line that says what is wrong and what to do.
 */
public class StartFailure extends RuntimeException {

	public StartFailure(String message) {
		super(message);
	}

	public StartFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
