package org.motcua.dossiers.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSmallNumberIsNotTold(long small) {
    assertThat(Told.of(small)).isEqualTo(new Told(null, 5, false));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 6, 1_000_000})
  void othersAre(long number) {
    assertThat(Told.of(number)).isEqualTo(new Told(number, null, false));
  }

  @Test
  void aSumDoesNotTellTheOnePartThatIsNotTold() {
    assertThat(sum(7, 9)).isEqualTo(new Told(16L, null, false));
    assertThat(sum(7, 3)).isEqualTo(new Told(7L, null, true));
    assertThat(sum(7, 0)).isEqualTo(new Told(7L, null, false));
    assertThat(sum(2)).isEqualTo(new Told(null, 5, false));
    assertThat(sum()).isEqualTo(new Told(0L, null, false));
  }

  private static Told sum(long... parts) {
    return Told.sum(LongStream.of(parts).mapToObj(Told::of).toList());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "3, 5", "7, 5", "8, 10", "100, 100"})
  void picturesShowFives(long number, long shown) {
    assertThat(Told.rounded(number)).isEqualTo(shown);
    assertThat(List.of(shown)).allMatch(it -> it % 5 == 0);
  }
}
