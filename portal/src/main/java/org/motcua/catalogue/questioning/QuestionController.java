package org.motcua.catalogue.questioning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.BestKey;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.motcua.catalogue.questioning.model.PublishedStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Reading questions and their answers, and saying whether one helped. */
@Controller
class QuestionController {

  private static final int PAGE = 20;
  private static final int OTHERS = 5;
  private static final Limit VOTES = new Limit(60, Duration.ofMinutes(10));

  private final Questions questions;
  private final PublishedStore published;
  private final Catalogue catalogue;
  private final Organisation organisation;
  private final Visitors visitors;
  private final RateLimits limits;

  QuestionController(
      Questions questions,
      PublishedStore published,
      Catalogue catalogue,
      Organisation organisation,
      Visitors visitors,
      RateLimits limits) {
    this.questions = questions;
    this.published = published;
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.visitors = visitors;
    this.limits = limits;
  }

  @GetMapping("/questions/{id:[0-9a-f-]{36}}")
  String read(
      @PathVariable String id,
      @RequestParam Optional<String> thanks,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Model model) {
    var question =
        QuestionId.parse(id).flatMap(questions::find).orElseThrow(QuestionController::notFound);
    var code = question.procedure();
    model.addAttribute("question", question);
    model.addAttribute("procedure", code == null ? null : catalogue.find(code).orElse(null));
    model.addAttribute(
        "agency",
        organisation
            .findAgency(question.agency())
            .map(Agency::name)
            .orElse(question.agency().value()));
    model.addAttribute("others", others(question));
    model.addAttribute(
        "voice",
        visitors
            .known(request, user)
            .flatMap(voter -> published.findVote(question.id(), voter))
            .orElse(null));
    model.addAttribute("thanks", thanks.isPresent());
    return "catalogue/questioning/question";
  }

  private List<PublishedQuestion> others(PublishedQuestion question) {
    var code = question.procedure();
    if (code == null) return List.of();
    return questions.best(code, null, OTHERS + 1).stream()
        .filter(other -> !other.id().equals(question.id()))
        .limit(OTHERS)
        .toList();
  }

  /**
   * @param helpful {@code yes} or {@code no}
   */
  @PostMapping("/questions/{id:[0-9a-f-]{36}}/voice")
  String vote(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String helpful,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response) {
    var question = QuestionId.parse(id).orElseThrow(QuestionController::notFound);
    if (!helpful.equals("yes") && !helpful.equals("no")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (!limits.tryConsume("catalogue.voice:" + request.getRemoteAddr(), VOTES)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var voter = visitors.get(request, response, user);
    if (!published.vote(question, voter, helpful.equals("yes"))) throw notFound();
    return "redirect:/questions/" + question + "?thanks=yes#voice";
  }

  @GetMapping("/procedures/{code}/questions")
  String ofProcedure(
      @PathVariable String code, @RequestParam(defaultValue = "") String after, Model model) {
    var procedure =
        ProcedureCode.parse(code)
            .flatMap(catalogue::find)
            .orElseThrow(QuestionController::notFound);
    var here = "/procedures/" + procedure.code() + "/questions";
    var key = BestKey.parse(after).orElse(null);
    model.addAttribute("procedure", procedure);
    model.addAttribute("total", questions.count(procedure.code()));
    return list(questions.best(procedure.code(), key, PAGE + 1), here, key == null, model);
  }

  @GetMapping("/questions")
  String all(@RequestParam(defaultValue = "") String after, Model model) {
    var key = BestKey.parse(after).orElse(null);
    model.addAttribute("procedure", null);
    model.addAttribute("total", 0L);
    return list(questions.best(key, PAGE + 1), "/questions", key == null, model);
  }

  private String list(List<PublishedQuestion> found, String here, boolean firstPage, Model model) {
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("questions", page);
    model.addAttribute("procedures", procedures(page));
    model.addAttribute("first", firstPage ? null : here);
    model.addAttribute(
        "next", found.size() > PAGE ? here + "?after=" + page.getLast().key() : null);
    return "catalogue/questioning/list";
  }

  private Map<ProcedureCode, Procedure> procedures(List<PublishedQuestion> page) {
    return page.stream()
        .map(PublishedQuestion::procedure)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(code -> catalogue.find(code).stream())
        .collect(Collectors.toMap(Procedure::code, Function.identity()));
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
