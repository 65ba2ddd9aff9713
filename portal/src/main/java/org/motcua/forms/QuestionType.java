package org.motcua.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question wants. */
public sealed interface QuestionType {

  /** One line. */
  record Text(int maxLength) implements QuestionType {}

  /** A person's name as on papers: letters only. */
  record PersonName() implements QuestionType {}

  /** Several lines. */
  record LongText(int maxLength) implements QuestionType {}

  /** A whole number. */
  record Number(long min, long max) implements QuestionType {}

  record Date() implements QuestionType {}

  record YesNo() implements QuestionType {}

  record OneOf(List<Choice> choices) implements QuestionType {

    /** More than these are offered in a list to pick from, not as radio buttons. */
    private static final int RADIOS_AT_MOST = 7;

    public OneOf {
      choices = List.copyOf(choices);
    }

    public boolean asRadios() {
      return choices.size() <= RADIOS_AT_MOST;
    }

    public Optional<Choice> find(String value) {
      return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }
  }

  record Choice(String value, Words label, @Nullable Words hint) {}

  /** The number of an identity paper: the citizen's ID (12 digits) or the earlier one (9). */
  record IdNumber(Set<Integer> lengths) implements QuestionType {

    public IdNumber {
      lengths = Set.copyOf(lengths);
    }
  }

  record Phone() implements QuestionType {}

  record Email() implements QuestionType {}

  /** A commune, its district and province, and (unless left out) house and street. */
  record UnitAddress(boolean street) implements QuestionType {}
}
