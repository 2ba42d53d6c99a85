package vn.conglang.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings entries from outside into sites, published at once. Each entry is one
 * transaction: whenever the import is broken off, an entry is there whole or not at all,
 * and the next run goes on behind it, because entries that are already there are
 * recognised.
 */
@Service
class EntryImport {

	private final Publishing publishing;

	private final EntryRepository entries;

	private final Categories categories;

	private final TransactionTemplate transaction;

	private final JdbcClient overseer;

	private final Clock clock;

	EntryImport(Publishing publishing, EntryRepository entries, Categories categories, TransactionTemplate transaction,
			@Qualifier("overseerJdbc") JdbcClient overseer, Clock clock) {
		this.publishing = publishing;
		this.entries = entries;
		this.categories = categories;
		this.transaction = transaction;
		this.overseer = overseer;
		this.clock = clock;
	}

	/** The keys of all entries ever imported into these sites. */
	Set<String> known(List<Site> sites) {
		Long[] ids = sites.stream().map((site) -> site.id().value()).toArray(Long[]::new);
		return new HashSet<>(this.overseer
			.sql("SELECT import_key FROM entry WHERE import_key IS NOT NULL AND site_id IN (SELECT unnest(:ids))")
			.param("ids", ids)
			.query(String.class)
			.list());
	}

	/**
	 * Publishes the entry in the site.
	 * @return whether it was new there
	 * @throws IllegalArgumentException with the reason, where it cannot be published
	 */
	boolean add(Site site, ImportedEntry imported) {
		Instant now = this.clock.instant();
		Instant at = (imported.publishedAt() != null) ? imported.publishedAt() : now;
		if (at.isAfter(now)) {
			throw new IllegalArgumentException("published_at lies in the future: " + at);
		}
		return CurrentSite.call(site.id(), () -> Boolean.TRUE.equals(this.transaction.execute((status) -> {
			if (this.entries.existsByImportKey(imported.key())) {
				return false;
			}
			this.categories.ensureStandard();
			Long category = this.categories
				.findOrAdd((imported.category() != null) ? imported.category() : usual(imported.type()))
				.id();
			EntryText text = new EntryText(imported.title(), imported.summary(), imported.bodyHtml(), category,
					imported.fields(), imported.author());
			List<EntryText.Problem> problems = new ArrayList<>(text.problems(imported.type()));
			problems.addAll(text.gaps(imported.type()));
			if (!problems.isEmpty()) {
				throw new IllegalArgumentException(String.join("; ",
						problems.stream().map((problem) -> problem.field() + ": " + reason(problem)).toList()));
			}
			long id = this.publishing.begin(imported.type(), text, "import", null, imported.key());
			this.publishing.publish(id, at);
			return true;
		})));
	}

	private static String usual(EntryType type) {
		return switch (type) {
			case ARTICLE -> "Tin tức – Sự kiện";
			case PAGE -> "Giới thiệu";
			case LEGAL_DOCUMENT -> "Văn bản";
			case ANNOUNCEMENT -> "Thông báo";
			case PROCEDURE -> "Thủ tục hành chính";
			case ALBUM, VIDEO -> "Tin tức – Sự kiện";
		};
	}

	private static String reason(EntryText.Problem problem) {
		return switch (problem.message()) {
			case "content.text.tooLong" -> "longer than " + problem.arguments()[0] + " characters";
			case "content.date.invalid" -> "no valid date";
			case "types.url.invalid" -> "no address that begins with https://";
			case "types.choice.invalid" -> "none of the choices";
			default -> "missing";
		};
	}

}
