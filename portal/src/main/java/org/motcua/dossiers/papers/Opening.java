package org.motcua.dossiers.papers;

import java.util.List;

/** To whom a store is open. */
public record Opening(List<Helper> helpers) {

  /** One who acts for the owner in everything. */
  public record Helper(String account, String name, boolean open) {}
}
