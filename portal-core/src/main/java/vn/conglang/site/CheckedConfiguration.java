package vn.conglang.site;

/**
 * Files that operators write, beside the tenant configuration: {@code bin/portal check}
 * looks at them, too, without a database.
 */
public interface CheckedConfiguration {

	/**
	 * Reads the files.
	 * @return what there is, in a few words
	 * @throws vn.conglang.kernel.StartFailure a line per mistake: file, line, reason
	 */
	String check();

}
