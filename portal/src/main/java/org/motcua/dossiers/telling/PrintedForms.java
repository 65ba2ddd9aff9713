package org.motcua.dossiers.telling;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.OfficialPaper;
import org.motcua.documents.Printing;
import org.motcua.dossiers.clock.ExplainTerm;
import org.motcua.dossiers.clock.Pause;
import org.motcua.dossiers.clock.StepTimes;
import org.motcua.dossiers.clock.StepTimes.State;
import org.motcua.dossiers.clock.StepTimes.StepTime;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.AdditionRequest.Point;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.eservices.RouteStep;
import org.motcua.forms.Question;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.QrPicture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The papers that go with a dossier, after the forms of Circular 01/2018/TT-VPCP. */
@Component
public class PrintedForms {

  private static final Set<Event> ENDS =
      EnumSet.of(Event.REFUSED, Event.STOPPED, Event.WITHDRAWAL_GRANTED);

  private final Printing printing;
  private final DossierStore dossiers;
  private final ApologyStore apologies;
  private final EntrustedStore entrusted;
  private final OnlineServices services;
  private final Organisation organisation;
  private final WorkingCalendar calendar;
  private final ExplainTerm terms;
  private final Histories histories;
  private final ConsignmentStore post;
  private final Clock clock;
  private final String publicUrl;

