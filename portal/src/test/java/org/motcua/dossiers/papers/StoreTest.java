package org.motcua.dossiers.papers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Documents;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperLook;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody's store, and those who may and may not see it. */
abstract class StoreTest extends DossiersTest {

  static final String STORE = "/my/papers";
  static final MandateScope ALL = new MandateScope.All();

  @Autowired KeptPaperStore papers;
  @Autowired Documents documents;
  @Autowired Mandates mandates;
  @Autowired JdbcClient jdbc;

  KeptPaper keep(CurrentUser owner, String name, byte[] content) {
    return get(owner, send(owner, name, content));
  }

  MvcTestResult send(CurrentUser owner, String name, byte[] content) {
    return as(owner).upload(STORE, "-", name, content);
  }

  KeptPaper get(CurrentUser owner, MvcTestResult kept) {
    var address = requireNonNull(kept.getResponse().getRedirectedUrl(), "nothing was kept");
    assertThat(address).startsWith(STORE + "/");
    var id = address.substring(STORE.length() + 1).replaceAll("\\?.*", "");
    return papers.find(new KeptPaperId(UUID.fromString(id)), owner.id()).orElseThrow();
  }

  List<KeptPaper> all(CurrentUser owner) {
    return papers.list(owner.id(), null, 100);
  }

  List<PaperLook> looks(KeptPaper paper) {
    return papers.looks(paper.id(), null, 100);
  }

  static String at(KeptPaper paper) {
    return STORE + "/" + paper.id();
  }

  CurrentUser acting(CurrentUser owner, CurrentUser helper, MandateScope scope, Power... powers) {
    return acting(owner, helper, MandateKind.DELEGATION, scope, powers);
  }

  CurrentUser acting(
      CurrentUser owner,
      CurrentUser helper,
      MandateKind kind,
      MandateScope scope,
      Power... powers) {
    var mandate =
        mandates.grant(
            new NewMandate(kind, owner.id(), helper.id(), Set.of(powers), scope, null), owner);
    return new CurrentUser(
        owner.id(),
        owner.kind(),
        owner.name(),
        helper.level(),
        new Acting(helper.id(), helper.kind(), helper.name(), mandate.id()));
  }

  @Nullable String consentTo(CurrentUser owner, String recipient) {
    return jdbc.sql(
            """
            select id::text from identity.consent
             where account_id = :account and recipient = :recipient and withdrawn_at is null
            """)
        .param("account", owner.id().value())
        .param("recipient", recipient)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
