package org.motcua.catalogue.teaching;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.searching.FoldedText;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All officers read the everyday words; the Government Office changes them. */
@Controller
@RequestMapping("/desk/words")
class WordsController {

  private static final int PER_PAGE = 50;

  private final EverydayWordStore words;
  private final TeachWords teach;
  private final Teachers teachers;
  private final TryOut tryOut;
  private final Clock clock;

  WordsController(
      EverydayWordStore words, TeachWords teach, Teachers teachers, TryOut tryOut, Clock clock) {
    this.words = words;
    this.teach = teach;
    this.teachers = teachers;
    this.tryOut = tryOut;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(required = false) @Nullable UUID after,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var found = words.list().stream().filter(word -> has(word, query)).toList();
    var begin = placeAfter(after, found);
    var shown = found.subList(begin, Math.min(found.size(), begin + PER_PAGE));
    model.addAttribute("query", query.strip());
    model.addAttribute("words", shown);
    model.addAttribute("total", found.size());
    model.addAttribute(
        "next", begin + PER_PAGE < found.size() ? shown.getLast().id().toString() : null);
    model.addAttribute("teaches", teachers.teaches(user));
    return "catalogue/teaching/words";
  }

  private static boolean has(EverydayWord word, String query) {
    var wanted = FoldedText.of(query);
    return Stream.concat(word.say().stream(), word.mean().stream())
        .anyMatch(text -> FoldedText.of(text).contains(wanted));
  }

  private static int placeAfter(@Nullable UUID id, List<EverydayWord> found) {
    for (var i = 0; i < found.size(); i++) if (found.get(i).id().equals(id)) return i + 1;
    return 0;
  }

  @GetMapping("/new")
  String add(
      @RequestParam(defaultValue = "") String say,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    return form(NewId.next(), WordForm.fresh(say.strip()), FieldErrors.NONE, user, model);
  }

  @GetMapping("/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String taught,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var word = words.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("taught", taught != null);
    return form(id, WordForm.of(word), FieldErrors.NONE, user, model);
  }

  /** Tries first where that was asked: what would be found, and nothing is changed. */
  @PostMapping("/{id}")
  String save(
      @PathVariable UUID id,
      @ModelAttribute(name = "form") WordForm form,
      @RequestParam(name = "try", required = false) @Nullable String trying,
      @ModelAttribute(name = "page", binding = false) Page page,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var errors = form.errors(page);
    if (!errors.isEmpty()) return form(id, form, errors, user, model);
    if (trying != null) {
      if (!form.asked().isEmpty()) {
        model.addAttribute("compared", tryOut.compare(form.asked(), changed(id, form, user)));
      }
      return form(id, form, FieldErrors.NONE, user, model);
    }
    return switch (teach.save(id, form.version(), form.saying(), form.meaning(), user)) {
      case TeachingOutcome.Taught taught -> "redirect:/desk/words/" + id + "?taught";
      case TeachingOutcome.ChangedMeanwhile changed ->
          form(id, form, changedMeanwhile(page), user, model);
    };
  }

  private EverydayWord changed(UUID id, WordForm form, CurrentUser user) {
    return new EverydayWord(
        id, form.saying(), form.meaning(), form.version() + 1, clock.instant(), user.actor());
  }

  @PostMapping("/{id}/removal")
  String remove(
      @PathVariable UUID id,
      @RequestParam int version,
      @ModelAttribute(name = "page", binding = false) Page page,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    return switch (teach.remove(id, version, user)) {
      case TeachingOutcome.Taught taught -> "redirect:/desk/words";
      case TeachingOutcome.ChangedMeanwhile changed -> {
        var word = words.find(id);
        if (word.isEmpty()) yield "redirect:/desk/words";
        yield form(id, WordForm.of(word.get()), changedMeanwhile(page), user, model);
      }
    };
  }

  private static FieldErrors changedMeanwhile(Page page) {
    return new FieldErrors(
        List.of(new FieldError("say", page.t("catalogue.words.changedMeanwhile"))));
  }

  private String form(UUID id, WordForm form, FieldErrors errors, CurrentUser user, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("teaches", teachers.teaches(user));
    return "catalogue/teaching/word";
  }
}
