package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.MediaUses;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Marks, banners and portraits: of what is in force, of what taking back would bring, and
 * of drafts.
 */
@Component
class LooksWithMedia implements MediaUses {

	private final Looks looks;

	private final LookDrafts drafts;

	private final MessageSource messages;

	LooksWithMedia(Looks looks, LookDrafts drafts, MessageSource messages) {
		this.looks = looks;
		this.drafts = drafts;
		this.messages = messages;
	}

	@Override
	public List<Use> of(Site site, Collection<String> hashes) {
		List<Use> uses = new ArrayList<>();
		boolean inForce = true;
		for (Look look : this.looks.needed()) {
			collect(site, hashes, look, inForce ? "now" : "before", uses);
			inForce = false;
		}
		this.drafts.all().forEach((draft) -> collect(site, hashes, draft, "draft", uses));
		return uses.stream().distinct().toList();
	}

	private void collect(Site site, Collection<String> hashes, Look look, String when, List<Use> uses) {
		Finding finding = new Finding("/bien-tap/" + site.slug() + "/", hashes, when, uses);
		finding.add(look.style().logo(), "logo", "", "giao-dien/tuy-chinh");
		finding.add(look.style().header(), "header", "", "giao-dien/tuy-chinh");
		look.banners().forEach((banner) -> finding.add(banner.image(), "banner", banner.image().alt(), "bieu-ngu"));
		look.office()
			.units()
			.forEach((unit) -> unit.people()
				.forEach((person) -> finding.add(person.picture(), "person", person.name(), "co-quan")));
	}

	/** The uses of one look being collected. */
	private final class Finding {

		private final String desk;

		private final Collection<String> hashes;

		private final String when;

		private final List<Use> uses;

		Finding(String desk, Collection<String> hashes, String when, List<Use> uses) {
			this.desk = desk;
			this.hashes = hashes;
			this.when = when;
			this.uses = uses;
		}

		void add(Look.@Nullable Image image, String what, String name, String screen) {
			if (image == null) {
				return;
			}
			this.hashes.stream()
				.filter((hash) -> image.src().contains("/" + hash + "/"))
				.forEach((hash) -> this.uses
					.add(new Use(hash, text("appearance.use." + what, name) + text("appearance.use.when." + this.when),
							this.desk + screen, this.when.equals("now"))));
		}

		private String text(String key, Object... arguments) {
			return LooksWithMedia.this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
		}

	}

}
