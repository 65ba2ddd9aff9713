package org.motcua.platform.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Citizens;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class QuietSessionsTests {

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired SessionRepository<? extends Session> sessions;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @Test
  void lookingAtPagesWritesNothing() {
    var mai = signedIn();
    var before = versionOf(mai);
    for (var pages = 0; pages < 3; pages++) {
      assertThat(mai.opens("/my").page()).contains("Nguyễn Thị Mai");
    }
    assertThat(versionOf(mai)).isEqualTo(before);
  }

  @Test
  void thatOneIsStillThereIsNotedOnceAMinute() {
    var mai = signedIn();
    var before = versionOf(mai);
    jdbc.sql("update platform.session set last_access_time = last_access_time - 90000").update();
    mai.opens("/my");
    var noted = versionOf(mai);
    assertThat(noted).isNotEqualTo(before);
    mai.opens("/my");
    assertThat(versionOf(mai)).isEqualTo(noted);
  }

  @Test
  void whatASessionLearnsIsKeptAtOnce() {
    var stranger = new Visitor(mvc).opens("/my/inbox").follows();
    assertThat(stranger.signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE).location())
        .startsWith("/my/inbox");
    var gone = stranger.copy();
    stranger.follows().submits("/sign-out");
    assertThat(gone.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void afterTwelveHoursOneSignsInAnewHoweverBusyOneWas() {
    var mai = signedIn();
    jdbc.sql("update platform.session set creation_time = creation_time - 12 * 3600000").update();
    assertThat(mai.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void theTwelveHoursAreReckonedFromTheFirstOfSessionsThatGoOnFromOneAnother() {
    var early = Instant.now().minus(Duration.ofHours(12));
    assertThat(sessions.findById(goesOnFrom(early))).isNull();
    var later = Objects.requireNonNull(sessions.findById(goesOnFrom(early.plusSeconds(60))));
    assertThat(SessionBeginning.of(later).at()).isEqualTo(early.plusSeconds(60));
  }

  private String goesOnFrom(Instant beginning) {
    return goesOn(sessions, new SessionBeginning("the first", beginning));
  }

  private static <S extends Session> String goesOn(
      SessionRepository<S> sessions, SessionBeginning beginning) {
    var session = sessions.createSession();
    beginning.goesOnIn(session::setAttribute);
    sessions.save(session);
    return session.getId();
  }

  @Test
  void theNumberOfASessionIsTooLongToGuess() {
    assertThat(new LongSessionIds().generate())
        .hasSize(36)
        .isNotEqualTo(new LongSessionIds().generate());
  }

  private Visitor signedIn() {
    var mai = new Visitor(mvc).signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE);
    return mai.follows();
  }

  /** The row's version: PostgreSQL gives it a new one whenever it is written. */
  private String versionOf(Visitor visitor) {
    var id = new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.UTF_8);
    return jdbc.sql("select xmin::text from platform.session where session_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
