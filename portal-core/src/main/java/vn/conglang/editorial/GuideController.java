package vn.conglang.editorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The guides for editorial boards and for those who watch over them, where they need
 * them. They are the very texts that lie in the repository's documents.
 */
@Controller
@OnFace(Face.NEWSROOM)
class GuideController {

	private static final String FOLDER = "guide/";

	private static final String PICTURES = "huong-dan/";

	private final String html = render(text("huong-dan-bien-tap.md"));

	private final String watching = render(text("huong-dan-theo-doi.md"));

	@GetMapping("/huong-dan")
	String guide(Model model) {
		model.addAttribute("guide", this.html);
		return "editorial/guide";
	}

	@GetMapping("/huong-dan/theo-doi")
	String watching(Model model) {
		model.addAttribute("guide", this.watching);
		return "editorial/guide";
	}

	@GetMapping("/huong-dan/{picture}")
	ResponseEntity<Resource> picture(@PathVariable String picture) {
		Resource resource = new ClassPathResource(FOLDER + PICTURES + picture);
		if (!picture.matches("[a-z0-9-]+\\.(png|jpg|webp)") || !resource.exists()) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("image/" + picture.replaceFirst(".*\\.", "").replace("jpg", "jpeg")))
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
			.body(resource);
	}

	private static String text(String name) {
		try {
			return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String render(String markdown) {
		List<Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
		Node document = Parser.builder().extensions(extensions).build().parse(markdown);
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Image image) {
				image.setDestination("/" + image.getDestination());
				visitChildren(image);
			}

		});
		return HtmlRenderer.builder()
			.extensions(extensions)
			.escapeHtml(true)
			.build()
			.render(document)
			.replace("<table>", "<div class=\"scroll\"><table>")
			.replace("</table>", "</table></div>");
	}

	/** Where the guide is found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 100;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.of(new NavigationItem.Place("editorial.guide", "/huong-dan", "guide"));
		}

	}

}
