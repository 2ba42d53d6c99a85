package vn.conglang.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers of the public face the site that the host name leads to. */
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
		Site site = (servlet != null) ? this.addresses.destination(servlet).site() : null;
		if (site == null) {
			throw new NotFoundException();
		}
		return site;
	}

}
