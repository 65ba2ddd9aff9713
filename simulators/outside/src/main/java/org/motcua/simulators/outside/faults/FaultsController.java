package org.motcua.simulators.outside.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Switches outages on and off, so that the portal can be watched while it copes. */
@Controller
class FaultsController {

  private static final Duration LATEST = Duration.ofHours(1);

  private final Faults faults;

  FaultsController(Faults faults) {
    this.faults = faults;
  }

  @GetMapping("/faults")
  String page(Model model) {
    model.addAttribute("faults", faults);
    return "faults/faults";
  }

  /** Services that the form does not name stay as they are. */
  @PostMapping("/faults")
  String choose(@RequestParam Map<String, String> fields) {
    Optional.ofNullable(fields.get("seconds")).ifPresent(this::chooseLateness);
    var chosen = Arrays.stream(Service.values()).filter(one -> fields.containsKey(one.code()));
    chosen.forEach(service -> faults.choose(service, fault(service, fields.get(service.code()))));
    return "redirect:/faults";
  }

  @PutMapping("/faults/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String code, @RequestBody Wanted wanted) {
    var service =
        Arrays.stream(Service.values())
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such service"));
    Optional.ofNullable(wanted.seconds()).ifPresent(this::chooseLateness);
    faults.choose(service, fault(service, wanted.fault()));
  }

  /** As typed; what is no number of seconds within an hour changes nothing. */
  private void chooseLateness(String seconds) {
    if (!seconds.strip().matches("\\d{1,4}")) return;
    var chosen = Duration.ofSeconds(Long.parseLong(seconds.strip()));
    if (chosen.compareTo(LATEST) <= 0) faults.setLateness(chosen);
  }

  private static Fault fault(Service service, @Nullable String name) {
    return Optional.ofNullable(name)
        .map(given -> given.toUpperCase(Locale.ROOT))
        .flatMap(
            given -> service.faults().stream().filter(one -> one.name().equals(given)).findFirst())
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The fault must be one of " + service.faults()));
  }

  record Wanted(@Nullable String fault, @Nullable String seconds) {}
}
