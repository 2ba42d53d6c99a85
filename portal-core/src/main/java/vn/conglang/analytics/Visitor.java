package vn.conglang.analytics;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;

/** What is kept of a visitor: the network, and a name that holds for a day. */
final class Visitor {

	/**
	 * How many bytes of an IPv6 address go with how many of an IPv4 address, as in
	 * Matomo.
	 */
	private static final int[] OF_IPV6 = { 0, 8, 10, 13, 16 };

	private static final int IPV4 = 4;

	private Visitor() {
	}

	/**
	 * The address without its last bytes.
	 * @param mask how many of an IPv4 address, 0 to 4
	 * @return empty where there is no address, only rubbish
	 */
	static String masked(String address, int mask) {
		byte[] bytes = (address.indexOf(':') >= 0) ? sixteen(address) : four(address);
		if (bytes == null) {
			return "";
		}
		int zeros = (bytes.length == IPV4) ? mask : OF_IPV6[mask];
		Arrays.fill(bytes, bytes.length - zeros, bytes.length, (byte) 0);
		if (bytes.length == IPV4) {
			return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
		}
		try {
			return InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Read by hand: the JDK would ask a name server what a word means. */
	private static byte @Nullable [] four(String address) {
		byte[] bytes = new byte[IPV4];
		int part = 0;
		int value = -1;
		for (int i = 0; i <= address.length(); i++) {
			char c = (i < address.length()) ? address.charAt(i) : '.';
			if (c == '.') {
				if (value < 0 || part == IPV4) {
					return null;
				}
				bytes[part++] = (byte) value;
				value = -1;
			}
			else if (c >= '0' && c <= '9') {
				value = Math.max(value, 0) * 10 + (c - '0');
				if (value > 255) {
					return null;
				}
			}
			else {
				return null;
			}
		}
		return (part == IPV4) ? bytes : null;
	}

	/** With a colon it cannot be a name, so nobody is asked. */
	private static byte @Nullable [] sixteen(String address) {
		int zone = address.indexOf('%');
		try {
			return InetAddress.getByName((zone < 0) ? address : address.substring(0, zone)).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	/**
	 * The same for the same visitor of the site as long as the salt is the same. Without
	 * the salt, which is forgotten, nobody can tell whose it was.
	 * @param digest from {@link #digest}, of the thread that asks
	 */
	static String name(MessageDigest digest, byte[] salt, SiteId site, String address, String userAgent) {
		digest.update(salt);
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, site.value()));
		digest.update(address.getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
		digest.update(userAgent.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest.digest(), 0, 8);
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
