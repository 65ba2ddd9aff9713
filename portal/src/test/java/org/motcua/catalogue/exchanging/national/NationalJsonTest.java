package org.motcua.catalogue.exchanging.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Fee;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.Procedure.TimeUnit;
import org.motcua.catalogue.exchanging.national.LineReading.Refused;
import org.motcua.catalogue.exchanging.national.LineReading.Understood;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NationalJsonTest {

  private static final JsonMapper json = new JsonMapper();

  @Test
  void everyRealEntryComesBackAsItWas() {
    for (var line : RealEntries.lines()) {
      assertThat(written(understood(line).text())).isEqualTo(json.readTree(line));
    }
  }

  @Test
  void anEntryThatWasKeptInTheDatabaseComesBackAsItWas() {
    for (var line : RealEntries.lines()) {
      var text = understood(line).text();
      var kept = json.readValue(json.writeValueAsString(text), Procedure.class);
      assertThat(kept).isEqualTo(text);
      assertThat(written(kept)).isEqualTo(json.readTree(line));
    }
  }

  @Test
  void wordsOfTheNationalListsAreUnderstood() {
    var text =
        understood(
                """
                {"MATTHC": "1.000001", "TENTTHC": "Một", "TRANGTHAI": 1,
                 "CAPTHUCHIEN": [{"CAPTHUCHIEN": "Cấp xã"}],
                 "DOITUONGTHUCHIEN": [{"TENDOITUONG": "Cán bộ"}, {"TENDOITUONG": "công chức"},
                   {"TENDOITUONG": "viên chức"}, {"TENDOITUONG": "Đảng viên"},
                   {"TENDOITUONG": "Doanh nghiệp Việt Nam"}],
                 "CACHTHUCTHUCHIEN": [{"KENH": 2, "THOIGIAN": [{"THOIGIANGIAIQUYET": "3",
                   "DONVITINH": "Ngày làm việc", "MOTA": "1Miễn phí", "PHILEPHI": []}]}]}
                """)
            .text();

    assertThat(text.levels()).containsExactly(Procedure.Level.COMMUNE);
    assertThat(text.audiences()).containsExactly(Audience.OFFICIAL, Audience.ENTERPRISE);
    assertThat(text.otherAudiences()).containsExactly("Đảng viên", "Doanh nghiệp Việt Nam");
    var channel = text.channels().getFirst();
    assertThat(channel.manner()).isEqualTo(Manner.ONLINE);
    var limit = channel.timeLimits().getFirst();
    assertThat(limit.amount()).isEqualTo(3);
    assertThat(limit.unit()).isEqualTo(TimeUnit.WORKING_DAYS);
    assertThat(limit.note()).isNull();
    assertThat(limit.fees()).containsExactly(new Fee(null, 0L, null));
  }

  @Test
  void faultsOfTheSourceAreMendedHereAndGivenBackThere() {
    var line =
        """
        {"MATTHC": "1.000001", "TENTTHC": "Một",
         "THANHPHANHOSO": [{"GIAYTO": [{"TENGIAYTO": "Mẫu ngày 31/12/", "SOBANCHINH": 20251,
           "SOBANSAO": 0}]}],
         "CANCUPHAPLY": [{"SOVANBAN": "54/2014/QH1354/2014/QH13", "TENVANBAN": "Luật"}]}
        """;
    var read = understood(line);

    assertThat(read.text().papers().getFirst().papers().getFirst().originals()).isEqualTo(1);
    assertThat(read.text().legalBasis().getFirst().number()).isEqualTo("54/2014/QH13");
    assertThat(keys(read)).contains("copiesBehindYear");
    var written = NationalJson.write(read.text());
    assertThat(written.at("/THANHPHANHOSO/0/GIAYTO/0/SOBANCHINH").intValue()).isEqualTo(20251);
    assertThat(written.at("/CANCUPHAPLY/0/SOVANBAN").stringValue())
        .isEqualTo("54/2014/QH1354/2014/QH13");
  }

  @Test
  void aPartThatHasBeenAmendedIsNoLongerGivenBackAsItCame() {
    var text =
        understood(
                """
                {"MATTHC": "1.000001", "TENTTHC": "Một",
                 "CANCUPHAPLY": [{"SOVANBAN": "54/2014/QH1354/2014/QH13", "TENVANBAN": "Luật"}]}
                """)
            .text();
    var other = understood("{\"MATTHC\": \"1.000001\", \"TENTTHC\": \"Một\"}").text();
    var amended = other.withNationalWording(text.nationalWording());

    assertThat(NationalJson.write(amended).get("CANCUPHAPLY")).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsRemarkedAndGivenBack() {
    var line =
        """
        {"MATTHC": "1.000001", "TENTTHC": "Một", "TRANGTHAI": 7, "GHICHU": {"moi": [1, null]},
         "CAPTHUCHIEN": [{"CAPTHUCHIEN": "Cấp vùng"}],
         "LINHVUCTHUCHIEN": [{"MALINHVUC": "A", "TENLINHVUC": "A"}, {"MALINHVUC": "B", "TENLINHVUC": "B"}],
         "CACHTHUCTHUCHIEN": [{"KENH": 9, "THOIGIAN": []},
           {"KENH": 1, "THOIGIAN": [{"THOIGIANGIAIQUYET": "5-7", "DONVITINH": "Tuần", "MOTA": "Xem",
             "PHILEPHI": [{"SOTIEN": 20, "DONVI": "USD"}, {"SOTIEN": 20, "DONVI": "Đồng"}]}]}],
         "TTHCLIENQUAN": [{"MATTHC": "1.000002", "TENTTHC": "Hai"}, {"MATTHC": "?"}]}
        """;
    var read = understood(line);

    assertThat(keys(read))
        .contains(
            "state",
            "unknownField",
            "level",
            "fields",
            "manner",
            "time",
            "currency",
            "fee",
            "related");
    var limit = read.text().channels().getFirst().timeLimits().getFirst();
    assertThat(limit.note()).isEqualTo("5-7 Tuần\nXem");
    assertThat(limit.fees().getFirst()).isEqualTo(new Fee(null, null, "20 USD"));
    assertThat(read.text().related()).hasSize(1);
    assertThat(SameMeaning.of(NationalJson.write(read.text()), json.readTree(line))).isTrue();
  }

  @Test
  void markupStaysTextAndWhatNoTextHoldsIsTakenOut() {
    var read =
        understood(
            "{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"<script>alert(1)</script>\\u0000 \\u202eX\\r"
                + "\\n"
                + "\\ud800\"}");

    assertThat(read.text().name()).isEqualTo("<script>alert(1)</script> X");
    assertThat(read.remarks()).contains(Finding.of("html"), Finding.of("control", 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"MATTHC\": \"1.000001\" | notJson",
        "{} {} | notJson",
        "[] | notAnObject",
        "12 | notAnObject",
        "{} | noCode",
        "{\"MATTHC\": 7} | badCode",
        "{\"MATTHC\": \"1.000001.01\", \"TENTTHC\": \"x\"} | badCode",
        "{\"MATTHC\": \"1.000001\"} | noName",
        "{\"MATTHC\": \"1.000001\", \"MATTHC\": \"1.000002\"} | fieldTwice",
        "{\"MATTHC\": \"1.000001\", \"TENTTHC\": \"x\", \"CAPTHUCHIEN\": 3} | badField",
        "{\"MATTHC\": \"1.000001\", \"TENTTHC\": [\"x\"]} | badField",
        "{\"MATTHC\": \"1.000001\", \"TENTTHC\": \"x\", \"ID\": \"many\"} | badField"
      })
  void aLineThatIsNoEntryIsRefusedWithItsReason(String line, String reason) {
    assertThat(NationalJson.read(line))
        .asInstanceOf(type(Refused.class))
        .extracting(refused -> refused.reason().key())
        .isEqualTo(reason);
  }

  @Test
  void theFaultyFieldIsNamed() {
    var read =
        NationalJson.read(
            """
            {"MATTHC": "1.000001", "TENTTHC": "x", "THANHPHANHOSO": [{"GIAYTO": [{"SOBANCHINH": {}}]}]}
            """);
    assertThat(((Refused) read).reason())
        .isEqualTo(Finding.of("badField", "THANHPHANHOSO[0].GIAYTO[0].SOBANCHINH"));
  }

  @ParameterizedTest
  @CsvSource({
    "54/2014/QH1354/2014/QH13, 54/2014/QH13",
    "61/2014/QH1361/2014/QH13L, 61/2014/QH13",
    "61/2014/QH1361/2014/Q, 61/2014/QH13",
    "156/2018/NĐ-CP156/2018/NĐ-CP, 156/2018/NĐ-CP",
    "05/2021/NĐ-CP05/2021/NĐ-C, 05/2021/NĐ-CP",
    "46/2020/NĐ-CP46/2020, 46/2020/NĐ-CP",
    "54/2024/QH15193/2025/NĐ-CP193/2025/NĐ-CP, 54/2024/QH15193/2025/NĐ-CP193/2025/NĐ-CP"
  })
  void aNumberThatIsSaidTwiceIsReadOnce(String written, String read) {
    assertThat(FromNational.saidOnce(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"08/2015/NĐ-CP", "14/2026", "", "60/2014/QH13", "232/2025/NĐ-CP34/2025/TT-NHNN"})
  void anyOtherNumberIsLeftAsItIs(String number) {
    assertThat(FromNational.saidOnce(number)).isEqualTo(number);
  }

  @Test
  void keywordsComeBackAsTheSameList() {
    for (var keywords :
        List.of(List.of("a"), List.of("a, b"), List.of("a", "b"), List.of("a, b", "c"))) {
      var line = "{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"x\",\"TUKHOA\":\"%s\"}";
      var written = String.join("; ", keywords) + (keywords.size() == 1 ? ";" : "");
      assertThat(understood(line.formatted(written)).text().keywords()).isEqualTo(keywords);
    }
    var commas =
        understood("{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"x\",\"TUKHOA\":\"a, b\"}").text();
    assertThat(commas.keywords()).containsExactly("a", "b");
    assertThat(NationalJson.write(commas).get("TUKHOA").stringValue()).isEqualTo("a, b");
  }

  @Test
  void whatNoLineCanSayStaysAsItWas() {
    var inForce =
        json.readValue(
            """
            {"code": "1.000001", "name": "Một", "nameEnglish": "One", "summary": "Tóm tắt",
             "field": {"code": "A", "name": "A", "nameEnglish": "Field A"}, "levels": ["COMMUNE"],
             "legalBasis": [{"number": "1/2020/QH14", "name": "Luật", "of": "2020-01-02"}],
             "agencies": {}, "onlineLevel": "APPLY_AND_PAY", "keywords": ["một"], "sets": 2,
             "decision": {"number": "7/QĐ", "signedOn": "2020-02-03", "agency": "Bộ"},
             "lifeEvents": ["having-a-child"], "toBeConfirmed": ["?"]}
            """,
            Procedure.class);
    var line =
        """
        {"MATTHC": "1.000001", "TENTTHC": "Một", "IDQUYETDINHCONGBO": "7/QĐ", "YEUCAU": "không",
         "LINHVUCTHUCHIEN": [{"MALINHVUC": "A", "TENLINHVUC": "A"}],
         "CANCUPHAPLY": [{"SOVANBAN": "1/2020/QH14", "TENVANBAN": "Luật"}]}
        """;
    var completed = Completion.of(understood(line).text(), inForce);

    assertThat(completed)
        .usingRecursiveComparison()
        .ignoringFields("levels", "conditions")
        .isEqualTo(inForce);
    assertThat(completed.conditions()).isEqualTo("không");
    assertThat(completed.nationalWording()).isEqualTo(Map.of());
  }

  private static JsonNode written(Procedure procedure) {
    return json.readTree(NationalJson.writeLine(procedure));
  }

  private static Understood understood(String line) {
    return (Understood) NationalJson.read(line);
  }

  private static List<String> keys(Understood read) {
    return read.remarks().stream().map(Finding::key).toList();
  }
}
