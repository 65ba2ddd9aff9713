package org.motcua.identity.parcels;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** All that is held of me. */
@Controller
@RequestMapping("/my/account/data")
class DataController {

  private static final int KILOBYTE = 1024;

  private final AskParcel askParcel;
  private final Parcels parcels;
  private final Clock clock;

  DataController(AskParcel askParcel, Parcels parcels, Clock clock) {
    this.askParcel = askParcel;
    this.parcels = parcels;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    model.addAttribute(
        "view",
        parcels.findLatest(user.id(), clock.instant()).map(it -> view(it, page)).orElse(null));
    return "identity/parcels/data";
  }

  @PostMapping
  String ask(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page) {
    user.require(LevelOfAssurance.LOA2);
    askParcel.ask(user, page.language());
    return "redirect:/my/account/data";
  }

  /** Piece by piece, as it is kept: the whole is never in memory. */
  @GetMapping("/{id}/motcua.zip")
  void download(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletResponse response)
      throws IOException {
    user.require(LevelOfAssurance.LOA2);
    var parcel =
        parcels
            .find(id)
            .filter(it -> it.account().equals(user.id()) && it.ready())
            .filter(it -> clock.instant().isBefore(it.keptUntil()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var bytes = parcel.bytes();
    if (bytes != null) response.setContentLengthLong(bytes);
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"motcua.zip\"");
    response.setHeader("Cache-Control", "no-store");
    var out = response.getOutputStream();
    for (var number = 0; ; number++) {
      var piece = parcels.findPiece(id, number);
      if (piece == null) break;
      out.write(piece);
    }
  }

  private static ParcelView view(KeptParcel parcel, Page page) {
    var readyAt = parcel.readyAt();
    var bytes = parcel.bytes();
    return new ParcelView(
        page.dateTime(parcel.askedAt()),
        parcel.done(),
        parcel.holders(),
        parcel.failed(),
        readyAt == null ? null : page.dateTime(readyAt),
        page.dateTime(parcel.keptUntil()),
        "/my/account/data/" + parcel.id() + "/motcua.zip",
        bytes == null ? 0 : Math.max(1, bytes / KILOBYTE));
  }
}
