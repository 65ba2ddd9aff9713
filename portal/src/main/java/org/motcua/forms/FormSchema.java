package org.motcua.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motcua.platform.web.Language;

/**
 * What answers to a form look like, for programs that write them: JSON Schema 2020-12. What hangs
 * on other answers a schema cannot say; there it names the expression under {@code x-when}, and the
 * portal checks it.
 */
public final class FormSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Language language;

  private FormSchema(Language language) {
    this.language = language;
  }

  /**
   * @param id the address at which the schema is published
   */
  public static Map<String, Object> of(
      FormDefinition form, String id, String title, Language language) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", DIALECT);
    schema.put("$id", id);
    schema.put("title", title);
    schema.putAll(new FormSchema(language).object(form, Map.of()));
    return schema;
  }

  private Map<String, Object> object(FormDefinition form, Map<String, Object> besides) {
    var properties = new LinkedHashMap<String, Object>(besides);
    var required = new ArrayList<String>();
    for (var page : form.pages()) {
      for (var question : page.questions()) {
        var name = name(question);
        properties.put(name, property(page, question));
        if (question.required() && question.when() == null && page.when() == null) {
          required.add(name);
        }
      }
    }
    return object(properties, required);
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }

  /** A column's name within its row. */
  private static String name(Question question) {
    return question.id().startsWith(QuestionType.Table.ROW)
        ? QuestionType.Table.column(question)
        : question.id();
  }

  private Map<String, Object> property(FormPage page, Question question) {
    var property = new LinkedHashMap<String, Object>();
    property.put("title", question.name().in(language));
    if (question.hint() != null) property.put("description", question.hint().in(language));
    property.putAll(type(question.type()));
    var conditions = new ArrayList<String>();
    if (page.when() != null) conditions.add(page.when().toString());
    if (question.when() != null) conditions.add(question.when().toString());
    if (!conditions.isEmpty()) property.put("x-when", conditions);
    if (!question.checks().isEmpty()) {
      property.put(
          "x-checks", question.checks().stream().map(check -> check.that().toString()).toList());
    }
    return property;
  }

  private Map<String, Object> type(QuestionType type) {
    return switch (type) {
      case QuestionType.Text text -> text(text.maxLength());
      case QuestionType.LongText text -> text(text.maxLength());
      case QuestionType.PersonName name -> text(AnswerReader.LONGEST_NAME);
      case QuestionType.OneOf oneOf -> choice(oneOf);
      case QuestionType.SeveralOf several ->
          Map.of("type", "array", "items", choice(several), "minItems", 1, "uniqueItems", true);
      case QuestionType.IdNumber id -> pattern("^([0-9]{9}|[0-9]{12})$");
      case QuestionType.TaxCode code -> pattern("^[0-9]{10}([0-9]{3})?$");
      case QuestionType.VehiclePlate plate -> pattern("^[0-9]{2}[A-ZĐ]{1,2}[1-9]?-[0-9.]{4,6}$");
      case QuestionType.Phone phone -> pattern("^(0[0-9]{9,10}|\\+[0-9]{7,15})$");
      case QuestionType.Email email -> Map.of("type", "string", "format", "email");
      case QuestionType.WholeNumber number ->
          Map.of("type", "integer", "minimum", number.min(), "maximum", number.max());
      case QuestionType.Date date -> Map.of("type", "string", "format", "date");
      case QuestionType.YesNo yesNo -> Map.of("type", "boolean");
      case QuestionType.UnitAddress address -> address(address);
      case QuestionType.Person person ->
          object(
              Map.of(
                  "name", text(AnswerReader.LONGEST_NAME),
                  "idNumber", pattern("^([0-9]{9}|[0-9]{12})$"),
                  "born", Map.of("type", "string", "format", "date")),
              List.of("name", "idNumber", "born"));
      case QuestionType.BankAccount account ->
          object(
              Map.of(
                  "bank", Map.of("enum", values(Banks.ALL)),
                  "number", pattern("^[0-9]{6,19}$"),
                  "holder", text(AnswerReader.LONGEST_HOLDER)),
              List.of("bank", "number", "holder"));
      case QuestionType.File file ->
          object(
              Map.of(
                  "document", Map.of("type", "string", "format", "uuid"),
                  "name", Map.of("type", "string")),
              List.of("document"));
      case QuestionType.Table table -> table(table);
    };
  }

  private Map<String, Object> table(QuestionType.Table table) {
    var row = object(table.rows(), Map.of(TableRow.ID, pattern("^[a-z0-9-]{1,20}$")));
    return Map.of("type", "array", "items", row, "minItems", table.min(), "maxItems", table.max());
  }

  private static Map<String, Object> address(QuestionType.UnitAddress address) {
    var parts = new LinkedHashMap<String, Object>();
    parts.put("province", pattern("^[0-9]{2}$"));
    parts.put("district", pattern("^[0-9]{3}$"));
    parts.put("commune", pattern("^[0-9]{5}$"));
    if (address.street()) parts.put("street", text(AnswerReader.LONGEST_STREET));
    return object(parts, List.of("province"));
  }

  private static Map<String, Object> text(int maxLength) {
    return Map.of("type", "string", "minLength", 1, "maxLength", maxLength);
  }

  private static Map<String, Object> pattern(String pattern) {
    return Map.of("type", "string", "pattern", pattern);
  }

  /** Each value with what it means. */
  private Map<String, Object> choice(QuestionType.Choosing choosing) {
    return Map.of(
        "oneOf",
        choosing.choices().stream()
            .map(choice -> Map.of("const", choice.value(), "title", choice.label().in(language)))
            .toList());
  }

  private static List<String> values(List<QuestionType.Choice> choices) {
    return choices.stream().map(QuestionType.Choice::value).toList();
  }
}
