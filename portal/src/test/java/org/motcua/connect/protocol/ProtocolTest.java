package org.motcua.connect.protocol;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.motcua.connect.clients.ClientSecrets;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** The provider as agencies' systems and people's browsers meet it: over HTTP and from outside. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
abstract class ProtocolTest {

  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ClientStore clients;
  @Autowired ClientSecrets secrets;
  @Autowired KnownClients known;
  @Autowired SessionRepository<? extends Session> sessions;

  @Value("${motcua.public-url}")
  String issuer;

  @LocalServerPort int port;

  Wire wire;
  Agencies agencies;

  @BeforeEach
  void openTheWire() {
    wire = new Wire(issuer, port);
    agencies = new Agencies(clients, secrets, known, clock);
    jdbc.sql("delete from identity.failed_sign_in").update();
    jdbc.sql("delete from platform.rate_limit").update();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  /** Nguyễn Thị Mai, who has signed in already. */
  Surfer mai() {
    return signedIn(Surfer.mai(wire), Citizens.mai());
  }

  Surfer hung() {
    return signedIn(Surfer.hung(wire), Citizens.hung());
  }

  Surfer signedIn(Surfer surfer, CurrentUser user) {
    return new BrowserSessions<>(sessions).signsIn(surfer, user);
  }
}
