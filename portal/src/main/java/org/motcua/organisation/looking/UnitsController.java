package org.motcua.organisation.looking;

import java.time.Duration;
import java.util.List;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Feeds the unit picker of pages: the units right below one, or the provinces. */
@RestController
class UnitsController {

  private final Organisation organisation;

  UnitsController(Organisation organisation) {
    this.organisation = organisation;
  }

  @GetMapping("/units")
  ResponseEntity<List<Choice>> units(@RequestParam(defaultValue = "") String parent) {
    var units = parent.isEmpty() ? organisation.provinces() : children(parent);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(units.stream().map(Choice::of).toList());
  }

  private List<Unit> children(String parent) {
    return UnitCode.parse(parent)
        .flatMap(organisation::findUnit)
        .map(unit -> organisation.children(unit.code()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such unit"));
  }

  record Choice(String code, String name) {

    static Choice of(Unit unit) {
      return new Choice(unit.code().value(), unit.fullName());
    }
  }
}
