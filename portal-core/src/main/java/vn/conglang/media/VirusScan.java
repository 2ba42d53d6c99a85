package vn.conglang.media;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks ClamAV about every file that is brought, where the operator has named one. Nothing
 * passes unasked then: while it does not answer, nothing is taken in.
 */
@Component
class VirusScan {

	private static final Logger log = LoggerFactory.getLogger(VirusScan.class);

	private static final Duration TO_CONNECT = Duration.ofSeconds(3);

	private static final Duration TO_ANSWER = Duration.ofSeconds(30);

	private static final int CHUNK = 64 * 1024;

	private final String clamd;

	VirusScan(@Value("${portal.media.clamd:}") String clamd) {
		if (!clamd.isBlank() && !clamd.matches("[^:]+:[0-9]{1,5}")) {
			throw new IllegalArgumentException("portal.media.clamd must be host:port, but is " + clamd);
		}
		this.clamd = clamd;
	}

	/**
	 * Lets clean bytes pass.
	 * @throws MediaRefused when something was found, or nobody could look
	 */
	void check(byte[] content) {
		if (this.clamd.isBlank()) {
			return;
		}
		String answer;
		try {
			answer = ask(content);
		}
		catch (IOException ex) {
			log.warn("ClamAV at {} does not answer: {}", this.clamd, ex.toString());
			throw new MediaRefused(HttpStatus.SERVICE_UNAVAILABLE, "media.scan.waiting");
		}
		if (answer.endsWith("FOUND")) {
			log.warn("ClamAV refused a file: {}", answer);
			throw new MediaRefused("media.scan.found");
		}
		if (!answer.equals("stream: OK")) {
			log.warn("ClamAV at {} answered: {}", this.clamd, answer);
			throw new MediaRefused(HttpStatus.SERVICE_UNAVAILABLE, "media.scan.waiting");
		}
	}

	/**
	 * The protocol of clamd's INSTREAM: chunks with their length before, 0 at the end.
	 */
	private String ask(byte[] content) throws IOException {
		int colon = this.clamd.lastIndexOf(':');
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(this.clamd.substring(0, colon),
					Integer.parseInt(this.clamd.substring(colon + 1))), (int) TO_CONNECT.toMillis());
			socket.setSoTimeout((int) TO_ANSWER.toMillis());
			DataOutputStream output = new DataOutputStream(socket.getOutputStream());
			output.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
			for (int from = 0; from < content.length; from += CHUNK) {
				int length = Math.min(CHUNK, content.length - from);
				output.writeInt(length);
				output.write(content, from, length);
			}
			output.writeInt(0);
			output.flush();
			return new String(socket.getInputStream().readNBytes(1000), StandardCharsets.UTF_8).replace("\0", "")
				.strip();
		}
	}

}
