package org.motcua.forms;

import org.motcua.platform.web.Language;

/** A text that a service's authors wrote, in both languages; never markup. */
public record Words(String vi, String en) {

  public String in(Language language) {
    return language == Language.VIETNAMESE ? vi : en;
  }
}
