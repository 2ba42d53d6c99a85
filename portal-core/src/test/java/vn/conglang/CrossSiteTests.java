package vn.conglang;

import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteOwned;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every address of the newsroom and every repository as a member of another site.
 */
@PortalTest
class CrossSiteTests {

	private static final String SECRET = "Chuyện riêng của Kiến An";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private EntityManager entities;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private long entry;

	@SuppressWarnings("NullAway.Init")
	private Site own;

	@SuppressWarnings("NullAway.Init")
	private Site foreign;

	@BeforeEach
	void twoSites() {
		this.own = this.portal.site("kien-thanh");
		this.foreign = this.portal.site("kien-an");
		this.entry = CurrentSite.call(this.foreign.id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(vn.conglang.content.EntryType.ARTICLE,
					new EntryText(SECRET, "", "<p>Riêng</p>", this.categories.all().getFirst().id(), Map.of(), ""),
					"Ai đó");
			this.publishing.publish(id);
			return id;
		});
	}

	@Test
	void noAddressOfTheNewsroomShowsAnotherSitesContent() {
		TestPortal.Desk desk = this.portal.login(Role.CHIEF_EDITOR, this.own);
		List<String> walked = new ArrayList<>();
		this.mappings.getHandlerMethods().forEach((mapping, handler) -> {
			OnFace face = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OnFace.class);
			if (face != null && face.value() == Face.NEWSROOM) {
				for (String pattern : mapping.getPatternValues()) {
					// the other site's address, and the own site's address with the
					// other's entry
					for (String site : Set.of("kien-an", "kien-thanh")) {
						walk(desk, mapping, pattern.replace("{site}", site), walked);
					}
				}
			}
		});
		assertThat(walked).hasSizeGreaterThan(20);
		assertThat(this.portal.get("kien-an.localhost", "/").body()).as("still published").contains(SECRET);
	}

	private void walk(TestPortal.Desk desk, RequestMappingInfo mapping, String pattern, List<String> walked) {
		String path = pattern.replace("{id}", "" + this.entry)
			.replace("{username}", "admin")
			.replace("{hash}", "0123456789abcdef0123456789abcdef")
			.replace("{name}", "a.jpg")
			.replace("{token}", "1-0123456789abcdef0123456789abcdef")
			.replaceAll("\\{[a-z]+}", "1");
		boolean foreign = path.contains("kien-an");
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		if (methods.contains(RequestMethod.GET)) {
			HttpResponse<String> page = desk.get(path);
			assertThat(page.body()).as("GET " + path).doesNotContain(SECRET);
			if (foreign) {
				assertThat(page.statusCode()).as("GET " + path).isEqualTo(404);
			}
		}
		else {
			HttpResponse<String> answer = desk.post(path,
					Map.of("title", "Chiếm", "loai", "article", "base", "1", "viec", "xuat-ban", "bodyHtml", "x",
							"role", "OPERATOR", "scope", "province", "scopeId", "1", "mo", "false", "password",
							"0123456789"));
			assertThat(answer.body()).as("POST " + path).doesNotContain(SECRET);
			if (foreign) {
				assertThat(answer.statusCode()).as("POST " + path).isEqualTo(404);
			}
		}
		walked.add(path);
	}

	@Test
	void noRepositoryReturnsAnotherSitesRows() {
		List<String> walked = new ArrayList<>();
		for (Repository<?, ?> repository : this.context.getBeansOfType(Repository.class).values()) {
			for (Class<?> type : repository.getClass().getInterfaces()) {
				if (Repository.class.isAssignableFrom(type) && isSiteOwned(type)) {
					for (Method method : type.getDeclaredMethods()) {
						if (!List.of("save", "flush").contains(method.getName())) {
							walked.add(type.getSimpleName() + "." + method.getName());
							assertThat(callInEmptySite(repository, method)).as(walked.getLast())
								.isIn("null", "false", "0", "Optional.empty", "[]");
						}
					}
				}
			}
		}
		assertThat(walked).hasSizeGreaterThan(6);
	}

	@Test
	void noEntityOfAnotherSiteIsFoundByItsIdentityOrByAQueryWithoutFilter() {
		for (EntityType<?> entity : this.entities.getMetamodel().getEntities()) {
			if (SiteOwned.class.isAssignableFrom(entity.getJavaType())) {
				long seen = CurrentSite
					.call(this.own.id(),
							() -> Objects.requireNonNull(
									this.transaction.execute(
											(status) -> this.entities
												.createQuery(
														"select count(*) from " + entity.getName()
																+ " e where e.siteId = " + this.foreign.id(),
														Long.class)
												.getSingleResult())));
				assertThat(seen).as(entity.getName()).isZero();
			}
		}
	}

	private static boolean isSiteOwned(Class<?> repository) {
		Class<?> entity = AbstractRepositoryMetadata.getMetadata(repository).getDomainType();
		return SiteOwned.class.isAssignableFrom(entity);
	}

	/** What comes back in a site in which nothing was ever written. */
	private String callInEmptySite(Repository<?, ?> repository, Method method) {
		StringBuilder answer = new StringBuilder();
		CurrentSite.run(this.portal.site("phu-an").id(), () -> this.transaction.executeWithoutResult((status) -> {
			method.setAccessible(true);
			answer.append(ReflectionUtils.invokeMethod(method, repository,
					Arrays.stream(method.getParameterTypes()).map(this::argument).toArray()));
		}));
		return answer.toString();
	}

	private Object argument(Class<?> type) {
		if (type == long.class || type == Long.class) {
			return this.entry;
		}
		if (type == int.class) {
			return 1;
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (type == Limit.class) {
			return Limit.of(10);
		}
		if (type == Instant.class) {
			return Instant.EPOCH;
		}
		return "chuyen-rieng-cua-kien-an";
	}

}
