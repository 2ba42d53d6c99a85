package vn.conglang.media;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the bytes lie. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	MediaStore mediaStore(@Value("${portal.var}") Path var) {
		return new FolderStore(var.resolve("media"));
	}

}
