package org.motcua.identity.passkeys;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The portal as passkeys know it: by its host, and by the address its pages come from. */
@Component
class RelyingParty {

  static final String NAME = "Một Cửa";

  private final URI address;
  private final Environment environment;

  RelyingParty(@Value("${motcua.public-url}") URI address, Environment environment) {
    this.address = address;
    this.environment = environment;
  }

  String id() {
    return address.getHost();
  }

  /** What an answer to this challenge must have been made for. */
  ServerProperty expecting(byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(origin()))
        .rpId(id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private String origin() {
    var origin = address.getScheme() + "://" + address.getHost();
    var port = port();
    return port < 0 ? origin : origin + ":" + port;
  }

  /** Who asks for any free port learns which one it is when the portal listens. */
  private int port() {
    return address.getPort() == 0
        ? environment.getRequiredProperty("local.server.port", Integer.class)
        : address.getPort();
  }
}
