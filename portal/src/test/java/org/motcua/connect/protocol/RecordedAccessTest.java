package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.testing.Citizens;

/** Whoever's data a client is told reads later that it was. */
class RecordedAccessTest extends ProtocolTest {

  private AgencySystem agency;
  private SignedOn mai;
  private SignedOn hung;

  @BeforeEach
  void signIn() {
    agency = agencies.system().thatRefreshes().registered(wire);
    mai = agency.signsIn(mai());
    hung = agency.signsIn(hung());
    assertThat(looksAt(Citizens.mai().id())).as("signing in alone is no look").isZero();
    nextHour();
  }

  @Test
  void aLookAtEachPersonIsRecordedOnceAnHour() {
    var token = AgencySystem.tokens(agency.refreshes(mai.refresh()));
    agency.person(token.getAccessToken());
    agency.person(token.getAccessToken());
    assertThat(looksAt(Citizens.mai().id())).isEqualTo(1);
    nextHour();
    agency.person(AgencySystem.tokens(agency.refreshes(token.getRefreshToken())).getAccessToken());
    assertThat(looksAt(Citizens.mai().id())).isEqualTo(2);
  }

  @Test
  void aLookAtOnePersonDoesNotHideThatAtAnother() {
    agency.person(AgencySystem.tokens(agency.refreshes(mai.refresh())).getAccessToken());
    agency.person(AgencySystem.tokens(agency.refreshes(hung.refresh())).getAccessToken());
    assertThat(looksAt(Citizens.mai().id())).isEqualTo(1);
    assertThat(looksAt(Citizens.hung().id())).isEqualTo(1);
  }

  @Test
  void aQuestionThatIsRefusedIsNoLook() {
    assertThat(agency.asksWho(mai.access()).getStatusCode()).isEqualTo(401);
    assertThat(looksAt(Citizens.mai().id())).isZero();
  }

  private int looksAt(AccountId account) {
    return jdbc.sql(
            """
            select count(*) from identity.data_access
            where account_id = :account and viewer = :viewer
            """)
        .param("account", account.value())
        .param("viewer", "client:" + agency.id())
        .query(Integer.class)
        .single();
  }

  /** Well within it, so that no test lies on both sides of an hour. */
  private void nextHour() {
    var now = clock.instant();
    var next = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(80));
    clock.advance(Duration.between(now, next));
  }
}
