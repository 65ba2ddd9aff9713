package org.motcua.payments.gateway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealTest {

  private static final String SECRET = "secret";

  @Test
  void aConfirmationIsSealedInTheOrderOfTheContract() {
    var values =
        Map.ofEntries(
            Map.entry("ThongTinGiaoDich", "Lệ phí"),
            Map.entry("ThoiGianGD", "20261123094500"),
            Map.entry("MaNganHang", "970436"),
            Map.entry("MaGiaoDich", "42"),
            Map.entry("MaTienTe", "VND"),
            Map.entry("SoTien", "135000"),
            Map.entry("MaThamChieu", "MC0123456789AB"),
            Map.entry("MaDoiTac", "MOTCUA"),
            Map.entry("MaLoi", "00"),
            Map.entry("LoaiBanTin", "CONFIRM"));
    assertThat(Seal.CONFIRMATION.text(values, SECRET))
        .isEqualTo(
            "CONFIRM|00|MOTCUA|MC0123456789AB|135000|VND|42|970436|20261123094500|Lệ phí|secret");
  }

  @Test
  void aQuestionIsSealedInTheOrderOfTheContract() {
    assertThat(
            Seal.QUESTION.text(
                Map.of(
                    "ThoiGianGD",
                    "5",
                    "MaThamChieu",
                    "4",
                    "MaDoiTac",
                    "3",
                    "PhienBan",
                    "2",
                    "LoaiBanTin",
                    "1"),
                SECRET))
        .isEqualTo("1|2|3|4|5|secret");
  }

  /** Whatever the values, and in whatever order they come. */
  @ParameterizedTest
  @EnumSource
  void everySealTakesItsFieldsInTheirOrder(Seal seal) {
    var random = new Random(seal.ordinal());
    for (var round = 0; round < 100; round++) {
      var values = new HashMap<String, String>();
      for (var field : seal.fields()) values.put(field, Long.toString(random.nextLong(), 36));
      var text =
          seal.fields().stream().map(values::get).collect(Collectors.joining("|")) + "|" + SECRET;
      assertThat(seal.text(values, SECRET)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatWasChangedBreaksIt(Seal seal) {
    var values = sealed(seal);
    assertThat(seal.isOn(values, SECRET)).isTrue();
    assertThat(seal.isOn(values, "another")).isFalse();
    for (var field : seal.fields()) {
      var changed = new HashMap<>(values);
      changed.merge(field, "x", String::concat);
      assertThat(seal.isOn(changed, SECRET)).as(field).isFalse();
      changed.remove(field);
      assertThat(seal.isOn(changed, SECRET)).as(field).isFalse();
    }
    var without = new HashMap<>(values);
    without.remove(Seal.FIELD);
    assertThat(seal.isOn(without, SECRET)).isFalse();
  }

  /** The end of one value moved into the next gives the same text. */
  @Test
  void valuesCannotBeCutDifferently() {
    var values = new HashMap<>(sealed(Seal.CONFIRMATION));
    values.put("ThoiGianGD", values.get("MaNganHang") + "|" + values.get("ThoiGianGD"));
    values.put("MaNganHang", values.get("MaGiaoDich"));
    values.put("MaGiaoDich", values.get("MaTienTe"));
    values.put("MaTienTe", values.get("SoTien"));
    var joined = new LinkedHashMap<>(values);
    joined.put(Seal.FIELD, Seal.CONFIRMATION.of(joined, SECRET));
    assertThat(Seal.CONFIRMATION.isOn(joined, SECRET)).isFalse();
  }

  @Test
  void hexadecimalInCapitalsIsTheSame() {
    var values = new HashMap<>(sealed(Seal.CONFIRMATION));
    values.computeIfPresent(Seal.FIELD, (field, seal) -> seal.toUpperCase(Locale.ROOT));
    assertThat(Seal.CONFIRMATION.isOn(values, SECRET)).isTrue();
  }

  private static Map<String, String> sealed(Seal seal) {
    var values = new LinkedHashMap<String, String>();
    for (var field : seal.fields()) values.put(field, "of " + field);
    values.put(Seal.FIELD, seal.of(values, SECRET));
    return values;
  }
}
