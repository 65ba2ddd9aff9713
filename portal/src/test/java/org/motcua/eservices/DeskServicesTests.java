package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class DeskServicesTests {

  private static final Post KEEPER =
      new Post(
          new OfficerId(Officers.governmentController().id().value()),
          DeskServicesController.GOVERNMENT_OFFICE,
          Role.ADMINISTRATOR);

  @Autowired MockMvcTester mvc;
  @Autowired Posts posts;

  @AfterEach
  void dismiss() {
    posts.dismiss(KEEPER, "system:test");
  }

  @Test
  void theGovernmentOfficesAdministratorSeesEveryFolder() {
    posts.appoint(KEEPER, "system:test");
    var page = mvc.get().uri("/desk/services").with(SignedIn.as(Officers.governmentController()));
    assertThat(page)
        .hasStatusOk()
        .bodyText()
        .contains("Dịch vụ trực tuyến", "Đang cung cấp", "eservices/birth-registration");
  }

  @Test
  void nobodyElseDoes() {
    assertThat(mvc.get().uri("/desk/services").with(SignedIn.as(Officers.governmentController())))
        .hasStatus(403);
    assertThat(mvc.get().uri("/desk/services").with(SignedIn.as(Officers.haLongAdmin())))
        .hasStatus(403);
  }
}
