package org.motcua.platform.calling;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls agencies' systems: for their keys, and to tell them of what happens. Whoever registers a
 * system decides where that leads, so the portal goes only where {@link CalledAddresses} lets it,
 * follows no redirect, and neither waits long nor reads much.
 */
@Component
public class ClientCalls implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST = 64 * 1024;
  private static final int BEGINNING = 2 * 1024;
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_HEADERS = 100;

  /** One that is slow shall not keep the others waiting. */
  private static final int CONNECTIONS = 200;

  private static final int CONNECTIONS_TO_ONE = 10;

  private final CalledAddresses addresses;
  private final Duration patience;
  private final CloseableHttpClient http;

  public record Answer(int status, String body) {}

  @Autowired
  ClientCalls(CalledAddresses addresses) {
    this(addresses, PATIENCE);
  }

  ClientCalls(CalledAddresses addresses, Duration patience) {
    this.addresses = addresses;
    this.patience = patience;
    this.http =
        HttpClientBuilder.create()
            .setConnectionManager(connections(addresses, patience))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.of(patience))
                    .setResponseTimeout(Timeout.of(patience))
                    .build())
            .setUserAgent("Mot-Cua")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      CalledAddresses addresses, Duration patience) {
    var limits =
        Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(addresses)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        // Asked anew for each connection, so that a new list of authorities needs no restart.
        .setTlsSocketStrategy(
            (socket, target, port, attachment, context) ->
                DefaultClientTlsStrategy.createDefault()
                    .upgrade(socket, target, port, attachment, context))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(patience))
                .setSocketTimeout(Timeout.of(patience))
                .build())
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
        .build();
  }

  public Answer get(URI address) throws IOException {
    return send(address, new HttpGet(address), ClientCalls::read);
  }

  /** A form of one field. */
  public Answer post(URI address, String name, String value) throws IOException {
    var request = new HttpPost(address);
    request.setEntity(
        new UrlEncodedFormEntity(
            List.of(new BasicNameValuePair(name, value)), StandardCharsets.UTF_8));
    return send(address, request, ClientCalls::read);
  }

  /** JSON; of an answer that is long, the beginning alone is read. */
  public Answer post(URI address, String json, Map<String, String> headers) throws IOException {
    var request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    return send(address, request, ClientCalls::readBeginning);
  }

  /** All of it has to be done in time; an answer that comes drop by drop is none. */
  private Answer send(
      URI address, HttpUriRequestBase request, HttpClientResponseHandler<Answer> reader)
      throws IOException {
    addresses.check(address);
    var inTime =
        CompletableFuture.runAsync(
            request::cancel,
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return http.execute(request, reader);
    } finally {
      inTime.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    return new Answer(response.getCode(), body(response));
  }

  private static Answer readBeginning(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    var beginning = entity == null ? new byte[0] : entity.getContent().readNBytes(BEGINNING);
    return new Answer(response.getCode(), new String(beginning, StandardCharsets.UTF_8));
  }

  private static String body(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    if (entity == null) return "";
    var body = entity.getContent().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) throw new IOException("The answer is longer than " + LARGEST);
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
