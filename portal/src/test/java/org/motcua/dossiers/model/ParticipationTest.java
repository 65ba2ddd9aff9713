package org.motcua.dossiers.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.Participation.State;
import org.motcua.identity.AccountId;

class ParticipationTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
  private static final AccountId HUNG = new AccountId(UUID.randomUUID());
  private static final AccountId HOA = new AccountId(UUID.randomUUID());

  @Test
  void itWaitsThenIsJoinedUntilItsDate() {
    assertThat(invitation(null, null).state(NOW)).isEqualTo(State.WAITING);
    var joined = invitation(HUNG, null);
    assertThat(joined.state(UNTIL.minusNanos(1))).isEqualTo(State.JOINED);
    assertThat(joined.joins(HUNG, NOW)).isTrue();
    assertThat(joined.joins(HOA, NOW)).isFalse();
    assertThat(joined.state(UNTIL)).isEqualTo(State.EXPIRED);
    assertThat(joined.joins(HUNG, UNTIL)).isFalse();
    assertThat(joined.open(UNTIL)).isFalse();
  }

  @Test
  void itEndsForGood() {
    for (var how : Ending.values()) {
      var ended = invitation(HUNG, how);
      assertThat(ended.state(NOW)).isEqualTo(State.ENDED);
      assertThat(ended.joins(HUNG, NOW)).isFalse();
    }
  }

  @Test
  void somePartsAreThoseAndAllAreAlsoThoseToCome() {
    var some = Parts.of(List.of("child", Parts.PAPERS));
    assertThat(some.has("child")).isTrue();
    assertThat(some.has("mother")).isFalse();
    assertThat(some.hasPapers()).isTrue();
    assertThat(Parts.of(List.of("child")).hasPapers()).isFalse();
    assertThat(Parts.ALL.has("whatever")).isTrue();
    assertThat(Parts.ALL.hasPapers()).isTrue();
  }

  private static Participation invitation(@Nullable AccountId account, @Nullable Ending how) {
    return new Participation(
        ParticipationId.next(),
        DossierId.next(),
        new byte[] {1},
        "678",
        "Trần Văn Hùng",
        Parts.ALL,
        false,
        HOA,
        NOW,
        UNTIL,
        account,
        account == null ? null : NOW,
        how == null ? null : NOW,
        how);
  }
}
