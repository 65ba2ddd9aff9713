package org.motcua.identity;

import java.util.List;
import org.motcua.platform.web.Language;

/**
 * Implemented by a module in which people may have something unfinished: who is about to close an
 * account is told of it before.
 */
public interface OpenMatters {

  /** At most so many as fit on a page, the newest first. */
  List<OpenMatter> openMattersOf(AccountId account, Language language);

  /**
   * @param text what it is and where it stands, as a person reads it
   * @param address the page about it
   */
  record OpenMatter(String text, String address) {}
}
