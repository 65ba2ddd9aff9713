package org.motcua.notifications;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.outgoing.Outbox;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class InboxController {

  private static final int PAGE_SIZE = 20;

  private final Inbox inbox;
  private final Outbox outbox;

  InboxController(Inbox inbox, Outbox outbox) {
    this.inbox = inbox;
    this.outbox = outbox;
  }

  @GetMapping("/my/inbox")
  String list(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable UUID before,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var messages = inbox.list(user.id(), before, PAGE_SIZE + 1);
    var shown = messages.subList(0, Math.min(PAGE_SIZE, messages.size()));
    var older = messages.size() > PAGE_SIZE ? "/my/inbox?before=" + shown.getLast().id() : null;
    model.addAttribute("messages", read(shown, page));
    model.addAttribute("unread", inbox.countUnread(user.id(), PAGE_SIZE));
    model.addAttribute("newest", before == null ? null : "/my/inbox");
    model.addAttribute("older", older);
    model.addAttribute("preferences", PreferencesController.PATH);
    return "notifications/inbox";
  }

  @GetMapping("/my/inbox/{id}")
  String show(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var message =
        inbox
            .find(user.id(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    inbox.markRead(user.id(), id);
    model.addAttribute("message", ReadMessage.of(message, page));
    model.addAttribute(
        "announced",
        outbox.deliveriesOf(id).stream().map(each -> AnnouncedBy.of(each, page)).toList());
    model.addAttribute("preferences", PreferencesController.PATH);
    return "notifications/message";
  }

  @PostMapping("/my/inbox/read")
  String markAllRead(@AuthenticationPrincipal CurrentUser user) {
    inbox.markAllRead(user.id());
    return "redirect:/my/inbox";
  }

  private static List<ReadMessage> read(List<Message> messages, Page page) {
    return messages.stream().map(message -> ReadMessage.of(message, page)).toList();
  }
}
