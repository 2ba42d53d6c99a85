package vn.conglang.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Styles and scripts of the newsroom, below {@code /quan-tri/}. */
@Configuration(proxyBeanMethods = false)
class NewsroomResources implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		// asked for again each time, and answered with 304 while unchanged
		registry.addResourceHandler("/quan-tri/**")
			.addResourceLocations("classpath:/static/newsroom/")
			.setCacheControl(CacheControl.noCache().cachePrivate());
	}

}
