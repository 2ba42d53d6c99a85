package vn.conglang;

import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.TestPropertySource;

/**
 * Tests on one portal run one after the other, those on different portals side by side.
 * Portals differ by name.
 */
class OnePortalAtATime implements ResourceLocksProvider {

	private static final String NAME = "spring.application.name=";

	@Override
	public Set<Lock> provideForClass(Class<?> testClass) {
		String name = MergedAnnotations.from(testClass, SearchStrategy.TYPE_HIERARCHY)
			.stream(TestPropertySource.class)
			.flatMap((source) -> Arrays.stream(source.getStringArray("properties")))
			.filter((property) -> property.startsWith(NAME))
			.findFirst()
			.orElse(NAME + "cong-lang");
		return Set.of(new Lock(name));
	}

}
