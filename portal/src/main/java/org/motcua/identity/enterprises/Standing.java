package org.motcua.identity.enterprises;

/** What the register says of an enterprise that wants an account. */
public sealed interface Standing {

  /**
   * @param name as the register writes it
   */
  record Right(String name) implements Standing {}

  record OtherName(String name) implements Standing {}

  record NotInRegister() implements Standing {}

  record Suspended() implements Standing {}

  record Dissolved() implements Standing {}

  /** Too many questions from one address. */
  record TooOften() implements Standing {}

  record RegisterAway() implements Standing {}
}
