package org.motcua.documents.storing;

import java.nio.file.Path;
import org.motcua.documents.storing.S3BlobStore.S3Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where contents lie, and how that place is. */
@Configuration(proxyBeanMethods = false)
class Storage {

  /** Papers wait, all else goes on, at every node alike: no reason to take one from the others. */
  private static final Status DEGRADED =
      new Status("DEGRADED", "Papers cannot be kept or opened until the store answers");

  @Bean
  BlobStore blobStore(
      @Value("${motcua.data-folder}") Path data,
      @Value("${motcua.documents.s3.endpoint}") String endpoint,
      @Value("${motcua.documents.s3.bucket}") String bucket,
      @Value("${motcua.documents.s3.region}") String region,
      @Value("${motcua.documents.s3.access-key}") String accessKey,
      @Value("${motcua.documents.s3.secret-key}") String secretKey) {
    if (endpoint.isBlank()) return new FolderBlobStore(data);
    return new S3BlobStore(new S3Settings(endpoint, bucket, region, accessKey, secretKey));
  }

  @Bean
  HealthIndicator documentStoreHealthIndicator(BlobStore blobs) {
    return () -> health(blobs);
  }

  static Health health(BlobStore blobs) {
    var trouble = blobs.trouble();
    return trouble.isEmpty()
        ? Health.up().build()
        : Health.status(DEGRADED).withDetail("trouble", trouble).build();
  }
}
