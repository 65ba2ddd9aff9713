package org.motcua.catalogue.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.OnlineApplications;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

@Controller
class ProcedureController {

  private final Catalogue catalogue;
  private final OnlineApplications online;

  ProcedureController(Catalogue catalogue, OnlineApplications online) {
    this.catalogue = catalogue;
    this.online = online;
  }

  @GetMapping("/procedures/{code}")
  String read(@PathVariable String code, Model model, HttpServletResponse response) {
    var procedure =
        ProcedureCode.parse(code)
            .flatMap(catalogue::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setHeader(HttpHeaders.CACHE_CONTROL, UnchangedReplies.ASK_AGAIN);
    model.addAttribute("procedure", procedure);
    model.addAttribute("online", online.addressFor(procedure.code()).orElse(null));
    model.addAttribute("related", related(procedure));
    return "catalogue/reading/procedure";
  }

  /** Those of the related procedures that the catalogue holds, in the order the text names them. */
  private List<Procedure> related(Procedure procedure) {
    return procedure.related().stream().flatMap(code -> catalogue.find(code).stream()).toList();
  }
}
