package vn.conglang;

import java.util.Arrays;
import java.util.TimeZone;

import vn.conglang.kernel.VietnameseText;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The portal. Without arguments, or with options only, it serves all faces; with the name
 * of a command it does that one thing and ends (see {@link PortalCommands}).
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PortalApplication {

	/**
	 * Starts the portal or runs a command. Ends with exit code 1 and one clear line when
	 * it cannot.
	 * @param args options such as {@code --server.port=80}, or a command and its options
	 */
	public static void main(String[] args) {
		TimeZone.setDefault(TimeZone.getTimeZone(VietnameseText.ZONE));
		if ((args.length > 0 && !args[0].startsWith("--")) || Arrays.asList(args).contains("--help")
				|| Arrays.asList(args).contains("--version")) {
			System.exit(PortalCommands.execute(args));
		}
		try {
			SpringApplication.run(PortalApplication.class, args);
		}
		catch (RuntimeException ex) {
			// what went wrong was told by StartFailureReporter
			System.exit(1);
		}
	}

}
