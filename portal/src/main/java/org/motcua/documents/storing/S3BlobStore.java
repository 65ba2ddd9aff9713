package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.motcua.documents.storing.StoreTrouble.StoreAway;
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

/**
 * Files in a bucket of a store that speaks S3, under the names that they would have in a folder, so
 * that a folder can be copied there as it is. What is in them it cannot read: they come sealed.
 */
final class S3BlobStore implements BlobStore, AutoCloseable {

  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final Duration BETWEEN_BYTES = Duration.ofSeconds(20);
  private static final Duration TO_ANSWER = Duration.ofMinutes(1);

  private final S3Client s3;
  private final String bucket;

  S3BlobStore(S3Settings settings) {
    this.bucket = settings.bucket();
    this.s3 =
        S3Client.builder()
            .endpointOverride(URI.create(settings.endpoint()))
            .region(Region.of(settings.region()))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            // Stores of other makers do not all know the newer sums; ours are within the seal.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(TO_CONNECT)
                    .socketTimeout(BETWEEN_BYTES))
            .overrideConfiguration(limits -> limits.apiCallTimeout(TO_ANSWER))
            .build();
  }

  @Override
  public void put(String place, Path file) throws IOException {
    ask(
        () ->
            s3.putObject(
                request -> request.bucket(bucket).key(key(place)), RequestBody.fromFile(file)));
  }

  @Override
  public InputStream open(String place) throws IOException {
    try {
      return ask(() -> s3.getObject(request -> request.bucket(bucket).key(key(place))));
    } catch (StoreAway e) {
      if (e.getCause() instanceof NoSuchKeyException) throw new NoSuchFileException(place);
      throw e;
    }
  }

  @Override
  public void remove(String place) throws IOException {
    ask(() -> s3.deleteObject(request -> request.bucket(bucket).key(key(place))));
  }

  @Override
  public String trouble() {
    try {
      ask(() -> s3.headBucket(request -> request.bucket(bucket)));
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getCause());
    }
  }

  @Override
  public void close() {
    s3.close();
  }

  private static <T> T ask(Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (SdkException e) {
      throw new StoreAway(e);
    }
  }

  private static String key(String place) {
    return place.substring(0, 2) + "/" + place.substring(2, 4) + "/" + place;
  }

  /** Where the bucket is, and as whom one comes. */
  record S3Settings(
      String endpoint, String bucket, String region, String accessKey, String secretKey) {

    S3Settings {
      if (bucket.isBlank() || accessKey.isBlank() || secretKey.isBlank()) {
        throw new IllegalArgumentException(
            "motcua.documents.s3.endpoint is given, so bucket, access-key and secret-key must be,"
                + " too");
      }
    }
  }
}
