package org.motcua.simulators.agency;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose portal this is and how it reaches the national one.
 *
 * @param code the province's code after QCVN 102
 * @param portal address of the national portal
 * @param clientId the name under which this program is registered there
 * @param secret the password that belongs to it
 * @param data folder for the copy of what was read
 * @param patience how long an answer may take
 * @param atOnce how many dossiers are asked for in one request
 * @param atMost how many dossiers the copy holds; what exceeds it is left to the national portal
 */
@ConfigurationProperties("agency")
public record AgencySettings(
    String code,
    URI portal,
    String clientId,
    String secret,
    Path data,
    Duration patience,
    int atOnce,
    int atMost) {

  @Override
  public String toString() {
    return "%s at %s as %s".formatted(code, portal, clientId);
  }
}
