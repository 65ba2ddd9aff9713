package org.motcua.simulators.outside.vnpay;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.gateways.Order;
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

/** Behind the gateway's counter: its orders, and the files that merchants fetch every day. */
@Controller("vnpayGatewayController")
class GatewayController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final VnpayOrders orders;
  private final Notices notices;
  private final Clock clock;

  GatewayController(VnpayOrders orders, Notices notices, Clock clock) {
    this.orders = orders;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/vnpay")
  String list(Model model) {
    model.addAttribute("orders", orders.latest());
    model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Page.COUNTRY_TIME));
    return "vnpay/orders";
  }

  /** A notice more, as if it had come twice. */
  @PostMapping("/vnpay/orders/{ref}/notices")
  String tell(@PathVariable String ref) {
    return afterwards(ref, order -> notices.send(order, 0));
  }

  /** What was looked into is found to be no fraud. */
  @PostMapping("/vnpay/orders/{ref}/release")
  String release(@PathVariable String ref) {
    return afterwards(ref, order -> orders.release(ref).ifPresent(notices::tell));
  }

  /** The payer's bank takes the money back. */
  @PostMapping("/vnpay/orders/{ref}/reversal")
  String reverse(@PathVariable String ref) {
    return afterwards(ref, order -> orders.reverse(ref).ifPresent(notices::tell));
  }

  private String afterwards(String ref, Consumer<Order> act) {
    act.accept(
        orders.find(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "redirect:/vnpay";
  }

  @GetMapping("/vnpay/day-files/{day}.csv")
  @Suffers(Service.VNPAY)
  ResponseEntity<Resource> dayFile(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return ResponseEntity.ok().contentType(CSV).body(orders.dayFile(day));
  }
}
