package org.motcua.dossiers.coordinating;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.PartEnded;
import org.motcua.dossiers.model.PartEntrusted;
import org.motcua.dossiers.telling.EntrustedViews;
import org.motcua.identity.AccountId;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells officers what they are asked, and those who asked what has come of it. */
@Component
class CoordinationNotices {

  private final EntrustedStore entrusted;
  private final EntrustedViews views;
  private final DossierStore dossiers;
  private final Posts posts;
  private final Notifications notifications;

  CoordinationNotices(
      EntrustedStore entrusted,
      EntrustedViews views,
      DossierStore dossiers,
      Posts posts,
      Notifications notifications) {
    this.entrusted = entrusted;
    this.views = views;
    this.dossiers = dossiers;
    this.posts = posts;
    this.notifications = notifications;
  }

  @ApplicationModuleListener
  void on(PartEntrusted event) {
    entrusted.find(event.part()).filter(Entrusted::waiting).ifPresent(this::asked);
  }

  private void asked(Entrusted part) {
    var words = part.kind().name().toLowerCase(Locale.ROOT);
    var arguments = List.of(views.nameOf(part.asker().agency()), part.code().value());
    tell(
        part,
        "asked",
        thoseAsked(part),
        new Notice(
            "dossiers.notice.entrusted_" + words, arguments, "/desk/entrusted/" + part.id()));
  }

  @ApplicationModuleListener
  void on(PartEnded event) {
    entrusted.find(event.part()).ifPresent(this::ended);
  }

  private void ended(Entrusted part) {
    switch (part.state()) {
      case ANSWERED ->
          tell(
              part,
              "answered",
              thoseWhoAsked(part),
              new Notice(
                  "dossiers.notice.entrusted_answered",
                  List.of(views.nameOf(part.agency()), part.code().value()),
                  "/desk/dossiers/" + part.dossier()));
      case WITHDRAWN ->
          tell(
              part,
              "withdrawn",
              thoseAsked(part),
              new Notice(
                  "dossiers.notice.entrusted_withdrawn",
                  List.of(views.nameOf(part.asker().agency()), part.code().value()),
                  "/desk/entrusted"));
      case ASKED, TAKEN_UP, OVERTAKEN -> {}
    }
  }

  private void tell(Entrusted part, String what, Stream<AccountId> to, Notice notice) {
    var key = "dossiers.entrusted:" + part.id() + ":" + what;
    to.distinct().forEach(account -> notifications.sendOnce(key, account, notice));
  }

  /** Who has taken it up, or else all who could. */
  private Stream<AccountId> thoseAsked(Entrusted part) {
    var taken = part.taken();
    if (taken != null) {
      return Optional.ofNullable(taken.officer()).stream()
          .map(officer -> new AccountId(officer.value()));
    }
    return posts.officersAt(part.agency()).stream()
        .filter(post -> post.role() == part.role())
        .map(Post::officer)
        .map(officer -> new AccountId(officer.value()));
  }

  /** And with whom the dossier lies by now. */
  private Stream<AccountId> thoseWhoAsked(Entrusted part) {
    var handler =
        dossiers
            .find(part.dossier())
            .map(Dossier::handler)
            .map(officer -> new AccountId(officer.value()));
    return Stream.concat(Optional.ofNullable(part.asker().account()).stream(), handler.stream());
  }
}
