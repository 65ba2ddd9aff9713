package org.motcua.identity.sessions;

import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.attempts.KnownBrowsers.Known;
import org.motcua.identity.sessions.DevicesView.BrowserRow;
import org.motcua.identity.sessions.DevicesView.OpenRow;
import org.motcua.identity.sessions.DevicesView.SignInRow;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Component;

/** Puts together what the page of devices shows. */
@Component
class DevicesViews {

  private static final int PAGE = 20;

  private final Sessions sessions;
  private final SignIns signIns;
  private final KnownBrowsers browsers;
  private final Messages messages;
  private final Clock clock;

  DevicesViews(
      Sessions sessions, SignIns signIns, KnownBrowsers browsers, Messages messages, Clock clock) {
    this.sessions = sessions;
    this.signIns = signIns;
    this.browsers = browsers;
    this.messages = messages;
    this.clock = clock;
  }

  static String base(CurrentUser user) {
    return (user.officer() ? "/desk" : "/my") + "/account/devices";
  }

  DevicesView of(CurrentUser user, String ownSession, @Nullable UUID before, Page page) {
    var found = signIns.list(user.id(), before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var base = base(user);
    return new DevicesView(
        base,
        openRows(user.id(), ownSession, page),
        browserRows(user.id(), page),
        shown.stream().map(entry -> row(entry, page)).toList(),
        before == null ? null : base + "#sign-ins",
        found.size() > PAGE ? base + "?before=" + shown.getLast().id() + "#sign-ins" : null);
  }

  private List<OpenRow> openRows(AccountId account, String ownSession, Page page) {
    var open = sessions.list(account);
    var openedBy =
        signIns.ofSessions(
            account, open.stream().map(session -> sessions.mac(session.beginning().id())).toList());
    return open.stream().map(session -> row(session, openedBy, ownSession, page)).toList();
  }

  private OpenRow row(
      Sessions.Open session, List<SignInEntry> openedBy, String ownSession, Page page) {
    var mac = sessions.mac(session.beginning().id());
    var entry = openedBy.stream().filter(each -> Arrays.equals(each.sessionMac(), mac)).findFirst();
    return new OpenRow(
        words(entry.map(SignInEntry::browser).orElse(new BrowserName("", "")), page),
        entry.map(each -> each.network().rough()).orElse(""),
        page.dateTime(session.since()),
        page.dateTime(session.lastUsed()),
        session.id().equals(ownSession),
        sessions.handle(session));
  }

  private List<BrowserRow> browserRows(AccountId account, Page page) {
    return browsers.list(account).stream().flatMap(known -> trusted(known, page).stream()).toList();
  }

  private Optional<BrowserRow> trusted(Known known, Page page) {
    var until = known.trustedUntil();
    if (until == null || until.isBefore(clock.instant())) return Optional.empty();
    return Optional.of(
        new BrowserRow(
            words(BrowserName.of(known.kind()), page),
            page.dateTime(until),
            Base64.getUrlEncoder().withoutPadding().encodeToString(known.hash())));
  }

  private SignInRow row(SignInEntry entry, Page page) {
    var how =
        entry.factors().stream()
            .sorted()
            .map(factor -> page.t("identity.devices.factor." + factor))
            .collect(Collectors.joining(", "));
    return new SignInRow(
        page.dateTime(entry.at()),
        words(entry.browser(), page),
        entry.network().rough(),
        how,
        entry.newBrowser(),
        entry.succeeded() ? 0 : entry.times());
  }

  private String words(BrowserName name, Page page) {
    return BrowserWords.of(name, page.language(), messages);
  }
}
