package org.motcua.identity.registers;

/** Why a register is asked; it writes this down beside the question. */
public enum Purpose {
  VERIFICATION("verification"),
  REGISTRATION("registration"),
  ENTERPRISE("enterprise-account"),
  CHILDREN("parent-of-child"),
  FORM("prefill-of-form");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
