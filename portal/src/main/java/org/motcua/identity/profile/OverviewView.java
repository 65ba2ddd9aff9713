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
   * @param words key of the message with its name; {@code .about} says what it is for
   */
  public record Part(String words, String address) {}
}
