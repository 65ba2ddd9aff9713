package org.motcua.forms;

import java.util.List;

/** What a question's inputs turn out to be. */
sealed interface Reading {

  record Blank() implements Reading {}

  record Right(Object answer) implements Reading {}

  /**
   * @param field the input that is wrong, by the last part of its name
   * @param message a key of {@code messages/}
   * @param arguments what the message says besides the question's name, which is its first argument
   */
  record Wrong(String field, String message, List<Object> arguments) implements Reading {

    static Wrong in(String field, String message, Object... arguments) {
      return new Wrong(field, message, List.of(arguments));
    }

    /** The same, in an input of a question that has several. */
    Wrong at(String input) {
      return new Wrong(input, message, arguments);
    }

    static Wrong because(String message, Object... arguments) {
      return in("", message, arguments);
    }
  }
}
