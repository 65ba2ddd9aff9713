package org.motcua.identity.officers;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.platform.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Officers of the administrator's agencies. Others learn not even that an officer exists. */
@Controller
class OfficersController {

  static final String HERE = "/desk/officers";

  private static final int PAGE_SIZE = 25;

  private final Officers officers;
  private final Remits remits;
  private final Posts posts;
  private final Organisation organisation;

  OfficersController(Officers officers, Remits remits, Posts posts, Organisation organisation) {
    this.officers = officers;
    this.remits = remits;
    this.posts = posts;
    this.organisation = organisation;
  }

  @GetMapping(HERE)
  String list(
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var remit = remits.demand(user);
    var here = remit.agency(agency);
    var from = after == null ? OfficerKey.FIRST : OfficerKey.parse(after).orElse(OfficerKey.FIRST);
    var words = q.strip();
    var found =
        words.isEmpty()
            ? officers.listAt(here.id(), from, PAGE_SIZE)
            : officers.search(remit.under(here.id()), words, from, PAGE_SIZE);
    var above = here.parent();
    model.addAttribute(
        "view",
        new ListView(
            here,
            above == null || !remit.covers(above) ? null : organisation.getAgency(above),
            remit.below(here.id()),
            words,
            found.officers().stream().map(one -> row(one, here, user, page)).toList(),
            next(here, words, found.next())));
    return "identity/officers/list";
  }

  private ListView.Row row(Officer officer, Agency here, CurrentUser user, Page page) {
    var elsewhere = !officer.agency().equals(here.id());
    var roles =
        posts.postsOf(officer.officerId()).stream()
            .map(Post::role)
            .distinct()
            .map(role -> RoleWords.name(role, page))
            .toList();
    return new ListView.Row(
        officer,
        elsewhere ? organisation.getAgency(officer.agency()).name() : null,
        roles,
        officer.id().equals(user.id()));
  }

  private static @Nullable String next(Agency here, String words, @Nullable OfficerKey key) {
    if (key == null) return null;
    var address = UriComponentsBuilder.fromPath(HERE).queryParam("agency", here.id().value());
    if (!words.isEmpty()) address.queryParam("q", "{words}");
    return address
        .queryParam("after", key.inAddress())
        .encode()
        .buildAndExpand(words)
        .toUriString();
  }
}
