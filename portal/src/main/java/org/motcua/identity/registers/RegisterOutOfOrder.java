package org.motcua.identity.registers;

import org.jspecify.annotations.Nullable;

/** A register does not answer, or not so that one could rely on it: ask again later. */
public class RegisterOutOfOrder extends RuntimeException {

  private final Register register;

  RegisterOutOfOrder(Register register, String reason) {
    this(register, reason, null);
  }

  RegisterOutOfOrder(Register register, String reason, @Nullable Throwable cause) {
    super("Register " + register + ": " + reason, cause);
    this.register = register;
  }

  public Register register() {
    return register;
  }
}
