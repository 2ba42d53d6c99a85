package vn.conglang.media;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the bytes lie: in a folder, or in a bucket where one is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreConfiguration.Bucket.class)
class StoreConfiguration {

	@Bean
	MediaStore mediaStore(@Value("${portal.var}") Path var, Bucket bucket) {
		return (bucket.bucket() != null && !bucket.bucket().isBlank()) ? new S3Store(bucket.endpoint(), bucket.region(),
				bucket.bucket(), bucket.accessKey(), bucket.secretKey()) : new FolderStore(var.resolve("media"));
	}

	/**
	 * A bucket of S3 or of a server that speaks like it.
	 *
	 * @param endpoint address of the server
	 * @param bucket name, which has to be there already; without it a folder is used
	 */
	@ConfigurationProperties("portal.media.s3")
	record Bucket(@DefaultValue("https://s3.amazonaws.com") URI endpoint, @DefaultValue("us-east-1") String region,
			@Nullable String bucket, @DefaultValue("") String accessKey, @DefaultValue("") String secretKey) {
	}

}
