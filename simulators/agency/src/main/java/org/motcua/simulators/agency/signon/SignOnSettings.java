package org.motcua.simulators.agency.signon;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this province is registered at the national portal.
 *
 * @param portal address of the national portal, and so the issuer of what it signs
 * @param publicUrl the province's own address, as people and the portal know it
 * @param pkce whether requests are bound to their answers by a proof of key (RFC 7636)
 * @param secretInBody whether the secret goes in the body, as was usual in 2020, or in the header
 * @param patience how long an answer of the portal may take
 */
@ConfigurationProperties("agency")
record SignOnSettings(
    URI portal,
    URI publicUrl,
    String clientId,
    String secret,
    boolean pkce,
    boolean secretInBody,
    Duration patience) {

  String portalAddress() {
    return withoutSlash(portal);
  }

  String address() {
    return withoutSlash(publicUrl);
  }

  private static String withoutSlash(URI address) {
    var text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
