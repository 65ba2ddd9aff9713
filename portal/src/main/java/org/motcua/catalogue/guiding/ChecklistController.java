package org.motcua.catalogue.guiding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.OnlineApplications;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.guiding.ChecklistRules.Question;
import org.motcua.catalogue.guiding.PlaceAnswer.Chosen;
import org.motcua.catalogue.guiding.PlaceAnswer.NotYet;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitLevel;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Asks one question a page, then the place, then shows the list. Whatever the address holds, there
 * is a page to go on from: what fits no question is asked again.
 */
@Controller
class ChecklistController {

  private final Catalogue catalogue;
  private final ChecklistFiles files;
  private final Places places;
  private final Receivers receivers;
  private final DueDates dueDates;
  private final OnlineApplications online;
  private final Organisation organisation;
  private final Messages messages;
  private final Clock clock;
  private final String portal;

  ChecklistController(
      Catalogue catalogue,
      ChecklistFiles files,
      Places places,
      Receivers receivers,
      DueDates dueDates,
      OnlineApplications online,
      Organisation organisation,
      Messages messages,
      Clock clock,
      @Value("${motcua.public-url}") String portal) {
    this.catalogue = catalogue;
    this.files = files;
    this.places = places;
    this.receivers = receivers;
    this.dueDates = dueDates;
    this.online = online;
    this.organisation = organisation;
    this.messages = messages;
    this.clock = clock;
    this.portal = portal;
  }

