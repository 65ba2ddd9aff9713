package org.motcua.eservices;

import java.util.List;
import org.motcua.platform.web.ui.TagColour;

/**
 * A folder as the Government Office sees it.
 *
 * @param unknownAgencies named as receivers, but not known in this country's list
 */
public record FolderRow(FolderState folder, List<String> unknownAgencies) {

  public TagColour colour() {
    return switch (folder.state()) {
      case OFFERED -> TagColour.GREEN;
      case NOT_IN_FORCE -> TagColour.BLUE;
      case FORMER_OFFERED -> TagColour.GOLD;
      case BROKEN -> TagColour.RED;
    };
  }
}
