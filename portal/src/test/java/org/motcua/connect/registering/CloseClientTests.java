package org.motcua.connect.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWT;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.TestSites;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.protocol.BackChannel;
import org.motcua.testing.Citizens;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** What becomes of those who are signed on at a system when it is closed. */
@SpringBootTest
@AutoConfigureMockMvc
class CloseClientTests {

  @Autowired CloseClient closeClient;
  @Autowired ClientStore clients;
  @Autowired KnownClients known;
  @Autowired SignOnStore signOns;

  private final BackChannel channel = new BackChannel();
  private TestSites sites;
  private Client site;

  @BeforeEach
  void open() {
    sites = new TestSites(clients, known, signOns);
    site = sites.openToldAt(channel.address());
  }

  @AfterEach
  void hangUp() {
    channel.close();
  }

  @Test
  void allAreSignedOutThereAndTheSystemIsToldOfEachSession() {
    var mai = sites.signOn(Citizens.mai().id(), site);
    var hung = sites.signOn(Citizens.hung().id(), site);
    var elsewhere = sites.signOn(Citizens.mai().id(), sites.open());
    assertThat(close()).isTrue();
    assertThat(List.of(sid(channel.awaitLogoutToken()), sid(channel.awaitLogoutToken())))
        .containsExactlyInAnyOrder(mai.sid(), hung.sid());
    assertThat(sites.isLive(mai)).isFalse();
    assertThat(sites.isLive(hung)).isFalse();
    assertThat(sites.isLive(elsewhere)).isTrue();
  }

  @Test
  void closingTwiceIsClosingOnce() {
    var mai = sites.signOn(Citizens.mai().id(), site);
    assertThat(close()).isTrue();
    assertThat(close()).isFalse();
    await().until(() -> !sites.isLive(mai));
    channel.awaitLogoutToken();
    assertThat(channel.isSilent()).isTrue();
  }

  private boolean close() {
    return closeClient.close(site.id(), Officers.haLongAdmin());
  }

  private static String sid(JWT token) {
    try {
      return token.getJWTClaimsSet().getStringClaim("sid");
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
