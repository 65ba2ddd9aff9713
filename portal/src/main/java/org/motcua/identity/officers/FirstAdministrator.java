package org.motcua.identity.officers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

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
  private final AddOfficer addOfficer;

  FirstAdministrator(
      @Value("${motcua.first-administrator.sign-in-name:}") String signInName,
      @Value("${motcua.first-administrator.name:}") String name,
      @Value("${motcua.first-administrator.phone:}") String phone,
      Organisation organisation,
      Posts posts,
      AddOfficer addOfficer) {
    this.signInName = signInName;
    this.name = name;
    this.phone = phone;
    this.organisation = organisation;
    this.posts = posts;
    this.addOfficer = addOfficer;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (signInName.isBlank() || isAdministered()) return;
    switch (addOfficer.add(officer(), ACTOR)) {
      case ADDED -> log.info("{} is the first administrator; a link was sent", signInName);
      case ADDED_ALREADY -> log.info("{} has been added by another node", signInName);
      case NAME_TAKEN ->
          throw new IllegalStateException(
              "motcua.first-administrator.sign-in-name " + signInName + " is taken");
    }
  }

  private boolean isAdministered() {
    return posts.officersAt(Remit.GOVERNMENT_OFFICE).stream()
        .anyMatch(post -> post.role() == Role.ADMINISTRATOR);
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
