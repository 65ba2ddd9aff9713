package org.motcua.forms;

import java.util.List;

/**
 * What a program has sent as answers.
 *
 * @param answers as far as they can be kept, right or wrong
 * @param misfits all that is wrong or still missing
 */
public record Given(Answers answers, List<Misfit> misfits) {

  public Given {
    misfits = List.copyOf(misfits);
  }

  /**
   * One thing that is wrong, said to those who wrote the program or typed into it.
   *
   * @param pointer to where it is among the answers (RFC 6901)
   */
  public record Misfit(String question, String pointer, String text) {}
}
