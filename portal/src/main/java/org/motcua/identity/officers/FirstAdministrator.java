package org.motcua.identity.officers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People appoint people; the first one is appointed by the settings, while nobody administers the
 * Government Office. The password is set by that officer alone, by the link that the phone gets.
 */
@Component
@Order
class FirstAdministrator implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String ACTOR = "system:identity";

  private final String signInName;
  private final String name;
  private final String phone;
  private final Organisation organisation;
  private final Posts posts;
  private final Officers officers;
  private final AddOfficer addOfficer;
  private final SendFirstSignIn firstSignIn;
  private final FirstSignIns firstSignIns;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstAdministrator(
      @Value("${motcua.first-administrator.sign-in-name:}") String signInName,
      @Value("${motcua.first-administrator.name:}") String name,
      @Value("${motcua.first-administrator.phone:}") String phone,
      Organisation organisation,
      Posts posts,
      Officers officers,
      AddOfficer addOfficer,
      SendFirstSignIn firstSignIn,
      FirstSignIns firstSignIns,
      TransactionTemplate transaction,
      Clock clock) {
    this.signInName = signInName;
    this.name = name;
    this.phone = phone;
    this.organisation = organisation;
    this.posts = posts;
    this.officers = officers;
    this.addOfficer = addOfficer;
    this.firstSignIn = firstSignIn;
    this.firstSignIns = firstSignIns;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (signInName.isBlank()) return;
    var first = officer();
    var administrators =
        posts.officersAt(Remit.GOVERNMENT_OFFICE).stream()
            .filter(post -> post.role() == Role.ADMINISTRATOR)
            .map(Post::officer)
            .toList();
    if (administrators.isEmpty()) add(first);
    else if (administrators.equals(List.of(new OfficerId(first.id().value())))) sendAgain(first);
  }

  private void add(NewOfficer first) {
    switch (addOfficer.add(first, ACTOR)) {
      case ADDED -> log.info("{} is the first administrator; a link was sent", signInName);
      case ADDED_ALREADY -> log.info("{} has been added before", signInName);
      case NAME_TAKEN ->
          throw new IllegalStateException(
              "motcua.first-administrator.sign-in-name " + signInName + " is taken");
    }
  }

  /** The link has run out before it was used, and there is nobody yet who could send another. */
  private void sendAgain(NewOfficer first) {
    transaction.executeWithoutResult(
        status ->
            officers
                .findForUpdate(first.id())
                .filter(officer -> officer.enteredAt() == null && !hasOpenLink(officer))
                .ifPresent(
                    officer ->
                        firstSignIn.send(
                            officer.id(),
                            officer.signInName(),
                            officer.phone(),
                            officer.language(),
                            ACTOR)));
  }

  private boolean hasOpenLink(Officer officer) {
    return firstSignIns.findOf(officer.id()).filter(link -> link.open(clock.instant())).isPresent();
  }

  private NewOfficer officer() {
    if (!OfficerCheck.isSignInName(signInName)) {
      throw new IllegalArgumentException(
          "motcua.first-administrator.sign-in-name is 4 to 40 small letters, digits and dots");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("motcua.first-administrator.name is missing");
    }
    var mobile =
        Phone.parse(phone)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "motcua.first-administrator.phone is no mobile phone"));
    return new NewOfficer(
        // The same on all nodes that are started together.
        new AccountId(UUID.nameUUIDFromBytes(("motcua-first:" + signInName).getBytes(UTF_8))),
        organisation.getAgency(Remit.GOVERNMENT_OFFICE),
        name.strip(),
        signInName,
        mobile,
        null,
        List.of(Role.ADMINISTRATOR));
  }
}