  @GetMapping("/procedures/{code}/checklist")
  String checklist(
      @PathVariable String code, @RequestParam Map<String, @Nullable String> sent, Model model) {
    var procedure =
        ProcedureCode.parse(code)
            .flatMap(catalogue::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("procedure", procedure);
    return new Visit(procedure, rules(procedure), valued(sent), model).view();
  }

  /** A parameter without a value has none, instead of an empty one. */
  private static Map<String, String> valued(Map<String, @Nullable String> sent) {
    var valued = new LinkedHashMap<String, String>();
    sent.forEach(
        (name, value) -> {
          if (value != null) valued.put(name, value);
        });
    return valued;
  }

  /** A province's own copy has fees and times of its own, so the ministry's rules do not fit it. */
  private ChecklistRules rules(Procedure procedure) {
    return files.find(procedure.code()).orElseGet(() -> RulesOfAnyProcedure.of(procedure));
  }

  private final class Visit {

    private final Procedure procedure;
    private final ChecklistRules rules;
    private final Map<String, String> sent;
    private final Model model;
    private final Walk walk;
    private final String asked;

    Visit(Procedure procedure, ChecklistRules rules, Map<String, String> sent, Model model) {
      this.procedure = procedure;
      this.rules = rules;
      this.sent = sent;
      this.model = model;
      this.walk = Walk.through(rules.questions(), sent, sent.get(ChecklistAddress.ASK));
      this.asked = sent.getOrDefault(ChecklistAddress.ASKED, "");
    }

    String view() {
      var next = walk.next();
      if (next != null) return ask(next);
      return rules.forAnswers(walk.answers()).map(this::placed).orElseGet(this::startAgain);
    }

    private String ask(Question question) {
      var about = question.id().equals(asked);
      if (!asked.isEmpty() && !about) return "redirect:" + address().here();
      var fault =
          walk.unknown()
              ? Optional.of("catalogue.guide.unknownAnswer")
              : Optional.of("catalogue.guide.choose").filter(key -> about);
      model.addAttribute("asking", asking(question.id(), walk.answered().size() + 1, fault));
      model.addAttribute("question", question);
      model.addAttribute("chosen", sent.getOrDefault(question.id(), ""));
      return "catalogue/guiding/question";
    }

    private String placed(Checklist list) {
      var needed = list.place().receiving().asksFor();
      if (needed.isEmpty()) return show(list, new PlaceAnswer.Passed(Map.of()));
      var place = places.read(sent, needed.get());
      var again =
          ChecklistAddress.PLACE.equals(sent.get(ChecklistAddress.ASK))
              || sent.containsKey(ChecklistAddress.UPDATE);
      return again || place instanceof NotYet
          ? askPlace(list, needed.get(), place, again)
          : show(list, place);
    }

    private String askPlace(Checklist list, UnitLevel needed, PlaceAnswer place, boolean again) {
      var about = asked.equals(ChecklistAddress.PLACE);
      if (!asked.isEmpty() && !about) return "redirect:" + address(place.fields()).here();
      Optional<String> fault =
          !again && place instanceof NotYet notYet && tells(notYet, about)
              ? Optional.of("catalogue.guide.place." + notYet.fault())
              : Optional.empty();
      model.addAttribute(
          "asking", asking(ChecklistAddress.PLACE, walk.answered().size() + 1, fault));
      model.addAttribute("ask", list.place().question());
      model.addAttribute("provinceOnly", needed == UnitLevel.PROVINCE);
      model.addAttribute("pick", places.pick(sent));
      return "catalogue/guiding/place";
    }

    /** Who has only just come to this question has made no mistake, whatever is missing. */
    private static boolean tells(NotYet place, boolean sentFromHere) {
      return sentFromHere || place.fault() == PlaceAnswer.Fault.UNKNOWN;
    }

    private String show(Checklist list, PlaceAnswer place) {
      var address = address(place.fields());
      if (!asked.isEmpty() || sent.containsKey(ChecklistAddress.ASK)) {
        return "redirect:" + address.here();
      }
      var receiver = receivers.find(list.place(), place, procedure);
      model.addAttribute("list", list);
      model.addAttribute("answers", answers(address));
      model.addAttribute("place", answeredPlace(list, place, address));
      model.addAttribute("copy", copyOf(place).orElse(null));
      model.addAttribute("receiver", receiver);
      model.addAttribute("due", dueDates.ifFiledNow(list.time(), receiver.agency()).orElse(null));
      model.addAttribute("online", online.addressFor(procedure.code()).orElse(null));
      model.addAttribute("address", address);
      model.addAttribute("printed", portal + address.here());
      model.addAttribute("today", LocalDate.now(clock.withZone(CountryTime.ZONE)));
      return "catalogue/guiding/checklist";
    }

    private @Nullable AnsweredQuestion answeredPlace(
        Checklist list, PlaceAnswer place, ChecklistAddress address) {
      var needed = list.place().receiving().asksFor();
      if (needed.isEmpty()) return null;
      var asked = list.place().question();
      return new AnsweredQuestion(
          asked == null ? said("catalogue.guide.place.answered") : asked,
          place instanceof Chosen chosen
              ? new Words(organisation.pathName(chosen.unit().code()), null)
              : said("catalogue.guide.place.passed"),
          address.askingAgain(ChecklistAddress.PLACE));
    }

    private Words said(String key) {
      return new Words(
          messages.text(Language.VIETNAMESE, key), messages.text(Language.ENGLISH, key));
    }

    /** The chosen province may keep a copy of the procedure, with its own fee and place. */
    private Optional<Procedure> copyOf(PlaceAnswer place) {
      return place instanceof Chosen chosen
          ? organisation
              .provinceOf(chosen.unit().code())
              .flatMap(province -> catalogue.findFor(procedure.code(), province.code()))
              .filter(found -> !found.code().equals(procedure.code()))
          : Optional.empty();
    }

    /** Rules in which a way leads nowhere are never taken in, so this is only for the compiler. */
    private String startAgain() {
      return "redirect:" + new ChecklistAddress(procedure.code(), Map.of(), Map.of()).path();
    }

    private Asking asking(String id, int number, Optional<String> fault) {
      var carried = new LinkedHashMap<String, String>();
      for (var question : rules.questions()) {
        var value = sent.get(question.id());
        if (value != null && question.choice(value).isPresent()) carried.put(question.id(), value);
      }
      carried.putAll(placeSent());
      carried.keySet().removeIf(name -> name.equals(id) || name.startsWith(id + "."));
      return new Asking(id, number, fault.orElse(null), carried, answers(address()), back());
    }

    /** The question before, or the procedure's page. */
    private String back() {
      return walk.answered().isEmpty()
          ? address().procedure()
          : address().askingAgain(walk.answered().getLast().question().id());
    }

    private Map<String, String> placeSent() {
      var fields = new LinkedHashMap<String, String>();
      for (var name :
          new String[] {
            ChecklistAddress.PLACE,
            ChecklistAddress.PROVINCE,
            ChecklistAddress.DISTRICT,
            ChecklistAddress.COMMUNE
          }) {
        var value = sent.getOrDefault(name, "");
        if (!value.isEmpty()) fields.put(name, value);
      }
      return fields;
    }

    private List<AnsweredQuestion> answers(ChecklistAddress address) {
      return walk.answered().stream()
          .map(
              it ->
                  new AnsweredQuestion(
                      it.question().words(),
                      it.choice().words(),
                      address.askingAgain(it.question().id())))
          .toList();
    }

    private ChecklistAddress address() {
      return address(placeSent());
    }

    private ChecklistAddress address(Map<String, String> place) {
      return new ChecklistAddress(procedure.code(), walk.answers(), place);
    }
  }
}
