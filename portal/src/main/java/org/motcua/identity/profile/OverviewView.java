package org.motcua.identity.profile;

import java.util.List;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Person;
import org.motcua.platform.web.ui.SummaryRow;

/**
 * The overview of one's account.
 *
 * @param level of this session
 * @param facts who one is and how one is reached
 * @param groups links to the other parts, by what they are about
 */
public record OverviewView(
    Person person,
    LevelOfAssurance level,
    String base,
    List<SummaryRow> facts,
    List<Group> groups) {

  /**
   * @param key {@code identity.account.group.<key>} is its heading
   */
  public record Group(String key, List<Part> parts) {}

  /**
   * @param key {@code identity.account.part.<key>} is its name, with {@code .about} what it is for
   */
  public record Part(String key, String address) {}
}
