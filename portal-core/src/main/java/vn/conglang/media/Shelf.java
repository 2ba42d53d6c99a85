package vn.conglang.media;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Bytes and rows kept in step: a row is there only with all its bytes, and bytes that no
 * site's row speaks of are removed. Bytes without a row, left behind where the power
 * failed, harm nobody.
 */
@Component
class Shelf {

	private static final Logger log = LoggerFactory.getLogger(Shelf.class);

	private final MediaStore store;

	private final MediaRecords records;

	private final SharedRecords shared;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final DataSize quota;

	Shelf(MediaStore store, MediaRecords records, SharedRecords shared, TransactionTemplate transaction,
			ApplicationEventPublisher events, @Value("${portal.media.quota}") DataSize quota) {
		this.store = store;
		this.records = records;
		this.shared = shared;
		this.transaction = transaction;
		this.events = events;
		this.quota = quota;
	}

	/** 32 hexadecimal digits of the bytes' SHA-256. */
	static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, 32);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How many bytes a site may bring. */
	long quota() {
		return this.quota.toBytes();
	}

	/**
	 * Keeps bytes and the row that speaks of them, all or nothing.
	 * @param contents bytes by their key in the store
	 * @return the row, or the one that somebody else has just made of the same file
	 * @throws MediaRefused when the site has too much already, or the store is full
	 */
	MediaRecords.Item keep(MediaRecords.Item item, Map<String, byte[]> contents) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			if (item.originalBytes() != null) {
				this.records.lock("quota " + CurrentSite.require().value());
				if (this.records.used() + item.originalBytes() > quota()) {
					throw new MediaRefused("media.quota", quota() / (1 << 20));
				}
			}
			this.records.lock(item.hash());
			put(contents);
			this.records.add(item);
			return this.records.find(item.hash()).orElseThrow();
		}));
	}

	/**
	 * The same for a picture of an area, or of the province. Each of them may have as
	 * much as a site.
	 */
	MediaRecords.Item keepShared(MediaRecords.Item item, @Nullable Long area, Map<String, byte[]> contents) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.records.lock("shared quota " + area);
			if (this.shared.used(area) + Objects.requireNonNull(item.originalBytes()) > quota()) {
				throw new MediaRefused("media.shared.quota", quota() / (1 << 20));
			}
			this.records.lock(item.hash());
			put(contents);
			this.shared.add(item, area);
			return this.shared.find(item.hash(), area).orElseThrow();
		}));
	}

	private void put(Map<String, byte[]> contents) {
		List<String> kept = new ArrayList<>();
		try {
			for (Map.Entry<String, byte[]> content : contents.entrySet()) {
				if (this.store.put(content.getKey(), content.getValue())) {
					kept.add(content.getKey());
				}
			}
		}
		catch (IOException ex) {
			log.error("Cannot keep a file: {}", ex.toString());
			kept.forEach(this::drop);
			throw new MediaRefused(HttpStatus.INSUFFICIENT_STORAGE, "media.storeFailed");
		}
	}

	/**
	 * Lets the site at work have what another site has.
	 * @param from the other site, or {@code null} for what is shared
	 */
	void borrow(@Nullable SiteId from, Collection<String> hashes, String by) {
		this.transaction.executeWithoutResult((status) -> {
			for (String hash : hashes.stream().sorted().toList()) {
				this.records.lock(hash);
				((from != null) ? this.records.find(hash, from) : this.shared.find(hash))
					.ifPresent((item) -> this.records.add(item.by(by)));
			}
		});
	}

	/**
	 * Bytes that can be made again; if they cannot be kept, they will be. Of what has
	 * been removed meanwhile, nothing is kept.
	 */
	void keepMade(String hash, String key, byte[] content) {
		this.transaction.executeWithoutResult((status) -> {
			this.records.lock(hash);
			if (this.records.anybodyHas(hash)) {
				try {
					this.store.put(key, content);
				}
				catch (IOException ex) {
					log.warn("Cannot keep {}: {}", key, ex.toString());
				}
			}
		});
	}

	/** Bytes to send. */
	Optional<Resource> get(String key) {
		try {
			return this.store.get(key);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The store does not answer", ex);
		}
	}

	/**
	 * Takes the row from the site, and the bytes from the store if nobody else has them.
	 */
	void remove(MediaRecords.Item item) {
		this.transaction.executeWithoutResult((status) -> {
			this.records.lock(item.hash());
			this.records.remove(item);
			if (item.kind() == MediaRecords.Kind.FILE) {
				this.events.publishEvent(new FileRemoved(CurrentSite.require(), item.hash()));
			}
		});
		dropUnlessNeeded(item);
	}

	/** The same for a shared picture. */
	void removeShared(MediaRecords.Item item) {
		this.transaction.executeWithoutResult((status) -> {
			this.records.lock(item.hash());
			this.shared.remove(item);
		});
		dropUnlessNeeded(item);
	}

	private void dropUnlessNeeded(MediaRecords.Item item) {
		this.transaction.executeWithoutResult((status) -> {
			this.records.lock(item.hash());
			if (!this.records.anybodyHas(item.hash())) {
				drop(Rendition.originalKey(item.hash()));
				if (item.kind() == MediaRecords.Kind.PICTURE) {
					drop(Rendition.mainKey(item.hash()));
					Rendition.of(item.requireWidth(), Rendition.extension(item.name()))
						.forEach((rendition) -> drop(rendition.key(item.hash())));
				}
			}
		});
	}

	private void drop(String key) {
		try {
			this.store.remove(key);
		}
		catch (IOException ex) {
			log.warn("Cannot remove {}: {}", key, ex.toString());
		}
	}

}
