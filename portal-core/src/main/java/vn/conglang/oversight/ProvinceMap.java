package vn.conglang.oversight;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The province as a drawing: {@code map.svg} beside the files of the tenant
 * configuration, a {@code <path>} per site with the site's slug as its id, and one with
 * the id "borders" that parts the areas. Paths are made of {@code M}, {@code L}, {@code
 * l} and {@code z} with plain numbers, so that a map can be cut out around an area.
 * Without the file, or where it cannot be used, there is no map: its tables say the same.
 */
@Component
class ProvinceMap {

	private static final Logger log = LoggerFactory.getLogger(ProvinceMap.class);

	private static final String BORDERS = "borders";

	private static final Pattern PATH = Pattern.compile("[MLlz0-9 .,\\-]+");

	private static final Pattern PART = Pattern.compile("([MLlz])([^MLlz]*)");

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

	/** Room around what is cut out, as a part of its size. */
	private static final double MARGIN = 0.04;

	private final Map<String, Outline> outlines;

	private final String borders;

	ProvinceMap(@Value("${portal.tenant-config}") String location, ResourceLoader resources) {
		Map<String, Outline> read = new LinkedHashMap<>();
		Resource file = resources.getResource((location.endsWith("/") ? location : location + "/") + "map.svg");
		if (file.exists()) {
			try (InputStream content = file.getInputStream()) {
				read(content, read);
			}
			catch (IOException | XMLStreamException | IllegalArgumentException ex) {
				log.warn("{} cannot be used, so there is no map: {}", file, ex.getMessage());
				read.clear();
			}
		}
		Outline parting = read.remove(BORDERS);
		this.borders = (parting != null) ? parting.path() : "";
		this.outlines = Map.copyOf(read);
	}

	private static void read(InputStream content, Map<String, Outline> outlines) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XMLStreamReader svg = factory.createXMLStreamReader(content);
		while (svg.hasNext()) {
			if (svg.next() == XMLStreamReader.START_ELEMENT && svg.getLocalName().equals("path")) {
				String id = svg.getAttributeValue(null, "id");
				if (id != null) {
					outlines.put(id, Outline.of(svg.getAttributeValue(null, "d")));
				}
			}
		}
	}

	/** The outline of the site with this slug, if it is drawn. */
	Optional<Outline> outline(String slug) {
		return Optional.ofNullable(this.outlines.get(slug));
	}

	/** The slugs of all that is drawn. */
	Collection<String> slugs() {
		return this.outlines.keySet();
	}

	/** The lines between areas, as the data of a path; empty where none are drawn. */
	String borders() {
		return this.borders;
	}

	/** What an SVG shows that is cut out around some sites. */
	Box around(Collection<String> slugs) {
		Box box = null;
		for (String slug : slugs) {
			Outline outline = this.outlines.get(slug);
			if (outline != null) {
				box = (box != null) ? box.with(outline.box()) : outline.box();
			}
		}
		return (box != null) ? box.widened(MARGIN) : new Box(0, 0, 1, 1);
	}

	/**
	 * A site on the map.
	 *
	 * @param path data of an SVG path
	 */
	record Outline(String path, Box box) {

		static Outline of(@Nullable String path) {
			if (path == null || !PATH.matcher(path).matches()) {
				throw new IllegalArgumentException("a path is missing, or made of more than M, L, l and z: " + path);
			}
			double x = 0;
			double y = 0;
			Box box = null;
			Matcher parts = PART.matcher(path);
			while (parts.find()) {
				List<Double> numbers = numbers(parts.group(2));
				if (numbers.size() % 2 != 0) {
					throw new IllegalArgumentException("a point has one number only: " + path);
				}
				boolean relative = parts.group(1).equals("l");
				for (int i = 0; i < numbers.size(); i += 2) {
					x = numbers.get(i) + (relative ? x : 0);
					y = numbers.get(i + 1) + (relative ? y : 0);
					Box point = new Box(x, y, x, y);
					box = (box != null) ? box.with(point) : point;
				}
			}
			if (box == null) {
				throw new IllegalArgumentException("a path has no points: " + path);
			}
			return new Outline(path, box);
		}

		private static List<Double> numbers(String text) {
			List<Double> numbers = new ArrayList<>();
			Matcher number = NUMBER.matcher(text);
			while (number.find()) {
				numbers.add(Double.valueOf(number.group()));
			}
			return numbers;
		}

	}

	/** A rectangle in the units of the drawing. */
	record Box(double left, double top, double right, double bottom) {

		Box with(Box other) {
			return new Box(Math.min(this.left, other.left), Math.min(this.top, other.top),
					Math.max(this.right, other.right), Math.max(this.bottom, other.bottom));
		}

		Box widened(double part) {
			double more = Math.max(this.right - this.left, this.bottom - this.top) * part;
			return new Box(this.left - more, this.top - more, this.right + more, this.bottom + more);
		}

		double middle() {
			return (this.left + this.right) / 2;
		}

		double centre() {
			return (this.top + this.bottom) / 2;
		}

		double width() {
			return this.right - this.left;
		}

		/** As the attribute {@code viewBox}. */
		String view() {
			return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", this.left, this.top, this.right - this.left,
					this.bottom - this.top);
		}

	}

}
