package org.motcua.catalogue.questioning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What somebody with an account has asked. */
@Controller
@RequestMapping("/my/questions")
class MyQuestionsController {

  private static final int PAGE = 20;

  private final QuestionStore questions;
  private final AskedViews views;

  MyQuestionsController(QuestionStore questions, AskedViews views) {
    this.questions = questions;
    this.views = views;
  }

  @GetMapping
  String list(
      @RequestParam @Nullable UUID before, @AuthenticationPrincipal CurrentUser user, Model model) {
    var found =
        questions.listOf(user.id(), before == null ? null : new QuestionId(before), PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("views", page.stream().map(views::of).toList());
    model.addAttribute(
        "next", found.size() > PAGE ? "/my/questions?before=" + page.getLast().id() : null);
    return "catalogue/questioning/mine";
  }

  @GetMapping("/{id}")
  String read(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, Model model) {
    var question =
        questions
            .find(new QuestionId(id))
            .filter(it -> user.id().equals(it.asking().asker()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", views.of(question));
    model.addAttribute("address", null);
    model.addAttribute("sent", false);
    return "catalogue/questioning/asked";
  }
}
