package org.motcua.identity.attempts;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which of the second factors to ask for first. */
@Component
class SecondWays {

  /** What costs nothing and cannot be read on the way before what is sent. */
  private static final List<Factor> PREFERRED =
      List.of(
          Factor.AUTHENTICATOR_APP,
          Factor.SMS_CODE,
          Factor.EMAIL_CODE,
          Factor.PASSKEY,
          Factor.CERTIFICATE);

  private final ObjectProvider<SecondWay> ways;

  SecondWays(ObjectProvider<SecondWay> ways) {
    this.ways = ways;
  }

  /** Those open to this person besides what has been shown already. */
  List<SecondWay> openTo(AccountId account, Set<Factor> shown) {
    return ways.stream()
        .filter(way -> !shown.contains(way.factor()) && way.openTo(account))
        .sorted(comparingInt(way -> PREFERRED.indexOf(way.factor())))
        .toList();
  }

  String first(AccountId account, Set<Factor> shown, String attempt, Language language) {
    return openTo(account, shown).stream()
        .findFirst()
        .map(way -> way.choose(account, attempt, language))
        .orElse("/sign-in/ways");
  }
}
