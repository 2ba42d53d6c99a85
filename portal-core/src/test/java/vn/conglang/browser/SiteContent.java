package vn.conglang.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

import javax.imageio.ImageIO;

import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Picture;
import vn.conglang.media.Pictures;

import org.springframework.context.ApplicationContext;

/** Fills sites with something to read, and the newsroom with people. */
final class SiteContent {

	private static final String BODY = """
			<p>Sáng nay, bà con trong xã ra đồng từ sớm. <a href="/van-ban">Lịch xuống giống</a> đã được thông báo.</p>
			<h2>Kết quả</h2><ul><li>Năng suất 6,5 tấn/ha</li><li>Giá lúa <strong>8.200</strong> đồng/kg</li></ul>
			<blockquote><p>Vụ này trúng mùa.</p></blockquote>
			<table><thead><tr><th>Ấp</th><th>Diện tích</th></tr></thead>\
			<tbody><tr><td>Tân Bình</td><td>120 ha</td></tr></tbody></table>""";

	private final TestPortal portal;

	private final Publishing publishing;

	private final Categories categories;

	private final Pictures pictures;

	SiteContent(ApplicationContext context) {
		this.portal = context.getBean(TestPortal.class);
		this.publishing = context.getBean(Publishing.class);
		this.categories = context.getBean(Categories.class);
		this.pictures = context.getBean(Pictures.class);
	}

	/** News with and without a picture, an announcement, a page and two documents. */
	void fill(String slug) {
		if (this.portal.get(slug + ".localhost", "/trang/lien-he").statusCode() == 200) {
			return;
		}
		picture(slug, "Bà con thu hoạch lúa Thu Đông");
		article(slug, "Ra quân làm sạch đường quê", "tin-tuc-su-kien");
		article(slug, "Lớp kỹ năng số cho người lớn tuổi", "chuyen-doi-so");
		article(slug, "Lịch tiêm chủng tháng này", "thong-bao");
		publish(slug, EntryType.PAGE, "Liên hệ", "gioi-thieu", Map.of(), BODY, LocalDate.of(2025, 1, 2));
		document(slug, "12/QĐ-UBND", "Quyết định", "Về việc thành lập tổ công nghệ số cộng đồng",
				LocalDate.of(2025, 3, 14));
		document(slug, "7/KH-UBND", "Kế hoạch", "Kế hoạch thủy lợi nội đồng mùa khô", LocalDate.of(2024, 11, 5));
	}

	void article(String slug, String title, String category) {
		publish(slug, EntryType.ARTICLE, title, category, Map.of(), BODY, LocalDate.of(2025, 4, 2));
	}

	/** An article with a picture: the lead of the home page. */
	void picture(String slug, String title) {
		Picture picture = CurrentSite.call(this.portal.site(slug).id(),
				() -> this.pictures.add(jpeg(1200, 800), "Đồng lúa.jpg", "thử"));
		String figure = "<figure><img src=\"%s\" width=\"%d\" height=\"%d\" alt=\"Đồng lúa chín vàng\"><figcaption>Ảnh: Lan</figcaption></figure>"
			.formatted(picture.url(), picture.width(), picture.height());
		publish(slug, EntryType.ARTICLE, title, "tin-tuc-su-kien", Map.of(), BODY + figure, LocalDate.of(2025, 4, 3));
	}

	void document(String slug, String number, String kind, String title, LocalDate issued) {
		publish(slug, EntryType.LEGAL_DOCUMENT, title, "van-ban", Map.of("number", number, "documentType", kind,
				"issuer", "UBND " + this.portal.site(slug).fullName(), "issued", issued.toString()), BODY,
				issued.plusDays(1));
	}

	long publish(String slug, EntryType type, String title, String category, Map<String, String> fields, String body,
			LocalDate day) {
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			long id = draft(slug, type, title, category, fields, body);
			this.publishing.publish(id, day.atTime(LocalTime.NOON).atZone(VietnameseText.ZONE).toInstant());
			return id;
		});
	}

	/** Saved, but not published. */
	long draft(String slug, EntryType type, String title, String category, Map<String, String> fields, String body) {
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			long categoryId = this.categories.find(category).orElseThrow().id();
			return this.publishing.begin(type,
					new EntryText(title, "Tóm tắt: " + title, body, categoryId, fields, "Lan"), "thử");
		});
	}

	/** Opens an account; its password is {@link TestPortal#PASSWORD}. */
	String person(Role role, String slug) {
		return this.portal.login(role, this.portal.site(slug)).username();
	}

	/** Somebody who may publish alone. */
	String chief(String slug) {
		this.portal.letPublishAlone(this.portal.site(slug));
		return person(Role.CHIEF_EDITOR, slug);
	}

	/** Address of a picture the site has. */
	String pictureUrl(String slug) {
		return CurrentSite.call(this.portal.site(slug).id(),
				() -> this.pictures.add(jpeg(640, 480), "anh.jpg", "thử").url());
	}

	/** A picture that looks like something: sky above, field below. */
	static byte[] jpeg(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D drawing = image.createGraphics();
		drawing.setPaint(new GradientPaint(0, 0, new Color(0x9cc9e8), 0, height, new Color(0xd8b23a)));
		drawing.fillRect(0, 0, width, height);
		drawing.dispose();
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, "jpg", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
