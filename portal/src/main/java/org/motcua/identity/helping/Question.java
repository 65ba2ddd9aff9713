package org.motcua.identity.helping;

import org.jspecify.annotations.Nullable;

/**
 * A question that people ask of their account, and its answer.
 *
 * @param key {@code identity.help.<key>} is the question, {@code .text} its answer; {@code .1} and
 *     so on are steps, {@code .link} the words of the link
 * @param steps how many there are
 * @param address where one does what the answer is about
 */
public record Question(String key, int steps, @Nullable String address) {

  static Question of(String key, int steps, @Nullable String address) {
    return new Question(key, steps, address);
  }

  static Question of(String key) {
    return new Question(key, 0, null);
  }

  public String words() {
    return "identity.help." + key;
  }
}
