package vn.conglang.site;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers the site of the request: on the public face the one that the host
 * name leads to, in the newsroom the one that {@code /bien-tap/<slug>} names, once it is
 * certain that the user may see it.
 */
@Configuration(proxyBeanMethods = false)
class SiteArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	private final SiteAddresses addresses;

	SiteArgument(SiteAddresses addresses) {
		this.addresses = addresses;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Site.class && parameter.getParameterAnnotations().length == 0;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
		if (servlet == null) {
			throw new IllegalStateException("No servlet request");
		}
		Site site = (servlet.getAttribute(Site.class.getName()) instanceof Site chosen) ? chosen
				: this.addresses.destination(servlet).site();
		if (site == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return site;
	}

}
