package org.motcua.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question wants. */
public sealed interface QuestionType {

  /** Those whose answer is one text. */
  sealed interface OneText extends QuestionType {}

  /** Those whose answer is a whole number. */
  sealed interface WholeNumber extends QuestionType {

    long min();

    long max();
  }

  /** Those that offer choices. */
  sealed interface Choosing extends QuestionType {

    List<Choice> choices();

    default Optional<Choice> find(String value) {
      return choices().stream().filter(choice -> choice.value().equals(value)).findFirst();
    }
  }

  /** Those whose answer has parts, each with a name of its own behind the question's id. */
  sealed interface Parts extends QuestionType {

    Map<String, ValueKind> parts();
  }

  record Choice(String value, Words label, @Nullable Words hint) {}

  /** One line. */
  record Text(int maxLength) implements OneText {}

  /** A person's name as on papers: letters only. */
  record PersonName() implements OneText {}

  /** Several lines. */
  record LongText(int maxLength) implements OneText {}

  record Number(long min, long max) implements WholeNumber {}

  /** An amount in dong. */
  record Money(long min, long max) implements WholeNumber {}

  /** A year of the calendar, four digits. */
  record Year(long min, long max) implements WholeNumber {}

  record Date() implements QuestionType {}

  record YesNo() implements QuestionType {}

  record OneOf(List<Choice> choices) implements OneText, Choosing {

    /** More than these are offered in a list to pick from, not as radio buttons. */
    private static final int RADIOS_AT_MOST = 7;

    public OneOf {
      choices = List.copyOf(choices);
    }

    public boolean asRadios() {
      return choices.size() <= RADIOS_AT_MOST;
    }
  }

  /** As many of the choices as apply. */
  record SeveralOf(List<Choice> choices) implements Choosing {

    public SeveralOf {
      choices = List.copyOf(choices);
    }
  }

  /** The number of an identity paper: the citizen's ID (12 digits) or the earlier one (9). */
  record IdNumber(Set<Integer> lengths) implements OneText {

    public IdNumber {
      lengths = Set.copyOf(lengths);
    }
  }

  /** Of an enterprise, ten digits; of its branch, thirteen. */
  record TaxCode() implements OneText {}

  /** Of a motor vehicle, as {@code 14A-123.45}. */
  record VehiclePlate() implements OneText {}

  record Phone() implements OneText {}

  record Email() implements OneText {}

  /** A commune, its district and province, and (unless left out) house and street. */
  record UnitAddress(boolean street) implements Parts {

    @Override
    public Map<String, ValueKind> parts() {
      return Map.of(
          "province", ValueKind.TEXT,
          "district", ValueKind.TEXT,
          "commune", ValueKind.TEXT,
          "street", ValueKind.TEXT);
    }
  }

  /** Who somebody is: name, number of the identity paper, date of birth. */
  record Person() implements Parts {

    @Override
    public Map<String, ValueKind> parts() {
      return Map.of("name", ValueKind.TEXT, "idNumber", ValueKind.TEXT, "born", ValueKind.DATE);
    }
  }

  /** Where money is to go: the bank by its number in the national payment system (BIN). */
  record BankAccount() implements Parts {

    @Override
    public Map<String, ValueKind> parts() {
      return Map.of("bank", ValueKind.TEXT, "number", ValueKind.TEXT, "holder", ValueKind.TEXT);
    }
  }

  /** A file that belongs to the answer, such as a picture of the goods. */
  record File() implements QuestionType {}

  /**
   * The same questions for each of several: members, goods, vehicles.
   *
   * @param rows what is asked of each; its names begin with {@code row.}
   * @param each what one of them is called: "Thành viên"
   */
  record Table(FormDefinition rows, Words each, int min, int max) implements QuestionType {

    static final String ROW = "row.";

    /** However a form is written. */
    static final int MOST_ROWS = 500;

    public List<Question> columns() {
      return rows.questions();
    }

    static String column(Question question) {
      return question.id().substring(ROW.length());
    }
  }
}
