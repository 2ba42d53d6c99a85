package vn.conglang.media;

import java.io.IOException;
import java.util.Optional;

import org.springframework.core.io.Resource;

/**
 * Keeps bytes under keys like {@code ab/ab12….960.webp}. Bytes are whole or not there at
 * all, whenever the power fails, and never change under a key. Which site may show them
 * is not known here.
 */
interface MediaStore {

	/**
	 * Keeps the bytes, unless there are some under this key already.
	 * @return whether they were new
	 * @throws IOException if they cannot be kept; nothing of them is left then
	 */
	boolean put(String key, byte[] content) throws IOException;

	/** The bytes under a key. */
	Optional<Resource> get(String key) throws IOException;

	/** Removes the bytes under a key, if there are any. */
	void remove(String key) throws IOException;

}
