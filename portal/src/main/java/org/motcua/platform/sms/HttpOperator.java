package org.motcua.platform.sms;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.motcua.platform.outgoing.Carrier.Handed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator, or a small program before one, that is spoken to by HTTP. He knows a message that
 * comes twice by its id, and tells nothing of its arrival.
 */
@Component
@ConditionalOnProperty(name = "motcua.sms.operator", havingValue = "http")
class HttpOperator implements SmsOperator, AutoCloseable {

  private static final Timeout CONNECTING = Timeout.ofSeconds(3);
  private static final Timeout ANSWERING = Timeout.ofSeconds(10);

  /** Afterwards the operator may have hung up. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(1);

  private static final int AT_ONCE = 16;

  private final CloseableHttpClient http;
  private final JsonMapper json;
  private final URI address;

  HttpOperator(JsonMapper json, @Value("${motcua.sms.url}") URI address) {
    this.json = json;
    this.address = address;
    this.http =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECTING)
                            .setValidateAfterInactivity(IDLE)
                            .build())
                    .setMaxConnTotal(AT_ONCE)
                    .setMaxConnPerRoute(AT_ONCE)
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(ANSWERING).build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Handed take(Sms sms, boolean urgent) {
    var request = new HttpPost(address);
    request.setEntity(new StringEntity(json.writeValueAsString(sms), ContentType.APPLICATION_JSON));
    try {
      return http.execute(request, HttpOperator::answer);
    } catch (IOException e) {
      return new Handed.Unavailable("no answer from " + address + ": " + e);
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  private static Handed answer(ClassicHttpResponse response) {
    var status = response.getCode();
    var why = "the operator answered " + status;
    return switch (status) {
      case 400, 409, 413, 422 -> new Handed.Refused(why);
      case 429, 502, 503, 504 -> new Handed.Unavailable(why);
      default -> {
        if (status / 100 != 2) yield new Handed.NotNow(why);
        // A proxy's page about itself says that all is well, too.
        yield isPage(response)
            ? new Handed.Unavailable("a web page answered instead of the operator")
            : new Handed.Taken();
      }
    };
  }

  private static boolean isPage(ClassicHttpResponse response) {
    var type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.getValue().startsWith("text/html");
  }
}
