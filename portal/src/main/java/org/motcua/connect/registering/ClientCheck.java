package org.motcua.connect.registering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStage;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/** Looks through what was typed about a system; all that is wrong is said at once. */
final class ClientCheck {

  sealed interface Checked {

    record Right(ClientDetails details) implements Checked {}

    record Wrong(FieldErrors errors) implements Checked {}
  }

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** An address of ours has it in that place. */
  private static final String RESERVED = "new";

  private static final int SHORTEST_ID = 3;
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ADDRESSES = 20;
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final int LONGEST_MAIL = 254;

  private final ClientForm form;
  private final ClientStage stage;
  private final boolean localToo;
  private final Page page;
  private final List<FieldError> errors = new ArrayList<>();

  /**
   * @param localToo whether the portal itself may call addresses on its own machine
   */
  ClientCheck(ClientForm form, ClientStage stage, boolean localToo, Page page) {
    this.form = form;
    this.stage = stage;
    this.localToo = localToo;
    this.page = page;
  }

  /** At the field of a new system's id; null where it will do. */
  static @Nullable FieldError idFault(String id, Page page) {
    return id.length() >= SHORTEST_ID
            && id.length() <= LONGEST_ID
            && ID.matcher(id).matches()
            && !id.equals(RESERVED)
        ? null
        : new FieldError("id", page.t("connect.clients.wrong.id"));
  }

  /**
   * @param mayGive interfaces that this administrator gives and takes
   * @param has those that the system has so far
   */
  Checked check(Set<String> mayGive, Set<String> has) {
    var name = form.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) wrong("name", "name");
    if (form.englishName().strip().length() > LONGEST_NAME) wrong("englishName", "name");
    var home = orNull(form.homeAddress());
    if (home != null) tell("homeAddress", home, Addresses.fault(home, stage));
    var contact = contact();
    if (!form.portal() && !form.program()) wrong("kinds", "kinds");
    var portal = form.portal() ? portal() : null;
    var scopes = scopes(mayGive, has);
    var keys = keys();
    if (!errors.isEmpty()) return new Checked.Wrong(new FieldErrors(errors));
    return new Checked.Right(
        new ClientDetails(name, orNull(form.englishName()), home, contact, portal, scopes, keys));
  }

  private @Nullable String contact() {
    var contact = orNull(form.contact());
    if (contact == null) {
      if (stage == ClientStage.LIVE) wrong("contact", "contact.missing");
    } else if (contact.length() > LONGEST_MAIL || !MAIL.matcher(contact).matches()) {
      wrong("contact", "contact");
    }
    return contact;
  }

  private Client.Portal portal() {
    var redirects = addresses("redirectAddresses", form.redirectAddresses());
    if (redirects.isEmpty()) wrong("redirectAddresses", "redirectAddresses.missing");
    var logouts = addresses("logoutAddresses", form.logoutAddresses());
    var backChannel = orNull(form.backChannelAddress());
    if (backChannel != null) {
      tell(
          "backChannelAddress", backChannel, Addresses.faultOfCalled(backChannel, stage, localToo));
    }
    if (!form.proofKey().equals("true") && !form.proofKey().equals("false")) {
      wrong("proofKey", "choose");
    }
    return new Client.Portal(
        form.proofKey().equals("true"),
        form.refreshes(),
        redirects,
        logouts,
        backChannel,
        form.data(ClientForm.REQUIRED),
        form.data(ClientForm.OPTIONAL));
  }

  private List<String> addresses(String field, String typed) {
    var all = Addresses.lines(typed);
    if (all.size() > MOST_ADDRESSES) wrong(field, "addresses.many");
    for (var address : all) {
      var fault = Addresses.fault(address, stage);
      if (fault == null) continue;
      tell(field, address, fault);
      break;
    }
    return all;
  }

  /** What others have given it stays, for whoever may not take it. */
  private Set<String> scopes(Set<String> mayGive, Set<String> has) {
    var scopes = new LinkedHashSet<String>();
    if (form.program()) form.scopes().stream().filter(mayGive::contains).forEach(scopes::add);
    has.stream().filter(scope -> !mayGive.contains(scope)).forEach(scopes::add);
    if (form.program() && scopes.isEmpty()) wrong("scopes", "scopes");
    return scopes;
  }

  private Client.@Nullable Keys keys() {
    switch (form.proof()) {
      case "SECRET" -> {
        return null;
      }
      case "KEYS" -> {
        switch (ClientKeys.check(form.keySet())) {
          case ClientKeys.Checked.Right(var set) -> {
            return new Client.Keys(set, null);
          }
          case ClientKeys.Checked.Wrong(var fault) ->
              wrong("keySet", "keySet." + fault.name().toLowerCase(Locale.ROOT));
        }
      }
      case "KEYS_ADDRESS" -> {
        var address = form.keysAddress().strip();
        tell("keysAddress", address, Addresses.faultOfCalled(address, stage, localToo));
        return new Client.Keys(null, address);
      }
      default -> wrong("proof", "choose");
    }
    return null;
  }

  private void tell(String field, String address, Addresses.@Nullable Fault fault) {
    if (fault == null) return;
    var key = "connect.clients.wrong.address." + fault.name().toLowerCase(Locale.ROOT);
    errors.add(new FieldError(field, page.t(key, address)));
  }

  private void wrong(String field, String fault) {
    errors.add(new FieldError(field, page.t("connect.clients.wrong." + fault)));
  }

  private static @Nullable String orNull(String typed) {
    var text = typed.strip();
    return text.isEmpty() ? null : text;
  }
}
