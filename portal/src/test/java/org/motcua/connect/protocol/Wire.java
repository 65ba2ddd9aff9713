package org.motcua.connect.protocol;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The way to one node of the portal. Everybody speaks of the portal by its public address, as in
 * real life, where a balancer stands before the nodes; here the wire is the balancer.
 */
final class Wire implements HTTPRequestSender {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String portal;
  private final String node;

  /**
   * @param portal its public address, which is the issuer
   */
  Wire(String portal, int port) {
    this.portal = portal;
    this.node = "http://localhost:" + port;
  }

  /** The portal's address of this path. */
  URI portal(String path) {
    return URI.create(portal + path);
  }

  boolean isOfPortal(URI address) {
    return !address.isAbsolute() || startsWith(portal, address) || startsWith(node, address);
  }

  /** Never follows a redirect by itself. */
  HttpResponse<String> send(HttpRequest.Builder request, URI address) {
    try {
      return http.send(
          request.uri(atNode(address)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.build().method() + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** For the client library, which would otherwise open connections of its own. */
  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest wanted) throws IOException {
    var body = wanted.getBody() == null ? "" : wanted.getBody();
    var request =
        HttpRequest.newBuilder().method(wanted.getMethod().name(), BodyPublishers.ofString(body));
    wanted.getHeaderMap().forEach((name, values) -> values.forEach(it -> request.header(name, it)));
    var answer = send(request, wanted.getURI());
    var response = new HTTPResponse(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
    response.setBody(answer.body());
    return response;
  }

  private URI atNode(URI address) {
    if (!address.isAbsolute()) return URI.create(node + address);
    if (!startsWith(portal, address)) return address;
    return URI.create(node + address.toString().substring(portal.length()));
  }

  private static boolean startsWith(String origin, URI address) {
    var text = address.toString();
    return text.equals(origin) || text.startsWith(origin + "/") || text.startsWith(origin + "?");
  }
}
