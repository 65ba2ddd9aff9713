package org.motcua.identity.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class FirstAdministratorTests {

  private static final String PHONE = "+84912690001";

  @Autowired Organisation organisation;
  @Autowired Posts posts;
  @Autowired Officers officers;
  @Autowired AddOfficer addOfficer;
  @Autowired SendFirstSignIn firstSignIn;
  @Autowired FirstSignIns firstSignIns;
  @Autowired TransactionTemplate transaction;
  @Autowired MovableClock clock;

  private final String signInName = "dau.tien." + UUID.randomUUID().toString().substring(0, 8);
  private List<Post> known = List.of();

  @BeforeEach
  void rememberWhoAdministers() {
    known = administrators();
  }

  @AfterEach
  void asBefore() {
    clock.reset();
    administrators().forEach(post -> posts.dismiss(post, "test"));
    known.forEach(post -> posts.appoint(post, "test"));
  }

  @Test
  void whereNobodyAdministersTheSettingsNameTheFirstOneWhoGetsALink() {
    known.forEach(post -> posts.dismiss(post, "test"));

    start(signInName, "0912690001");
    start(signInName, "0912690001");

    assertThat(administrators()).hasSize(1);
    assertThat(Phones.awaitSmsWith("/first-sign-in/", PHONE)).contains(signInName);
  }

  @Test
  void aLinkThatRanOutUnusedIsSentAgainAtTheNextStart() {
    known.forEach(post -> posts.dismiss(post, "test"));
    start(signInName, "0912690002");
    var first = Phones.awaitSmsWith(signInName, "+84912690002");

    clock.advance(Duration.ofHours(73));
    start(signInName, "0912690002");

    assertThat(Phones.awaitSmsWith(signInName, "+84912690002")).isNotEqualTo(first);
  }

  @Test
  void whereSomebodyAdministersTheSettingsMakeNobody() {
    start(signInName, "0912690001");

    assertThat(administrators()).isEqualTo(known);
  }

  @Test
  void aWrongPhoneIsToldAtTheStart() {
    known.forEach(post -> posts.dismiss(post, "test"));

    assertThatThrownBy(() -> start(signInName, "12345")).hasMessageContaining("phone");
  }

  private void start(String name, String phone) {
    new FirstAdministrator(
            name,
            "Trần Thị Thu",
            phone,
            organisation,
            posts,
            officers,
            addOfficer,
            firstSignIn,
            firstSignIns,
            transaction,
            clock)
        .run(new DefaultApplicationArguments());
  }

  private List<Post> administrators() {
    return posts.officersAt(Remit.GOVERNMENT_OFFICE).stream()
        .filter(post -> post.role() == Role.ADMINISTRATOR)
        .toList();
  }
}
