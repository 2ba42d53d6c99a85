package vn.conglang.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Rendered pages, ready to send. The site's version is part of the key: publishing makes
 * old pages unreachable, and they fall out in time. Bounded by the bytes it holds.
 */
@Component
class PageCache {

	private final Cache<Key, Page> pages;

	PageCache(@Value("${portal.page-cache:64MB}") DataSize size) {
		this.pages = Caffeine.newBuilder()
			.maximumWeight(size.toBytes())
			.weigher((Key key, Page page) -> 300 + 2 * (key.path().length() + page.title().length())
					+ page.gzip().length)
			.build();
	}

	@Nullable Page get(Key key) {
		return this.pages.getIfPresent(key);
	}

	void put(Key key, Page page) {
		this.pages.put(key, page);
	}

	/**
	 * What a page is found by.
	 *
	 * @param site identity of the site, 0 for the province
	 * @param version of the site when rendering began
	 * @param themes which of the node's states of all themes
	 * @param path with the part of the query that matters
	 */
	record Key(long site, long version, long themes, long day, String path) {
	}

	/**
	 * A page as it is sent.
	 *
	 * @param gzip the compressed body; nearly all browsers take it as it is
	 * @param length bytes of the body uncompressed
	 * @param etag follows from the body, so that pages which a new version did not change
	 * stay fresh in browsers
	 * @param until when something on the page changes by itself, in milliseconds of the
	 * clock; the page is rendered anew then
	 * @param policy where the page may fetch from
	 * @param title as visits are counted under it, empty where it is no page for people
	 */
	record Page(String contentType, byte[] gzip, int length, String etag, String gzipLength, long until, String policy,
			String title) {

		static Page of(String contentType, byte[] body, long until, String policy, String title) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
			try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
				{
					this.def.setLevel(6);
				}
			}) {
				gzip.write(body);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			byte[] compressed = bytes.toByteArray();
			return new Page(contentType, compressed, body.length, etag(body), Integer.toString(compressed.length),
					until, policy, title);
		}

		private static String etag(byte[] body) {
			try {
				byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
				// weak: the same page compressed and not
				return "W/\"" + HexFormat.of().formatHex(digest, 0, 10) + "\"";
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
