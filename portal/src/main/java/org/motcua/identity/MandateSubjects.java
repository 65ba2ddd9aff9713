package org.motcua.identity;

import java.util.List;
import org.motcua.platform.web.Language;

/**
 * What somebody can entrust to another besides everything; told by the module that knows procedures
 * and dossiers.
 */
public interface MandateSubjects {

  /**
   * @param code of the procedure or dossier
   * @param address where one begins with it
   */
  record Subject(String code, String name, String address) {}

  /** The procedures that can be filed online. */
  List<Subject> procedures(Language language);

  /** Dossiers that this account has handed in and that are still open, the newest first. */
  List<Subject> dossiersOf(AccountId account, Language language);
}
