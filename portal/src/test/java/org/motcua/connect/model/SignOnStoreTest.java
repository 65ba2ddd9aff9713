package org.motcua.connect.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;
import org.motcua.platform.ids.NewId;
import org.motcua.testing.AtOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
class SignOnStoreTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private static final ClientId CLIENT = new ClientId("a-portal-of-this-test");

  private final AccountId person = new AccountId(UUID.randomUUID());

  @Autowired SignOnStore signOns;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void clean() {
    jdbc.sql("delete from connect.sign_on where client_id = :client")
        .param("client", CLIENT.value())
        .update();
  }

  @Test
  void whatIsKeptComesBack() {
    var signOn = begun("a session");
    assertThat(signOns.find(signOn.id())).get().isEqualTo(signOn);
  }

  @Test
  void ofTwoWhoBringTheSameCodeOneGetsTokens() {
    var signOn = begun("a session");
    var used =
        AtOnce.both(
            () -> signOns.useCode(signOn.id(), NOW), () -> signOns.useCode(signOn.id(), NOW));
    assertThat(used).containsOnlyOnce(true);
  }

  @Test
  void ofTwoWhoRefreshAtOnceOneGoesOnToTheNextGeneration() {
    var signOn = begun("a session");
    signOns.useCode(signOn.id(), NOW);
    var refreshed =
        AtOnce.both(
            () -> signOns.refresh(signOn.id(), 0, CLIENT, NOW),
            () -> signOns.refresh(signOn.id(), 0, CLIENT, NOW));
    assertThat(refreshed).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(signOns.find(signOn.id()).orElseThrow().generation()).isEqualTo(1);
  }

  @Test
  void anEndedOneIsNeitherExchangedNorRefreshedNorEndedAgain() {
    var signOn = begun("a session");
    assertThat(signOns.end(signOn.id(), NOW)).isTrue();
    assertThat(signOns.end(signOn.id(), NOW)).isFalse();
    assertThat(signOns.useCode(signOn.id(), NOW)).isFalse();
    assertThat(signOns.refresh(signOn.id(), 0, CLIENT, NOW)).isEmpty();
    assertThat(signOns.find(signOn.id()).orElseThrow().live(NOW)).isFalse();
  }

  @Test
  void aSessionsEndTakesItsOwnAndNoOthers() {
    var here = begun("here");
    var alsoHere = begun("here");
    var elsewhere = begun("elsewhere");
    assertThat(signOns.endOfSession("here", NOW))
        .extracting(SignOn::id)
        .containsExactlyInAnyOrder(here.id(), alsoHere.id());
    assertThat(signOns.find(elsewhere.id()).orElseThrow().endedAt()).isNull();
  }

  @Test
  void aClientsAreEndedInPiecesEachOnce() {
    var all = IntStream.range(0, 5).mapToObj(n -> begun("session " + n).id()).toList();
    signOns.end(all.get(1), NOW);
    var first = ids(signOns.endOfClient(CLIENT, null, 3, NOW));
    assertThat(first).containsExactly(all.get(0), all.get(2), all.get(3));
    assertThat(ids(signOns.endOfClient(CLIENT, first.getLast(), 3, NOW)))
        .containsExactly(all.get(4));
    assertThat(signOns.endOfClient(CLIENT, all.get(4), 3, NOW)).isEmpty();
    assertThat(signOns.endOfClient(CLIENT, null, 3, NOW)).isEmpty();
  }

  private static List<UUID> ids(List<SignOn> signOns) {
    return signOns.stream().map(SignOn::id).toList();
  }

  @Test
  void aPersonSeesWhereHeIsSignedOnWhenTheCodeWasExchanged() {
    var first = begun("here");
    var second = begun("here");
    begun("never exchanged");
    List.of(first, second).forEach(it -> signOns.useCode(it.id(), NOW));
    assertThat(signOns.listLive(person, NOW))
        .extracting(SignOn::id)
        .containsExactly(second.id(), first.id());
    assertThat(signOns.listLive(person, NOW.plus(SignOn.LIFE))).isEmpty();
  }

  @Test
  void whatIsOverIsClearedAwayInPieces() {
    for (var i = 0; i < 5; i++) signOns.end(begun("dead").id(), NOW);
    var live = begun("live");
    var later = NOW.plus(Duration.ofHours(1));
    assertThat(removed(later, 3)).isEqualTo(3);
    assertThat(removed(later, 3)).isEqualTo(2);
    assertThat(signOns.find(live.id())).isPresent();
  }

  @Test
  void aCodeThatNobodyExchangedIsClearedAwaySoonAndNothingElse() {
    var used = begun("used");
    signOns.useCode(used.id(), NOW);
    var unused = begun("unused");
    signOns.removeUnused(NOW.minusSeconds(600), NOW.minusSeconds(300));
    assertThat(signOns.find(unused.id())).isPresent();
    signOns.removeUnused(NOW.minusSeconds(1), NOW.plusSeconds(60));
    assertThat(signOns.find(unused.id())).isEmpty();
    assertThat(signOns.find(used.id())).isPresent();
  }

  /** Other tests may have left something dead behind, too: theirs is cleared first. */
  private int removed(Instant time, int limit) {
    var before = count();
    while (true) {
      var removed = signOns.removeExpired(time, limit);
      var gone = before - count();
      if (gone > 0 || removed < limit) return gone;
    }
  }

  private int count() {
    return jdbc.sql("select count(*) from connect.sign_on where client_id = :client")
        .param("client", CLIENT.value())
        .query(Integer.class)
        .single();
  }

  private SignOn begun(String session) {
    var signOn =
        new SignOn(
            NewId.next(),
            CLIENT,
            person,
            null,
            null,
            session,
            "sid",
            "LoA2",
            NOW,
            new SignOn.Request(
                Set.of("openid", "email"), "https://a.example/back", "n", null, "{}"),
            NOW,
            null,
            0,
            null,
            null,
            NOW.plus(SignOn.LIFE));
    signOns.add(signOn);
    return signOn;
  }
}
