package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.keys.RotateKeys;
import org.motcua.connect.keys.SigningKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys are exchanged while people sign in; nobody notices. */
class KeyRotationTest extends ProtocolTest {

  private static final int ROTATIONS = 3;
  private static final int CALLS_BETWEEN = 30;

  /** Even where all is to be exchanged at once, every node is told before the new keys sign. */
  private static final Duration HEARD_BY_ALL = Duration.ofSeconds(15);

  @Autowired RotateKeys rotateKeys;
  @Autowired SigningKeys signingKeys;

  private final AtomicBoolean over = new AtomicBoolean();
  private final Semaphore calls = new Semaphore(0);

  /** Keys that are to sign in a future that has not come to other tests. */
  @AfterEach
  void signAsOfToday() {
    clock.reset();
    jdbc.sql("delete from connect.signing_key where signs_from > now()").update();
    rotateKeys.rotateNow("test");
    signingKeys.heard(List.of());
  }

  @Test
  void underLoadNoTokenBecomesInvalidAndNoRequestFails() throws Exception {
    var agency = agencies.system().thatRefreshes().registered(wire);
    var program = agencies.system().callingApis("dossiers.read").registered(wire);
    var ofMai = agency.signsIn(mai());
    var ofHung = agency.signsIn(hung());
    var before = kids(agency);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers =
          List.of(
              threads.submit(repeating(() -> checks(ofMai))),
              threads.submit(repeating(() -> checks(ofHung))),
              threads.submit(refreshing(agency.signsIn(mai()))),
              threads.submit(repeating(() -> fetches(program))),
              threads.submit(signingIn(agency)));
      for (var rotation = 0; rotation < ROTATIONS; rotation++) {
        awaitCalls();
        rotateKeys.rotateNow("test");
        awaitCalls();
        clock.advance(HEARD_BY_ALL);
      }
      awaitCalls();
      over.set(true);
      for (var worker : workers) worker.get();
    }
    assertThat(kids(agency)).containsAll(before).hasSizeGreaterThan(before.size());
    assertThat(ofMai.alive()).isTrue();
    agency.verified(ofMai.idToken(), ofMai.request());
  }

  private static void checks(SignedOn on) {
    if (!on.alive()) throw new AssertionError("A token became invalid");
  }

  private static void fetches(AgencySystem program) {
    var tokens = AgencySystem.tokens(program.asksForTokens(new ClientCredentialsGrant()));
    if (!program.introspects(tokens.getAccessToken()).isActive()) {
      throw new AssertionError("A fresh token is not active");
    }
  }

  private Callable<Void> refreshing(SignedOn on) {
    var latest = new ArrayList<>(List.of(on.refresh()));
    return repeating(
        () -> {
          var fresh = AgencySystem.tokens(on.agency().refreshes(latest.getLast()));
          latest.add(fresh.getRefreshToken());
          on.agency().person(fresh.getAccessToken());
        });
  }

  private Callable<Void> signingIn(AgencySystem agency) {
    var mai = mai();
    agency.signsIn(mai);
    return repeating(() -> agency.signsIn(mai, agency.request().prompt(Prompt.Type.NONE).build()));
  }

  private Callable<Void> repeating(Runnable call) {
    return () -> {
      try {
        while (!over.get()) {
          call.run();
          calls.release();
        }
        return null;
      } catch (Throwable failed) {
        calls.release(CALLS_BETWEEN * (2 * ROTATIONS + 1));
        throw failed;
      }
    };
  }

  private void awaitCalls() throws InterruptedException {
    calls.acquire(CALLS_BETWEEN);
  }

  @Test
  void aKeyIsPublishedADayBeforeItSignsAndADayAfterwards() {
    var agency = agencies.system().registered(wire);
    var program = agencies.system().callingApis("dossiers.read").registered(wire);
    rotateKeys.rotateNow("test");
    clock.advance(HEARD_BY_ALL);
    signingKeys.heard(List.of());
    var former = signedBy(program);

    clock.advance(Duration.ofDays(91));
    rotate();
    assertThat(signedBy(program))
        .as("the new one is shown, and does not sign yet")
        .isEqualTo(former);
    var shown = kids(agency);

    clock.advance(Duration.ofHours(25));
    rotate();
    var current = signedBy(program);
    assertThat(current).isNotEqualTo(former);
    assertThat(shown).as("it was known before it signed").contains(current);
    assertThat(kids(agency)).contains(former, current);

    clock.advance(Duration.ofHours(25));
    rotate();
    assertThat(kids(agency)).contains(current).doesNotContain(former);
    assertThat(signedBy(program)).isEqualTo(current);
  }

  private void rotate() {
    rotateKeys.rotateWhereDue();
    signingKeys.heard(List.of());
  }

  private static List<String> kids(AgencySystem agency) {
    return agency.keys().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private static String signedBy(AgencySystem program) {
    var tokens = AgencySystem.tokens(program.asksForTokens(new ClientCredentialsGrant()));
    try {
      return SignedJWT.parse(tokens.getAccessToken().getValue()).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
