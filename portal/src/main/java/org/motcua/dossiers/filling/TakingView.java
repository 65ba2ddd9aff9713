package org.motcua.dossiers.filling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.papers.PaperView;
import org.motcua.dossiers.papers.StoreConsents;

/**
 * Papers of one's store to choose from for one place of a dossier.
 *
 * @param here the page's own address
 * @param back where the paper or question is
 * @param goesTo the agency that gets the dossier; null: nobody knows yet
 * @param asked what is to be agreed to before; null: nothing
 * @param expiredToo whether those that do not hold any more are offered
 */
public record TakingView(
    String name,
    String service,
    String here,
    String back,
    String kinds,
    List<PaperView> papers,
    @Nullable String next,
    @Nullable String goesTo,
    StoreConsents.@Nullable Asked asked,
    boolean expiredToo,
    @Nullable String fault) {

  /** As it was told to who takes a paper; empty where nothing is asked. */
  public String agreesTo() {
    return asked == null ? "" : asked.agency();
  }
}
