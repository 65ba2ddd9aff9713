package org.motcua.simulators.outside.natpay;

import java.time.Clock;
import java.time.LocalDate;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Behind the platform's counter: its payments, and the files that portals fetch every day. */
@Controller("natpayPlatformController")
class PlatformController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final PlatformOrders orders;
  private final Notices notices;
  private final Clock clock;

  PlatformController(PlatformOrders orders, Notices notices, Clock clock) {
    this.orders = orders;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/natpay")
  String list(Model model) {
    model.addAttribute("orders", orders.latest());
    model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Page.COUNTRY_TIME));
    return "natpay/orders";
  }

  /** A confirmation more, as if it had come twice. */
  @PostMapping("/natpay/orders/{ref}/notices")
  String tell(@PathVariable String ref) {
    notices.send(
        orders.find(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), 0);
    return "redirect:/natpay";
  }

  /** The payer's bank knows by now: it was paid. */
  @PostMapping("/natpay/orders/{ref}/release")
  String release(@PathVariable String ref) {
    orders.release(ref).ifPresent(notices::tell);
    return "redirect:/natpay";
  }

  @GetMapping("/natpay/day-files/{day}.csv")
  @Suffers(Service.NATPAY)
  ResponseEntity<Resource> dayFile(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return ResponseEntity.ok().contentType(CSV).body(orders.dayFile(day));
  }
}
