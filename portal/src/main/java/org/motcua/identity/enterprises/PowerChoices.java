package org.motcua.identity.enterprises;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.motcua.identity.Power;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;

/** What a member can be let do, to be ticked. */
final class PowerChoices {

  static List<Choice> all(Page page) {
    return Arrays.stream(Power.values())
        .map(
            power ->
                new Choice(
                    power.name(),
                    page.t("identity.enterprises.power." + power),
                    page.t("identity.enterprises.power." + power + ".hint")))
        .toList();
  }

  static Set<Power> read(List<String> chosen) {
    var powers = EnumSet.noneOf(Power.class);
    for (var power : Power.values()) if (chosen.contains(power.name())) powers.add(power);
    return powers;
  }

  private PowerChoices() {}
}
