package org.motcua.dossiers.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossiersTest;
import tools.jackson.databind.JsonNode;

/** What programmers read of the interface is whole. */
class OpenApiTests extends DossiersTest {

  private static final Map<String, List<String>> CALLS =
      Map.ofEntries(
          Map.entry("/api/services", List.of("get")),
          Map.entry("/api/services/{service}", List.of("get")),
          Map.entry("/api/mandates", List.of("get")),
          Map.entry("/api/dossiers", List.of("post")),
          Map.entry("/api/dossiers/mine", List.of("get")),
          Map.entry("/api/dossiers/{id}", List.of("get", "delete")),
          Map.entry("/api/dossiers/{id}/answers", List.of("put", "patch")),
          Map.entry("/api/dossiers/{id}/papers", List.of("post")),
          Map.entry("/api/dossiers/{id}/papers/{document}", List.of("get", "delete")),
          Map.entry("/api/dossiers/{id}/papers/{paper}/uploads", List.of("post")),
          Map.entry("/api/dossiers/{id}/papers/{paper}/uploads/{upload}", List.of("head", "patch")),
          Map.entry("/api/dossiers/{id}/submission", List.of("post")),
          Map.entry("/api/dossiers/{id}/additions", List.of("post")),
          Map.entry("/api/dossiers/{id}/withdrawal", List.of("post")),
          Map.entry("/api/dossiers/{id}/result.pdf", List.of("get")),
          Map.entry("/api/agencies/{code}/queue", List.of("get")),
          Map.entry("/api/webhooks", List.of("get", "post")),
          Map.entry("/api/webhooks/{id}", List.of("get", "delete")),
          Map.entry("/api/webhooks/{id}/secret", List.of("post")),
          Map.entry("/api/webhooks/{id}/activation", List.of("post")),
          Map.entry("/api/webhooks/{id}/ping", List.of("post")),
          Map.entry("/api/webhooks/{id}/deliveries", List.of("get")),
          Map.entry("/api/webhooks/{id}/deliveries/{delivery}/replay", List.of("post")),
          Map.entry("/api/webhooks/{id}/replay", List.of("post")),
          Map.entry("/api/desk/dossiers", List.of("get")),
          Map.entry("/api/desk/dossiers/{code}", List.of("get")),
          Map.entry("/api/desk/dossiers/{code}/papers/{document}", List.of("get")),
          Map.entry("/api/desk/dossiers/{code}/acceptance", List.of("post")),
          Map.entry("/api/desk/dossiers/{code}/refusal", List.of("post")),
          Map.entry("/api/desk/dossiers/{code}/addition-request", List.of("post")),
          Map.entry("/api/desk/dossiers/{code}/step", List.of("post")),
          Map.entry("/api/desk/dossiers/{code}/decision", List.of("post")),
          Map.entry("/api/desk/dossiers/{code}/fee", List.of("post")),
          Map.entry("/api/desk/dossiers/{code}/return", List.of("post")));

  private static final List<String> KEY_NEEDED =
      List.of(
          "/submission",
          "/additions",
          "/acceptance",
          "/refusal",
          "/addition-request",
          "/step",
          "/decision",
          "/fee",
          "/return");

  @Test
  void everyCallIsThereWithItsWords() {
    var paths = document().get("paths");
    CALLS.forEach(
        (path, methods) -> {
          assertThat(paths.has(path)).as(path).isTrue();
          for (var method : methods) {
            var call = paths.get(path).get(method);
            assertThat(call).as(method + " " + path).isNotNull();
            assertThat(call.path("summary").asString("")).as(method + " " + path).isNotBlank();
          }
        });
  }

  @Test
  void theKeyIsSaidToBeNeededWhereItIs() {
    var paths = document().get("paths");
    var told = new ArrayList<String>();
    for (var path : CALLS.keySet()) {
      var needed = KEY_NEEDED.stream().anyMatch(path::endsWith) || path.equals("/api/dossiers");
      if (!needed) continue;
      var headers =
          paths
              .get(path)
              .get("post")
              .path("parameters")
              .valueStream()
              .filter(it -> it.get("name").asString().equals("Idempotency-Key"))
              .filter(it -> it.path("required").asBoolean(false))
              .toList();
      if (headers.isEmpty()) told.add(path);
    }
    assertThat(told).as("without their key").isEmpty();
  }

  @Test
  void bodiesAndRefusalsHaveExamples() {
    var document = document();
    var submission = document.get("paths").get("/api/dossiers/{id}/submission").get("post");
    assertThat(submission.get("requestBody").toString()).contains("declared");
    assertThat(submission.get("responses").get("422").toString())
        .contains("application/problem+json", "answers-faulty");
    assertThat(submission.get("responses").get("200").toString()).contains("Submitted");
    assertThat(document.get("components").get("schemas").has("Dossier")).isTrue();
    assertThat(document.get("components").get("schemas").get("Problem").toString())
        .contains("errors", "code");
  }

  private JsonNode document() {
    return Programs.json(mvc.get().uri("/api/openapi").exchange());
  }
}
