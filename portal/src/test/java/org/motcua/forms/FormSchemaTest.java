package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.platform.web.Language;
import tools.jackson.databind.json.JsonMapper;

class FormSchemaTest {

  private static final String FORM =
      """
      pages:
        - id: all
          title: Tất cả
          questions:
            - {id: name, type: person-name, label: {vi: Họ tên, en: Name}}
            - {id: born, type: date, label: Ngày sinh}
            - {id: price, type: money, label: Giá, max: 1000}
            - {id: kinds, type: several-of, label: Loại, optional: true, choices: [{value: a, label: A}, {value: b, label: B}]}
            - {id: home, type: address, label: Nơi ở, optional: true}
            - {id: payee, type: bank-account, label: Tài khoản, optional: true}
            - {id: friend, type: person, label: Bạn, when: price > 5}
            - id: goods
              type: table
              label: Hàng
              each: Mặt hàng
              optional: true
              max: 2
              columns:
                - {id: what, type: text, label: Tên, max: 5}
                - {id: weight, type: number, label: Nặng, optional: true}
      """;

  private static final String LEAST = "'name': 'Lê Thị Hoa', 'born': '1990-02-01', 'price': 100";

  private final Schema schema = schema(TestForms.form(FORM));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", 'kinds': ['b', 'a']",
        ", 'home': {'province': '22', 'district': '193', 'commune': '06697', 'street': 'Số 5'}",
        ", 'friend': {'name': 'Mai', 'idNumber': '022190001234', 'born': '1990-05-12'}",
        ", 'payee': {'bank': '970436', 'number': '0011002233', 'holder': 'LE THI HOA'}",
        ", 'goods': [{'what': 'Gạo', 'weight': 5}, {'id': 'ab12', 'what': 'Cá'}]",
      })
  void answersThatAreRightFit(String more) {
    assertThat(faults(LEAST + more)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name': 'Hoa', 'born': '1990-02-01'",
        "'name': 'Hoa', 'born': '1.2.1990', 'price': 100",
        "'name': 'Hoa', 'born': '1990-02-01', 'price': 1001",
        "'name': 'Hoa', 'born': '1990-02-01', 'price': '100'",
        LEAST + ", 'kinds': ['c']",
        LEAST + ", 'kinds': ['a', 'a']",
        LEAST + ", 'home': {'province': 'Quảng Ninh'}",
        LEAST + ", 'payee': {'bank': '1', 'number': '0011002233', 'holder': 'HOA'}",
        LEAST + ", 'goods': [{'weight': 5}]",
        LEAST + ", 'goods': [{'what': 'Gạo trắng'}]",
        LEAST + ", 'goods': [{'what': 'A'}, {'what': 'B'}, {'what': 'C'}]",
        LEAST + ", 'unknown': 1",
      })
  void answersThatAreWrongDoNot(String answers) {
    assertThat(faults(answers)).isNotEmpty();
  }

  @Test
  void whatHangsOnOtherAnswersIsNamed() {
    var written = written(TestForms.form(FORM));
    assertThat(written).contains("\"x-when\":[\"price > 5\"]", "\"title\":\"Name\"");
  }

  private List<?> faults(String answers) {
    return schema.validate(
        "{" + answers.replace('\'', '"') + "}",
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schema(FormDefinition form) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(written(form), InputFormat.JSON);
  }

  private static String written(FormDefinition form) {
    return JsonMapper.shared()
        .writeValueAsString(
            FormSchema.of(form, "https://portal.example/schema.json", "Form", Language.ENGLISH));
  }
}
