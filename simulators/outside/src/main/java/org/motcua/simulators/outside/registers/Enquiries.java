package org.motcua.simulators.outside.registers;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.motcua.simulators.outside.faults.Service;
import org.springframework.stereotype.Component;

/** The latest looks into the registers since the start. */
@Component
class Enquiries {

  static final int KEPT = 2_000;

  private final Clock clock;
  private final Deque<Enquiry> latest = new ArrayDeque<>();

  Enquiries(Clock clock) {
    this.clock = clock;
  }

  synchronized void note(Asking asking, Service register, String about, Enquiry.Answer answer) {
    latest.addFirst(
        new Enquiry(
            clock.instant(),
            register,
            about,
            asking.purpose(),
            asking.caller(),
            asking.request(),
            answer));
    if (latest.size() > KEPT) latest.removeLast();
  }

  /** Newest first; about everybody if nobody is named. */
  synchronized List<Enquiry> latest(String about, int limit) {
    return latest.stream()
        .filter(one -> about.isEmpty() || one.about().equals(about))
        .limit(limit)
        .toList();
  }
}
