package org.motcua.dossiers;

import java.util.Map;
import java.util.Set;
import org.motcua.eservices.OnlineService;
import org.motcua.forms.Known;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;

/**
 * Knows facts of a person that a form need not ask for again. It is asked only for what the page
 * that somebody opens can use, never inside of a transaction, and answers with one query or call.
 */
public interface PrefillSource {

  /** Whether facts of this name are its own; see {@link org.motcua.forms.Facts}. */
  boolean tells(String fact);

  /**
   * Those of the facts that are known, and that this user may see.
   *
   * @param applicant whose application it is; whoever fills it in for him is shown no more than the
   *     account's facts
   * @param service what is being filled in
   * @param facts all of them its own
   */
  Map<String, Known> factsOf(
      AccountId applicant, CurrentUser user, OnlineService service, Set<String> facts);
}
