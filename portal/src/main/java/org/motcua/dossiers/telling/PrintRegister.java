package org.motcua.dossiers.telling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Printing;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ReceivedKey;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineServices;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.QrPicture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Form 06: what an agency received in a time, in the order in which it came. */
@Component
public class PrintRegister {

  /** A paper that is laid out in memory has to end somewhere. */
  public static final int MOST = 2_000;

  private static final int PAGE = 500;

  private final Printing printing;
  private final PrintedForms forms;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Clock clock;
  private final String publicUrl;
  private final Formats formats = new Formats(Language.VIETNAMESE);

  PrintRegister(
      Printing printing,
      PrintedForms forms,
      DossierStore dossiers,
      OnlineServices services,
      Organisation organisation,
      Clock clock,
      @Value("${motcua.public-url}") String publicUrl) {
    this.printing = printing;
    this.forms = forms;
    this.dossiers = dossiers;
    this.services = services;
    this.organisation = organisation;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /**
   * @param to the last day, itself included
   */
  public int count(AgencyId agency, LocalDate from, LocalDate to) {
    return dossiers.countReceived(agency, morning(from), morning(to.plusDays(1)));
  }

  /**
   * @param seen is told of the dossiers whose people stand in it, page by page
   */
  public byte[] pdf(AgencyId agency, LocalDate from, LocalDate to, Consumer<List<Dossier>> seen) {
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    var parameters = new HashMap<String, Object>();
    parameters.put("paper", forms.head("Sổ theo dõi hồ sơ", agency, null, today));
    Iterable<RegisterRow> rows =
        () -> new Rows(agency, morning(from), morning(to.plusDays(1)), seen);
    parameters.put("rows", rows);
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("count", Math.min(MOST, count(agency, from, to)));
    parameters.put("qrDataUri", QrPicture.dataUri(publicUrl + "/track"));
    parameters.put("address", publicUrl + "/track");
    parameters.put("formats", formats);
    return printing.pdf(printing.html("dossiers/printing/register", parameters));
  }

  /** Reads a page of dossiers at a time, each from where the last one ended. */
  private class Rows implements Iterator<RegisterRow> {

    private final AgencyId agency;
    private final String agencyName;
    private final Instant from;
    private final Instant until;
    private final Consumer<List<Dossier>> seen;
    private Iterator<Dossier> page = List.<Dossier>of().iterator();
    private @Nullable ReceivedKey last;
    private boolean more = true;
    private int number;

    Rows(AgencyId agency, Instant from, Instant until, Consumer<List<Dossier>> seen) {
      this.agency = agency;
      this.agencyName = organisation.getAgency(agency).name();
      this.from = from;
      this.until = until;
      this.seen = seen;
    }

    @Override
    public boolean hasNext() {
      if (number >= MOST) return false;
      if (!page.hasNext() && more) {
        var found = dossiers.listReceived(agency, from, until, last, PAGE);
        more = found.size() == PAGE;
        if (!found.isEmpty()) seen.accept(found);
        page = found.iterator();
      }
      return page.hasNext();
    }

    @Override
    public RegisterRow next() {
      if (!hasNext()) throw new NoSuchElementException();
      var dossier = page.next();
      last = ReceivedKey.of(dossier);
      number++;
      return row(number, dossier, agencyName);
    }
  }

  private RegisterRow row(int number, Dossier dossier, String agency) {
    var term = dossier.term();
    return new RegisterRow(
        number,
        dossier.submittedCode().value(),
        services.get(dossier.service().slug(), dossier.service().version()).name().vi(),
        dossier.applicant().name(),
        formats.phone(dossier.applicant().phone()),
        agency,
        moment(term.submittedAt()),
        moment(term.expectedAt()),
        moment(term.acceptedAt()),
        dossier.status() == DossierStatus.REFUSED ? "" : moment(term.finishedAt()),
        moment(term.returnedAt()),
        delivery(dossier.delivery()),
        "",
        remark(dossier));
  }

  /** The day below the time: side by side they are wider than a column. */
  private String moment(@Nullable Instant instant) {
    return instant == null ? "" : formats.dateTime(instant).replace(" ngày ", "\n");
  }

  private static String delivery(@Nullable Delivery delivery) {
    return switch (delivery) {
      case null -> "";
      case ONLINE -> "Trực tuyến";
      case COUNTER -> "Tại quầy";
      case POST -> "Bưu chính";
    };
  }

  private String remark(Dossier dossier) {
    var late = dossier.term().late(clock.instant()) ? "Quá hạn" : "";
    var state =
        switch (dossier.status()) {
          case REFUSED -> "Không tiếp nhận";
          case STOPPED -> "Dừng giải quyết";
          case ADDITIONS_REQUESTED -> "Chờ bổ sung";
          case PAYMENT_REQUESTED -> "Chờ nộp phí";
          case WITHDRAWAL_REQUESTED -> "Xin rút";
          default -> "";
        };
    return late.isEmpty() || state.isEmpty() ? late + state : late + "; " + state;
  }

  private static Instant morning(LocalDate day) {
    return day.atStartOfDay(CountryTime.ZONE).toInstant();
  }
}
