package org.motcua.testing;

import static org.motcua.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import org.motcua.identity.CurrentUser;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** What somebody who has signed in does, and the page that comes of it. */
public final class Clicks {

  private final MockMvcTester mvc;
  private final CurrentUser user;

  private Clicks(MockMvcTester mvc, CurrentUser user) {
    this.mvc = mvc;
    this.user = user;
  }

  public static Clicks of(CurrentUser user, MockMvcTester mvc) {
    return new Clicks(mvc, user);
  }

  public MvcTestResult open(String path) {
    return mvc.get().uri(path).with(SignedIn.as(user)).exchange();
  }

  /**
   * @param fields names and values by turns
   */
  public MvcTestResult send(String path, String... fields) {
    return send(path, form(fields));
  }

  private static MultiValueMap<String, String> form(String... fields) {
    var form = new LinkedMultiValueMap<String, String>();
    for (var field = 0; field < fields.length; field += 2) {
      form.add(fields[field], fields[field + 1]);
    }
    return form;
  }

  public MvcTestResult send(String path, MultiValueMap<String, String> form) {
    return mvc.post().uri(path).params(form).with(SignedIn.as(user)).with(csrf()).exchange();
  }

  /**
   * @param fields more of them, names and values by turns
   */
  public MvcTestResult upload(
      String path, String paper, String name, byte[] content, String... fields) {
    return mvc.post()
        .uri(path)
        .multipart()
        .file(new MockMultipartFile("file", name, "application/pdf", content))
        .param("paper", paper)
        .params(form(fields))
        .with(SignedIn.as(user))
        .with(csrf())
        .exchange();
  }

  /** The page as it is read: entities are letters. */
  public static String text(MvcTestResult answer) {
    var bytes = answer.getResponse().getContentAsByteArray();
    return HtmlUtils.htmlUnescape(new String(bytes, StandardCharsets.UTF_8));
  }
}
