package vn.conglang.content;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.SiteOwned;

/** Chuyên mục: a named part of a site that entries are published in. */
@Entity
class Category extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "category_seq")
	@SequenceGenerator(name = "category_seq", sequenceName = "category_seq", allocationSize = 50)
	private @Nullable Long id;

	private String slug;

	private String name;

	private int position;

	private boolean inMenu;

	@SuppressWarnings("NullAway.Init")
	protected Category() {
	}

	Category(String name, int position, boolean inMenu) {
		this.slug = VietnameseText.slug(name, 80);
		this.name = name;
		this.position = position;
		this.inMenu = inMenu;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	String name() {
		return this.name;
	}

	CategoryInfo info() {
		return new CategoryInfo(id(), this.slug, this.name, this.inMenu);
	}

}
