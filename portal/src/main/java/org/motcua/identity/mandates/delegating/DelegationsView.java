package org.motcua.identity.mandates.delegating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both sides in words.
 *
 * @param olderGiven where the page goes on; null: it does not
 */
public record DelegationsView(
    List<Card> offersToMe,
    List<Card> held,
    @Nullable String olderHeld,
    List<Card> myOffers,
    List<Card> given,
    @Nullable String olderGiven) {

  /**
   * @param id of the mandate or offer
   * @param name of the other one
   * @param state what became of it, when it no longer stands
   * @param actable whether one can begin to act here
   * @param endable whether it can be ended here
   * @param elsewhere where this kind is looked after; null: here
   */
  public record Card(
      String id,
      String name,
      String kind,
      String powers,
      String scope,
      String until,
      @Nullable String state,
      boolean actable,
      boolean endable,
      @Nullable String elsewhere) {

    public boolean ended() {
      return state != null;
    }
  }
}
