package org.motcua.dossiers.sharing;

import java.util.List;
import org.motcua.platform.web.ui.TagColour;

/**
 * Who else fills in a dossier, as its owner sees it.
 *
 * @param here the dossier's address
 */
public record PeopleView(String here, String service, List<Row> rows) {

  /**
   * @param numberEnd the last digits of the number that was typed
   * @param open whether there is still something to end
   */
  public record Row(
      String id,
      String name,
      String numberEnd,
      String parts,
      String until,
      boolean seesAll,
      String state,
      TagColour colour,
      boolean open) {}
}
