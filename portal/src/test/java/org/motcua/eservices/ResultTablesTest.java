package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.forms.Answers;
import org.motcua.forms.TestForms;

/** Rows of tables, parts of answers and of papers in a result. */
class ResultTablesTest {

  private static final String FORM =
      """
      pages:
        - id: home
          title: {vi: Hộ, en: Household}
          questions:
            - {id: place, type: address, label: {vi: Nơi ở, en: Home}}
            - {id: owner, type: person, label: {vi: Chủ hộ, en: Head}, optional: true}
            - {id: account, type: bank-account, label: {vi: Tài khoản, en: Account}}
            - {id: tenant, type: yes-no, label: {vi: Thuê nhà?, en: Tenant?}}
            - {id: since, type: date, label: {vi: Từ ngày, en: Since}}
            - {id: note, type: text, label: {vi: Ghi chú, en: Note}}
            - {id: length, type: text, label: {vi: Chiều dài, en: Length}}
            - {id: office, type: text, label: {vi: Nơi nhận, en: Office}}
            - {id: name, type: text, label: {vi: Tên, en: Name}}
            - id: members
              type: table
              min: 0
              each: {vi: Thành viên, en: Member}
              label: {vi: Thành viên, en: Members}
              columns:
                - {id: name, type: person-name, label: {vi: Họ tên, en: Name}}
                - {id: born, type: date, label: {vi: Ngày sinh, en: Born}, optional: true}
                - {id: works, type: yes-no, label: {vi: Đi làm?, en: Works?}}
                - {id: income, type: money, label: {vi: Thu nhập, en: Income}, when: row.works}
                - {id: home, type: address, label: {vi: Nơi ở khác, en: Other home}, optional: true}
            - id: goods
              type: table
              min: 0
              each: {vi: Hàng, en: Item}
              label: {vi: Hàng hóa, en: Goods}
              columns:
                - {id: number, type: number, label: {vi: Số lượng, en: How many}}
      """;

  private static final Answers HOUSEHOLD =
      Answers.of(
          Map.of(
              "place",
              Map.of(
                  "province", "22", "district", "193", "commune", "06697", "street", "Số 5 <tổ 2>"),
              "owner",
              Map.of("name", "Nguyễn Thị Mai", "idNumber", "022190001234", "born", "1990-03-27"),
              "account",
              Map.of("bank", "970436", "number", "0011001234567", "holder", "NGUYEN THI MAI"),
              "tenant",
              false,
              "since",
              "2020-03-01",
              "note",
              "gửi sáng",
              "length",
              "12 m",
              "members",
              List.of(
                  Map.of("id", "a", "name", "An \"<b>\" & Bình", "works", false, "income", 5),
                  Map.of(
                      "id",
                      "b",
                      "name",
                      "Trần Văn Hùng",
                      "born",
                      "1988-01-02",
                      "works",
                      true,
                      "income",
                      9_000_000,
                      "home",
                      Map.of("province", "48", "commune", "20194"))),
              "goods",
              List.of(Map.of("number", 40))));

  @Test
  void eachRowOfATableIsARowOfThePaper() {
    assertThat(
            written(
                """
                <table>{{#members}}<tr><td>{{row.number}}</td><td>{{row.name}}</td>\
                <td>{{#row.born}}{{row.born.year}}{{/row.born}}{{^row.born}}?{{/row.born}}</td>\
                <td>{{row.works}}</td><td>{{row.income}}</td><td>{{row.home.commune}}</td>\
                <td>{{place.commune}}</td></tr>{{/members}}</table> {{members.count}} {{members}}\
                """))
        .contains(
            "<tr><td>1</td><td>An &quot;&lt;b&gt;&quot; &amp; Bình</td><td>?</td><td>Không</td>"
                + "<td></td><td></td><td>Phường Hồng Hà</td></tr>"
                + "<tr><td>2</td><td>Trần Văn Hùng</td><td>1988</td><td>Có</td>"
                + "<td>9.000.000 đồng</td><td>Phường Hải Châu</td><td>Phường Hồng Hà</td></tr>"
                + "</table> 2 2 thành viên");
  }

  @Test
  void anEmptyTableHasNoRowsAndTheCountZero() {
    var template = "{{#members}}{{row.name}}{{/members}}{{^members}}none{{/members}}";
    assertThat(write(template + "{{members.count}}", HOUSEHOLD.without("members")))
        .contains("<body>none0</body>");
  }

  @Test
  void aColumnThatIsCalledNumberIsNotTheRowsPlace() {
    assertThat(written("{{#goods}}{{row.number}}{{/goods}}")).contains("<body>40</body>");
  }

