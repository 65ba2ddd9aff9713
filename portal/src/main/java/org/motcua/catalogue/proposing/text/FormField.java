package org.motcua.catalogue.proposing.text;

import java.util.List;

/**
 * One field of the form, or a part of it that holds fields. Its name is that of the procedure's
 * record component; its label is the message {@code catalogue.proposing.field.<path>}, the path
 * being the names down to it.
 */
public sealed interface FormField {

  String name();

  /** Something that is typed. */
  record Text(String name, Shape shape, int longest, boolean required, boolean hinted)
      implements FormField {

    Text hint() {
      return new Text(name, shape, longest, required, true);
    }

    Text must() {
      return new Text(name, shape, longest, true, hinted);
    }
  }

  enum Shape {
    /** A code, a number of a decision. */
    SHORT,
    LINE,
    PARAGRAPH,
    WHOLE_NUMBER,
    /** Whole dong. */
    MONEY,
    DATE,
    ADDRESS,
    /** A list of strings, one a line. */
    LINES,
    /** A list of procedures' codes, one a line. */
    CODES
  }

  /**
   * One out of a list.
   *
   * @param words where the list's words begin in messages
   */
  record Pick(String name, List<String> values, String words, boolean required)
      implements FormField {}

  /** Any out of a list. */
  record Picks(String name, List<String> values, String words) implements FormField {}

  /** One out of the life events; they are content, not code. */
  record LifeEventPicks(String name) implements FormField {}

  /** Strings of some length, one below the other. */
  record Items(String name, Text item) implements FormField {}

  /**
   * Records, one below the other.
   *
   * @param begun an empty one is offered where there is none
   */
  record Rows(String name, boolean begun, List<FormField> fields) implements FormField {}

  record Group(String name, List<FormField> fields) implements FormField {}
}
