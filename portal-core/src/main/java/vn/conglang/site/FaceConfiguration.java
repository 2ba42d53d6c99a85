package vn.conglang.site;

import java.lang.reflect.Method;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets the same path mean different pages on different faces. */
@Configuration(proxyBeanMethods = false)
class FaceConfiguration {

	@Bean
	WebMvcRegistrations faces(SiteAddresses addresses) {
		return new WebMvcRegistrations() {
			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new RequestMappingHandlerMapping() {
					@Override
					protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
						OnFace face = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(),
								OnFace.class);
						return (face != null) ? new FaceCondition(addresses, face.value()) : null;
					}
				};
			}
		};
	}

	/** Matches requests to one face. */
	private record FaceCondition(SiteAddresses addresses, Face face) implements RequestCondition<FaceCondition> {

		@Override
		public FaceCondition combine(FaceCondition other) {
			return other;
		}

		@Override
		public @Nullable FaceCondition getMatchingCondition(HttpServletRequest request) {
			return (this.addresses.destination(request).face() == this.face) ? this : null;
		}

		@Override
		public int compareTo(FaceCondition other, HttpServletRequest request) {
			return 0;
		}

	}

}
