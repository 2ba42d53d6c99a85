package vn.conglang.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;

/**
 * Keeps bytes in a bucket of Amazon S3, or of one of the many servers that speak its
 * language. An object is there only once all of it has arrived.
 */
class S3Store implements MediaStore, AutoCloseable {

	private final S3Client client;

	private final String bucket;

	S3Store(URI endpoint, String region, String bucket, String accessKey, String secretKey) {
		this.bucket = bucket;
		this.client = S3Client.builder()
			.endpointOverride(endpoint)
			.region(Region.of(region))
			.forcePathStyle(true)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
			// other servers than Amazon's do not all know the newer checksums
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(Duration.ofSeconds(5))
				.socketTimeout(Duration.ofSeconds(30)))
			.build();
	}

	@Override
	public boolean put(String key, byte[] content) throws IOException {
		try {
			if (length(key) != null) {
				return false;
			}
			this.client.putObject((request) -> request.bucket(this.bucket).key(key), RequestBody.fromBytes(content));
			return true;
		}
		catch (SdkException ex) {
			throw new IOException("The bucket does not take " + key, ex);
		}
	}

	@Override
	public Optional<Resource> get(String key) throws IOException {
		try {
			return Optional.ofNullable(length(key)).map((length) -> new S3Object(key, length));
		}
		catch (SdkException ex) {
			throw new IOException("The bucket does not give " + key, ex);
		}
	}

	@Override
	public void remove(String key) throws IOException {
		try {
			this.client.deleteObject((request) -> request.bucket(this.bucket).key(key));
		}
		catch (SdkException ex) {
			throw new IOException("The bucket does not remove " + key, ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

	private @Nullable Long length(String key) {
		try {
			return this.client.headObject((request) -> request.bucket(this.bucket).key(key)).contentLength();
		}
		catch (NoSuchKeyException ex) {
			return null;
		}
	}

	/** An object that is read when it is sent. */
	private final class S3Object extends AbstractResource {

		private final String key;

		private final long length;

		S3Object(String key, long length) {
			this.key = key;
			this.length = length;
		}

		@Override
		public String getDescription() {
			return this.key;
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public long contentLength() {
			return this.length;
		}

		@Override
		public InputStream getInputStream() throws IOException {
			try {
				return S3Store.this.client.getObject((request) -> request.bucket(S3Store.this.bucket).key(this.key));
			}
			catch (SdkException ex) {
				throw new IOException("The bucket does not give " + this.key, ex);
			}
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof S3Object object && object.key.equals(this.key);
		}

		@Override
		public int hashCode() {
			return this.key.hashCode();
		}

	}

}
