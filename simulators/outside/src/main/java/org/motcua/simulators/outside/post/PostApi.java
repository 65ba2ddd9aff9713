package org.motcua.simulators.outside.post;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The operator's interface for senders: announce a letter, ask where it is. */
@RestController
class PostApi {

  private static final String ANOTHER = "00000000-0000-0000-0000-000000000000";

  private final Consignments consignments;
  private final Faults faults;

  PostApi(Consignments consignments, Faults faults) {
    this.consignments = consignments;
    this.faults = faults;
  }

  /** May come twice: the same reference gets the same number. */
  @PostMapping("/post/consignments")
  @Suffers(Service.POST)
  State receive(@RequestBody Letter.Sent sent) {
    var consignment = consignments.receive(Letter.of(sent));
    if (faults.of(Service.POST) == Fault.REPLY_LOST) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "The operator is out of order; try again later");
    }
    return state(consignment);
  }

  @GetMapping("/post/consignments/{number}")
  @Suffers(Service.POST)
  State state(@PathVariable String number) {
    return state(
        consignments
            .find(number)
            .orElseThrow(() -> new NoSuchElementException("No letter has the number " + number)));
  }

  private State state(Consignment consignment) {
    var wrong = faults.of(Service.POST) == Fault.WRONG;
    return new State(
        consignment.trackingNumber(),
        wrong ? ANOTHER : consignment.letter().reference(),
        consignment.stage(),
        consignment.stage().ended(),
        consignment.history());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Problem unknown(NoSuchElementException e) {
    return new Problem(e.getMessage());
  }

  record Problem(@Nullable String detail) {}

  record State(
      String trackingNumber, String reference, Stage stage, boolean ended, List<Step> history) {}
}
