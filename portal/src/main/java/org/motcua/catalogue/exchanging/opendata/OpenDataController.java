package org.motcua.catalogue.exchanging.opendata;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells people what open data there is and how to fetch it. */
@Controller
class OpenDataController {

  private final String address;
  private final int perAddress;
  private final int exports;

  OpenDataController(
      @Value("${motcua.public-url}") String address,
      @Value("${motcua.catalogue.open-data.per-address}") int perAddress,
      @Value("${motcua.catalogue.open-data.exports}") int exports) {
    this.address = address;
    this.perAddress = perAddress;
    this.exports = exports;
  }

  @GetMapping("/open-data")
  String openData(Model model) {
    model.addAttribute("address", address);
    model.addAttribute("perAddress", perAddress);
    model.addAttribute("exports", exports);
    return "catalogue/exchanging/open-data";
  }
}
