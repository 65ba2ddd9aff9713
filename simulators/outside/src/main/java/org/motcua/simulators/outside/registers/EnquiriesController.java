package org.motcua.simulators.outside.registers;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log for programs: tests look whether the portal asked, and why. */
@RestController
class EnquiriesController {

  private static final int LISTED = 200;

  private final Enquiries enquiries;

  EnquiriesController(Enquiries enquiries) {
    this.enquiries = enquiries;
  }

  @GetMapping("/api/enquiries")
  List<Enquiry> latest(@RequestParam(defaultValue = "") String about) {
    return enquiries.latest(about, LISTED);
  }
}
