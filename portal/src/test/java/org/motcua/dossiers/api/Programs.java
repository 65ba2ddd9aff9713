package org.motcua.dossiers.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs at which somebody has signed in, or which speak for an agency. */
@Component
public class Programs {

  public static final String CLIENT = "law-office";
  public static final String QUANG_NINH = "000.00.00.H49";

  private final SignOnStore signOns;
  private final ObjectProvider<MockMvcTester> testers;

  Programs(SignOnStore signOns, ObjectProvider<MockMvcTester> testers) {
    this.signOns = signOns;
    this.testers = testers;
  }

  /** Which files for this person. */
  public Program of(CurrentUser person) {
    return of(person, "dossiers.file");
  }

  public Program of(CurrentUser person, String... scopes) {
    var id = UUID.randomUUID();
    signOns.add(
        new SignOn(
            id,
            new ClientId(CLIENT),
            person.id(),
            null,
            null,
            "session",
            "sid",
            person.level().acr(),
            Instant.now(),
            new SignOn.Request(Set.of(scopes), null, null, null, null),
            Instant.now(),
            Instant.now(),
            0,
            null,
            null,
            Instant.now().plus(Duration.ofDays(3650))));
    return new Program(CLIENT, QUANG_NINH, id, scopes);
  }

  /** Of an agency, for nobody else. */
  public Program ofAgency(String agency, String... scopes) {
    return new Program("agency-system", agency, null, scopes);
  }

  /** One that is registered, with a token of its own. */
  public Program ofClient(String client, String agency, String... scopes) {
    return new Program(client, agency, null, scopes);
  }

  /** One that calls. */
  public final class Program {

    private final MockMvcTester mvc = testers.getObject();
    private final RequestPostProcessor token;
    private String language = "en";

    private Program(String client, String agency, @Nullable UUID signOn, String... scopes) {
      token =
          jwt()
              .jwt(
                  jwt -> {
                    jwt.subject(client).claim("client_id", client).claim("agency", agency);
                    if (signOn != null) jwt.claim("sign_on", signOn.toString());
                  })
              .authorities(
                  Arrays.stream(scopes)
                      .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                      .toArray(SimpleGrantedAuthority[]::new));
    }

    /** For a call that is made otherwise. */
    public RequestPostProcessor token() {
      return token;
    }

    public Program speaking(String code) {
      language = code;
      return this;
    }

    public MvcTestResult get(String address) {
      return mvc.get().uri(address).header("Accept-Language", language).with(token).exchange();
    }

    public MvcTestResult delete(String address) {
      return mvc.delete().uri(address).header("Accept-Language", language).with(token).exchange();
    }

    /** With a key of its own. */
    public MvcTestResult post(String address, String json) {
      return post(address, json, UUID.randomUUID().toString());
    }

    public MvcTestResult post(String address, String json, @Nullable String key) {
      var request =
          mvc.post()
              .uri(address)
              .contentType(MediaType.APPLICATION_JSON)
              .content(json)
              .header("Accept-Language", language)
              .with(token);
      if (key != null) request = request.header("Idempotency-Key", key);
      return request.exchange();
    }

    public MvcTestResult put(String address, String json) {
      return put(address, json, Map.of());
    }

    public MvcTestResult put(String address, String json, Map<String, String> headers) {
      var request =
          mvc.put()
              .uri(address)
              .contentType(MediaType.APPLICATION_JSON)
              .content(json)
              .header("Accept-Language", language)
              .with(token);
      for (var header : headers.entrySet()) {
        request = request.header(header.getKey(), header.getValue());
      }
      return request.exchange();
    }

    public MvcTestResult patch(String address, String json) {
      return mvc.patch()
          .uri(address)
          .contentType("application/merge-patch+json")
          .content(json)
          .header("Accept-Language", language)
          .with(token)
          .exchange();
    }

    public MvcTestResult upload(
        String address, String paper, String name, byte[] content, String key) {
      return mvc.post()
          .uri(address)
          .multipart()
          .file(new MockMultipartFile("file", name, null, content))
          .param("paper", paper)
          .header("Idempotency-Key", key)
          .header("Accept-Language", language)
          .with(token)
          .exchange();
    }

    public MvcTestResult tus(
        String method, String address, byte[] content, Map<String, String> headers) {
      var request =
          mvc.method(HttpMethod.valueOf(method))
              .uri(address)
              .header("Tus-Resumable", "1.0.0")
              .content(content)
              .with(token);
      for (var header : headers.entrySet()) {
        request = request.header(header.getKey(), header.getValue());
      }
      return request.exchange();
    }
  }

  public static JsonNode json(MvcTestResult result) {
    return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
  }
}
