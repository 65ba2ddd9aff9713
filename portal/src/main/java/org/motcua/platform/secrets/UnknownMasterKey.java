package org.motcua.platform.secrets;

/** Something was sealed with a master key that this node was not given, or was damaged since. */
public class UnknownMasterKey extends IllegalStateException {

  private static final long serialVersionUID = 1;

  UnknownMasterKey() {
    super("Sealed with a master key that is not known, or damaged");
  }

  /**
   * @param what cannot be opened, in words
   */
  public UnknownMasterKey(String what, UnknownMasterKey cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