  PrintedForms(
      Printing printing,
      DossierStore dossiers,
      ApologyStore apologies,
      EntrustedStore entrusted,
      OnlineServices services,
      Organisation organisation,
      WorkingCalendar calendar,
      ExplainTerm terms,
      Histories histories,
      ConsignmentStore post,
      Clock clock,
      @Value("${motcua.public-url}") String publicUrl) {
    this.printing = printing;
    this.dossiers = dossiers;
    this.apologies = apologies;
    this.entrusted = entrusted;
    this.services = services;
    this.organisation = organisation;
    this.calendar = calendar;
    this.terms = terms;
    this.histories = histories;
    this.post = post;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Which there are of this dossier now, in the order of the circular. */
  public List<AgencyPaper> of(Dossier dossier) {
    var there = new ArrayList<AgencyPaper>();
    if (dossier.status().draft()) return there;
    there.add(AgencyPaper.RECEIPT);
    if (dossiers.countRequests(dossier.id()) > 0) there.add(AgencyPaper.ADDITIONS);
    if (isTurnedDown(dossier)) there.add(AgencyPaper.REFUSAL);
    if (apologies.find(dossier.id()).isPresent()) there.add(AgencyPaper.APOLOGY);
    there.add(AgencyPaper.CONTROL_SHEET);
    return there;
  }

  public Optional<byte[]> print(AgencyPaper paper, Dossier dossier) {
    if (!of(dossier).contains(paper)) return Optional.empty();
    return switch (paper) {
      case RECEIPT -> Optional.of(receipt(dossier));
      case ADDITIONS ->
          dossiers.findLastRequest(dossier.id()).map(asked -> additionRequest(dossier, asked));
      case REFUSAL -> endOf(dossier).map(end -> refusal(dossier, end));
      case APOLOGY -> apology(dossier);
      case CONTROL_SHEET -> Optional.of(controlSheet(dossier));
    };
  }

  /** What is stuck on the letter, and signed by the post when it takes it. */
  public Optional<byte[]> addressLabel(Dossier dossier) {
    return post.findAddress(dossier.id())
        .map(
            to ->
                print(
                    "address-label",
                    "Phiếu gửi kết quả qua bưu chính",
                    dossier,
                    dayOf(clock.instant()),
                    new HashMap<>(Map.of("to", to))));
  }

  /** Form 01: receipt of the dossier and appointment for the result. */
  public byte[] receipt(Dossier dossier) {
    var service = serviceOf(dossier);
    var day = dayOf(requireNonNull(dossier.term().submittedAt()));
    var situation = service.form().situation(dossier.answers(), day);
    var more = new HashMap<String, Object>();
    more.put("papers", service.papersIn(situation));
    more.put("timeLimit", terms.limit(dossier).text().vi());
    more.put("receivedBy", officerOf(dossier, Event.ACCEPTED));
    return print("receipt", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", dossier, day, more);
  }

  /** Form 02: all that is to be added or mended. */
  private byte[] additionRequest(Dossier dossier, AdditionRequest asked) {
    var service = serviceOf(dossier);
    var more = new HashMap<String, Object>();
    more.put(
        "points",
        asked.points().stream()
            .map(point -> new NamedPoint(subject(point, service), point.text()))
            .toList());
    more.put("askedAt", asked.askedAt());
    more.put("askedBy", officerOf(dossier, Event.ADDITIONS_REQUESTED));
    return print(
        "addition-request",
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        dossier,
        dayOf(asked.askedAt()),
        more);
  }

  /** Form 03: that it is not received, or not handled any further, and why. */
  private byte[] refusal(Dossier dossier, HistoryEntry end) {
    var title =
        dossier.status() == DossierStatus.REFUSED
            ? "Phiếu từ chối tiếp nhận hồ sơ"
            : "Thông báo dừng giải quyết hồ sơ";
    var more = new HashMap<String, Object>();
    more.put("end", end);
    more.put("endedBy", name(end));
    return print("refusal", title, dossier, dayOf(end.at()), more);
  }

  /** Form 04: that it takes longer, and until when. */
  private Optional<byte[]> apology(Dossier dossier) {
    return apologies
        .find(dossier.id())
        .map(
            apology ->
                print(
                    "apology",
                    "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
                    dossier,
                    dayOf(apology.madeAt()),
                    new HashMap<>(Map.of("apology", apology))));
  }

  /** Form 05: the sheet that goes with the dossier from step to step. */
  public byte[] controlSheet(Dossier dossier) {
    var history = dossiers.historyOf(dossier.id());
    var more = new HashMap<String, Object>();
    more.put("rows", rows(dossier, history));
    more.put("pauses", Pause.in(history));
    more.put("told", histories.forOfficers(dossier.id(), Language.VIETNAMESE));
    more.put("late", dossier.term().late(clock.instant()));
    return print(
        "control-sheet",
        "Phiếu kiểm soát quá trình giải quyết hồ sơ",
        dossier,
        dayOf(clock.instant()),
        more);
  }

  private List<ControlSheetRow> rows(Dossier dossier, List<HistoryEntry> history) {
    var agency = dossier.decidingAgency();
    var route = serviceOf(dossier).route();
    var times =
        StepTimes.of(
            route.stream().map(RouteStep::allotted).toList(),
            history,
            dossier.step(),
            clock.instant(),
            (from, to) -> calendar.workingTimeBetween(from, to, agency));
    var parts = entrusted.listOf(dossier.id());
    var rows = new ArrayList<ControlSheetRow>();
    for (var step = 0; step < route.size(); step++) {
      var at = step;
      var time = withoutOthers(times.get(step), step, parts, agency);
      rows.add(
          new ControlSheetRow(
              route.get(step).title().vi(),
              time.officers().stream()
                  .map(officer -> histories.name(officer, Language.VIETNAMESE))
                  .distinct()
                  .toList(),
              time));
      parts.stream().filter(part -> part.step() == at).map(this::row).forEach(rows::add);
    }
    return rows;
  }

  /** While others do the work of a step, it is their time that runs, and they who are late. */
  private StepTime withoutOthers(StepTime time, int step, List<Entrusted> parts, AgencyId agency) {
    var theirs =
        parts.stream()
            .filter(part -> part.step() == step && part.kind() == Entrusted.Kind.WORK)
            .map(part -> calendar.workingTimeBetween(part.askedAt(), until(part), agency))
            .reduce(WorkingTime.ZERO, WorkingTime::plus);
    return new StepTime(
        time.officers(),
        time.from(),
        time.to(),
        time.allotted(),
        time.used().minus(theirs),
        time.state());
  }

  private Instant until(Entrusted part) {
    return part.ending() == null ? clock.instant() : part.ending().at();
  }

  /** Done by others, and late by others. */
  private ControlSheetRow row(Entrusted part) {
    var ending = part.ending();
    var by = ending != null && ending.verdict() != null ? ending.by() : null;
    var taken = part.taken() == null ? null : part.taken().name();
    return new ControlSheetRow(
        (part.kind() == Entrusted.Kind.OPINION ? "Lấy ý kiến: " : "Giao phối hợp: ")
            + organisation.getAgency(part.agency()).name(),
        Stream.of(by == null ? taken : by).filter(Objects::nonNull).toList(),
        new StepTime(
            List.of(),
            part.askedAt(),
            ending == null ? null : ending.at(),
            WorkingTime.hours(part.hours()),
            calendar.workingTimeBetween(part.askedAt(), until(part), part.agency()),
            ending == null ? State.UNDER_WAY : State.DONE));
  }

  private byte[] print(
      String template, String title, Dossier dossier, LocalDate date, Map<String, Object> more) {
    var service = serviceOf(dossier);
    more.put("paper", head(title, dossier.decidingAgency(), dossier.submittedCode().value(), date));
    more.put("dossier", dossier);
    more.put("service", service.name().vi());
    more.put("formats", new Formats(Language.VIETNAMESE));
    more.put("mark", mark(dossier));
    return printing.pdf(printing.html("dossiers/printing/" + template, more));
  }

  private TrackingMark mark(Dossier dossier) {
    var code = dossier.submittedCode().value();
    var address = publicUrl + "/track";
    var query = UriUtils.encodeQueryParam(code, StandardCharsets.UTF_8);
    return new TrackingMark(code, QrPicture.dataUri(address + "?code=" + query), address);
  }

  OfficialPaper head(String title, AgencyId of, @Nullable String number, LocalDate date) {
    var agency = organisation.getAgency(of);
    var superior =
        agency.parent() == null
            ? null
            : organisation.findAgency(agency.parent()).map(Agency::name).orElse(null);
    var place =
        agency.unit() == null
            ? null
            : organisation.findUnit(agency.unit()).map(Unit::name).orElse(null);
    return new OfficialPaper(title, superior, agency.name(), number, place, date);
  }

  /**
   * @param subject the question or paper that it is about; empty: the whole dossier
   */
  public record NamedPoint(String subject, String text) {}

  private static String subject(Point point, OnlineService service) {
    return service.papers().stream()
        .filter(paper -> point.aboutPaper(paper.id()))
        .map(Paper::name)
        .findFirst()
        .or(
            () ->
                service.form().questions().stream()
                    .filter(question -> point.aboutQuestion(question.id()))
                    .map(Question::name)
                    .findFirst())
        .map(words -> words.vi())
        .orElse("");
  }

  private static boolean isTurnedDown(Dossier dossier) {
    return dossier.status() == DossierStatus.REFUSED || dossier.status() == DossierStatus.STOPPED;
  }

  private Optional<HistoryEntry> endOf(Dossier dossier) {
    return last(dossier, ENDS);
  }

  /** Empty where it has not happened, or the portal did it. */
  private String officerOf(Dossier dossier, Event event) {
    return last(dossier, EnumSet.of(event)).map(this::name).orElse("");
  }

  private Optional<HistoryEntry> last(Dossier dossier, Set<Event> events) {
    return dossiers.historyOf(dossier.id()).reversed().stream()
        .filter(entry -> events.contains(entry.event()))
        .findFirst();
  }

  private String name(HistoryEntry entry) {
    return entry.actor() instanceof HistoryEntry.Actor.ThePortal
        ? ""
        : histories.name(entry.actor(), Language.VIETNAMESE);
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private static LocalDate dayOf(Instant moment) {
    return moment.atZone(CountryTime.ZONE).toLocalDate();
  }
}