  @Test
  void composedAnswersHaveTheirParts() {
    assertThat(
            written(
                "{{place.street}}; {{place.commune}}; {{place.district}}; {{place.province}};"
                    + " {{owner.name}}; {{owner.idNumber}}; {{owner.born}}; {{owner.born.year}};"
                    + " {{account.bank}}; {{account.number}}; {{account.holder}}; {{since.day}};"
                    + " {{since.month}}; {{since.year}}"))
        .contains(
            "Số 5 &lt;tổ 2&gt;; Phường Hồng Hà; Thành phố Hạ Long; Tỉnh Quảng Ninh;"
                + " Nguyễn Thị Mai; 022190001234; 27/03/1990; 1990;"
                + " Vietcombank – Ngoại thương Việt Nam; 0011001234567; NGUYEN THI MAI; 01;"
                + " 03; 2020");
  }

  @Test
  void partsOfWhatWasNotAnsweredAreEmpty() {
    var template = "[{{owner.name}}{{owner.born.words}}{{#owner.name}}x{{/owner.name}}]";
    assertThat(write(template, HOUSEHOLD.without("owner"))).contains("[]");
  }

  @Test
  void aNoIsSaidAndHidesItsSection() {
    assertThat(written("{{tenant}}{{#tenant}}x{{/tenant}}{{^tenant}}y{{/tenant}}"))
        .contains("<body>Khôngy</body>");
  }

  @Test
  void whatStandsInASectionIsLookedUpAmongAllValues() {
    assertThat(written("{{#note}}{{.}}, {{length}}{{/note}}")).contains("gửi sáng, 12 m");
  }

  @Test
  void aNameThatIsNotThereIsToldWithItsLine() {
    told("<p>\n{{#members}}{{row.names}}{{/members}}</p>", ":2", "no 'row.names' in the rows of");
    told("<p>\n{{row.name}}</p>", ":2", "'row.name' stands only between {{#…}} and {{/…}}");
    told("<p>{{^members}}\n{{row.name}}{{/members}}</p>", ":2", "stands only between");
    told("<p>{{#members}}\n{{#goods}}x{{/goods}}{{/members}}</p>", ":2", "'goods' cannot stand");
    told("<p>{{#members}}\n{{.}}{{/members}}</p>", ":2", "there is no '.'");
    told("<p>\n{{place.ward}}</p>", ":2", "there is no 'place.ward'");
    told("<p>\n{{owner.born.decade}}</p>", ":2", "there is no 'owner.born.decade'");
    told("<p>\n{{members.name}}</p>", ":2", "there is no 'members.name'");
  }

  @Test
  void nothingGetsPastTheEscaping() {
    told("<p>\n{{ & name}}</p>", ":2", "values are always escaped");
    told("<p>\n{{=[ ]=}}</p>", ":2", "no other signs");
    told("<p>\n{{ > other}}</p>", ":2", "other templates cannot be included");
    told("<p>\n{{}}</p>", ":2", "there is no ''");
  }

  @Test
  void whatAllPapersHaveIsIncludedDatedOnce() {
    assertThat(written("{{>letterhead-dated}}<h1>Giấy</h1>{{>signature}}"))
        .contains("Độc lập - Tự do - Hạnh phúc", "Số: 15/2026", "Phạm Văn Đức", "ABCD-1234")
        .containsOnlyOnce("Hồng Hà, ngày 21 tháng 11 năm 2026");
    assertThat(written("{{>letterhead}}<h1>Giấy</h1>{{>signature-dated}}"))
        .containsOnlyOnce("Hồng Hà, ngày 21 tháng 11 năm 2026");
  }

  private static void told(String body, String line, String message) {
    assertThat(service(body).problems())
        .anyMatch(told -> told.startsWith("here/result.html" + line) && told.contains(message));
  }

  private static String written(String body) {
    return write(body, HOUSEHOLD);
  }

  private static String write(String body, Answers answers) {
    return new Results(TestForms.forms()).html(service(body).read(), answers, issue());
  }

  private static SmallService service(String body) {
    return new SmallService()
        .file("form.yaml", FORM)
        .file("result.html", "<html><body>" + body + "</body></html>\n");
  }

  private static Issue issue() {
    return new Issue(
        "15/2026",
        LocalDate.of(2026, 11, 21),
        "Hồng Hà, ngày 21 tháng 11 năm 2026",
        null,
        "Ủy ban nhân dân Phường Hồng Hà",
        "Phạm Văn Đức",
        "Chủ tịch",
        Instant.parse("2026-11-21T03:00:00Z"),
        new Issue.Mark("ABCD-1234", "https://example.vn/verify/ABCD-1234", "data:,"));
  }
}
