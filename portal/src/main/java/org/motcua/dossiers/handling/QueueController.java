package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.QueueAsked.DueSpan;
import org.motcua.dossiers.handling.Urgency.Moments;
import org.motcua.dossiers.model.QueueFilter;
import org.motcua.dossiers.model.QueueQuery;
import org.motcua.dossiers.model.QueueQuery.Due;
import org.motcua.dossiers.model.QueueRow;
import org.motcua.dossiers.model.QueueStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Language;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an agency still has to do, and what it has done, as far as the officer's posts need it. */
@Controller
@RequestMapping("/desk")
class QueueController {

  private static final int CLOSED_PAGE = 25;

  private final Desk desk;
  private final QueueViews views;
  private final QueueStore queue;
  private final ChosenDesk chosen;

  QueueController(Desk desk, QueueViews views, QueueStore queue, ChosenDesk chosen) {
    this.desk = desk;
    this.views = views;
    this.queue = queue;
    this.chosen = chosen;
  }

  @GetMapping
  String queue(
      @ModelAttribute QueueAsked asked,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var sitting = desk.officer(user);
    if (sitting.isEmpty()) return "dossiers/handling/no-post";
    var officer = sitting.get();
    if (officer.onlyEditsProcedures()) return "redirect:/desk/procedures";
    if (officer.onlySupports()) return "redirect:/desk/recoveries";
    var part = part(asked, officer);
    var size = asked.pageSize();
    var found = queue.list(query(asked, part, officer), asked.key(), size + 1);
    var next = found.size() > size ? asked.from(part, found.get(size - 1).key()) : null;
    var counts = queue.count(officer.agency(), officer.visible(), officer.mine());
    var view =
        views.queue(
            officer, user, asked, part, first(found, size), next, counts, Language.of(locale));
    model.addAttribute("view", view);
    return "dossiers/handling/queue";
  }

  @GetMapping("/closed")
  String closed(
      @RequestParam Optional<UUID> before,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var sitting = desk.officer(user);
    if (sitting.isEmpty()) return "dossiers/handling/no-post";
    var officer = sitting.get();
    var found =
        queue.listClosed(
            officer.agency(),
            officer.visible(),
            before.map(DossierId::new).orElse(null),
            CLOSED_PAGE + 1);
    var next =
        found.size() > CLOSED_PAGE
            ? "/desk/closed?before=" + found.get(CLOSED_PAGE - 1).id()
            : null;
    var counts = queue.count(officer.agency(), officer.visible(), officer.mine());
    var view =
        views.closed(officer, user, first(found, CLOSED_PAGE), next, counts, Language.of(locale));
    model.addAttribute("view", view);
    return "dossiers/handling/queue";
  }

  /** To another of the agencies where he has a post. */
  @PostMapping("/agency")
  String sitElsewhere(
      @RequestParam(defaultValue = "") String agency, @AuthenticationPrincipal CurrentUser user) {
    AgencyId.parse(agency).filter(desk.desksOf(user)::contains).ifPresent(chosen::choose);
    return "redirect:/desk";
  }

  /** What is asked for, if his posts have it; else the first of what they have. */
  private static QueueFilter part(QueueAsked asked, DeskOfficer officer) {
    var parts = QueueViews.partsOf(officer);
    var show = asked.show();
    if (show != null && parts.contains(show)) return show;
    if (parts.contains(QueueFilter.ALL) || parts.isEmpty()) return QueueFilter.ALL;
    return parts.getFirst();
  }

  private QueueQuery query(QueueAsked asked, QueueFilter part, DeskOfficer officer) {
    return new QueueQuery(
        officer.agency(),
        officer.visible(),
        part,
        officer.mine(),
        asked.serviceSlug(),
        asked.status(),
        asked.lying(),
        due(asked.due(), views.moments(officer.agency())),
        asked.delivery());
  }

  private static @Nullable Due due(@Nullable DueSpan span, Moments moments) {
    return switch (span) {
      case null -> null;
      case LATE -> new Due(null, moments.now());
      case TODAY -> new Due(moments.now(), moments.endOfToday());
      case SOON -> new Due(moments.now(), moments.aWorkingDayOn());
    };
  }

  private static List<QueueRow> first(List<QueueRow> found, int size) {
    return found.subList(0, Math.min(size, found.size()));
  }
}
