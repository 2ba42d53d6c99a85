package vn.conglang.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Leads on to where an entry is shared, so that it can be counted without a script. Only
 * entries that are published lead anywhere, and only to the two places known here.
 */
@Controller
@OnFace(Face.PUBLIC)
class ShareController {

	/** All addresses begin so; programs are asked to stay away. */
	static final String PATH = "/chia-se/";

	private static final String FACEBOOK = "facebook";

	private static final String ZALO = "zalo";

	private final PublishedEntries entries;

	private final SiteAddresses addresses;

	ShareController(PublishedEntries entries, SiteAddresses addresses) {
		this.entries = entries;
		this.addresses = addresses;
	}

	/** Where an entry with this address is shared on Facebook. */
	static String facebook(String address) {
		return PATH + FACEBOOK + address;
	}

	/** Where an entry with this address is shared on Zalo. */
	static String zalo(String address) {
		return PATH + ZALO + address;
	}

	@GetMapping(PATH + "{place:facebook|zalo}/{list}/{slug}")
	ResponseEntity<Void> share(Site site, @PathVariable String place, @PathVariable String list,
			@PathVariable String slug) {
		EntryType type = EntryType.ofPath("/" + list).orElseThrow(NotFoundException::new);
		String url = this.addresses.of(site)
				+ this.entries.find(type, slug).orElseThrow(NotFoundException::new).teaser().address();
		return ResponseEntity.status(HttpStatus.FOUND)
			.location(URI.create(place.equals(ZALO) ? onZalo(url) : onFacebook(url)))
			.cacheControl(CacheControl.noStore())
			.build();
	}

	private static String onFacebook(String url) {
		return "https://www.facebook.com/sharer/sharer.php?u=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
	}

	/** Zalo's share page takes its parameters as JSON in Base64. */
	private static String onZalo(String url) {
		String json = "{\"url\":\"" + url + "\"}";
		return "https://sp.zalo.me/share_inline?d="
				+ Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
