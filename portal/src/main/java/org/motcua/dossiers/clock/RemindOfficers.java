package org.motcua.dossiers.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.DossierStore.Urgent;
import org.motcua.identity.AccountId;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells officers in one message how much presses at their agency: in the morning and at noon, once
 * each, and only if there is something.
 */
@Service
class RemindOfficers {

  static final LocalTime MORNING = LocalTime.of(7, 30);
  static final LocalTime NOON = LocalTime.of(13, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);

  /** How long before the time for a first answer is over. */
  private static final Duration TO_ANSWER = Duration.ofHours(4);

  private static final Set<Role> REMINDED =
      EnumSet.of(Role.RECEPTION, Role.SPECIALIST, Role.HEAD, Role.LEADER);

  private final DossierStore dossiers;
  private final Posts posts;
  private final WorkingCalendar calendar;
  private final Notifications notifications;
  private final Clock clock;

  RemindOfficers(
      DossierStore dossiers,
      Posts posts,
      WorkingCalendar calendar,
      Notifications notifications,
      Clock clock) {
    this.dossiers = dossiers;
    this.posts = posts;
    this.calendar = calendar;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** Running again within the same half of a day tells nobody twice. */
  @Transactional
  void remind() {
    var now = clock.instant();
    var here = now.atZone(CountryTime.ZONE).toLocalDateTime();
    if (!duringHours(here.toLocalTime())) return;
    var soon = calendar.dueAt(now, WorkingTime.days(1)).dueAt();
    for (var urgent : dossiers.countUrgent(now.plus(TO_ANSWER), soon, now)) remind(urgent, here);
  }

  private static boolean duringHours(LocalTime time) {
    return !time.isBefore(MORNING) && time.isBefore(EVENING);
  }

  private void remind(Urgent urgent, LocalDateTime now) {
    var half = now.toLocalDate() + (now.toLocalTime().isBefore(NOON) ? "-am" : "-pm");
    var counts =
        List.of(
            String.valueOf(urgent.toAnswer()),
            String.valueOf(urgent.due()),
            String.valueOf(urgent.late()));
    posts.officersAt(urgent.agency()).stream()
        .filter(post -> REMINDED.contains(post.role()))
        .map(Post::officer)
        .distinct()
        .forEach(
            officer ->
                notifications.sendOnce(
                    "dossiers.reminder:" + urgent.agency() + ":" + half,
                    new AccountId(officer.value()),
                    new Notice("dossiers.notice.desk_reminder", counts, "/desk")));
  }
}
