package org.motcua.identity.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.AccountPage;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.identity.VerifiedPersons;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.Phone;
import org.motcua.identity.profile.OverviewView.Group;
import org.motcua.identity.profile.OverviewView.Part;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.SummaryRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what one sees of one's own account. */
@Component
class Overview {

  private final Accounts accounts;
  private final Organisation organisation;
  private final VerifiedPersons verified;
  private final ObjectProvider<AccountPage> pages;

  Overview(
      Accounts accounts,
      Organisation organisation,
      VerifiedPersons verified,
      ObjectProvider<AccountPage> pages) {
    this.pages = pages;
    this.accounts = accounts;
    this.organisation = organisation;
    this.verified = verified;
  }

  OverviewView of(CurrentUser user, Page page) {
    var person = accounts.getPerson(user.id());
    var base = AccountHome.of(user);
    return new OverviewView(
        person, user.level(), base, facts(user, person, base, page), groups(user, base));
  }

  private List<SummaryRow> facts(CurrentUser user, Person person, String base, Page page) {
    var rows = new ArrayList<SummaryRow>();
    var details = base + "/details";
    var citizen = person.kind() == AccountKind.CITIZEN;
    var open = citizen && !verified.isVerified(user.id());
    var change = page.t("identity.account.change");
    var add = page.t("identity.account.add");
    var name = SummaryRow.of(page.t("identity.me.name." + person.kind()), person.name());
    rows.add(open ? name.withAction(change, details) : name);
    var number = person.citizenId();
    if (number != null) {
      var row = SummaryRow.of(page.t("identity.citizenId"), number);
      var former = CitizenId.parse(number).filter(id -> !id.personal()).isPresent();
      rows.add(
          former && !user.officer()
              ? row.withAction(page.t("identity.account.toTwelve"), base + "/citizen-id")
              : row);
    } else if (open) {
      rows.add(SummaryRow.of(page.t("identity.citizenId"), null).withAction(add, details));
    }
    add(rows, page.t("identity.socialInsuranceNumber"), person.socialInsuranceNumber());
    add(rows, page.t("identity.taxCode"), person.taxCode());
    var born = person.dateOfBirth();
    if (born != null) {
      var row = SummaryRow.of(page.t("identity.born"), page.date(born));
      rows.add(open ? row.withAction(change, details) : row);
    }
    var gender = person.gender();
    add(
        rows,
        page.t("identity.gender"),
        gender == null ? null : page.t("identity.gender." + gender));
    if (citizen) {
      rows.add(
          SummaryRow.of(page.t("identity.home"), home(person))
              .withAction(person.address() == null ? add : change, details));
    }
    rows.add(
        SummaryRow.of(page.t("identity.phone"), new Phone(person.phone()).local())
            .withAction(change, base + "/phone"));
    rows.add(
        SummaryRow.of(page.t("identity.email"), person.email())
            .withAction(person.email() == null ? add : change, base + "/email"));
    return rows;
  }

  private @Nullable String home(Person person) {
    var address = person.address();
    return address == null
        ? null
        : address.street() + ", " + organisation.pathName(new UnitCode(address.commune()));
  }

  private static void add(List<SummaryRow> rows, String key, @Nullable String value) {
    if (value != null) rows.add(SummaryRow.of(key, value));
  }

  private List<Group> groups(CurrentUser user, String base) {
    if (user.officer()) {
      return List.of(
          new Group("signIn", own(base, "password", "passkeys", "authenticator")),
          new Group("trust", own(base, "devices")));
    }
    var others = new ArrayList<>(List.of(part("delegations", "/my/delegations")));
    if (user.kind() == AccountKind.CITIZEN) { // enterprises have neither
      others.add(part("enterprises", "/my/enterprises"));
      others.add(part("children", "/my/children"));
    }
    var trust =
        Stream.of(
            own(base, "verification", "devices"),
            broughtByOthers(),
            own(base, "accesses", "consents"));
    return List.of(
        new Group("signIn", own(base, "password", "passkeys", "authenticator", "certificates")),
        new Group("trust", trust.flatMap(List::stream).toList()),
        new Group("others", others),
        new Group("data", own(base, "data", "closing")));
  }

  private List<Part> broughtByOthers() {
    return pages.orderedStream().map(page -> new Part(page.words(), page.address())).toList();
  }

  private static List<Part> own(String base, String... keys) {
    return Stream.of(keys).map(key -> part(key, base + "/" + key)).toList();
  }

  private static Part part(String key, String address) {
    return new Part("identity.account.part." + key, address);
  }
}
