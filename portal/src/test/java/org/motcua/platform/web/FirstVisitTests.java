package org.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;

/** What somebody downloads who comes for the first time, over a slow line. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
class FirstVisitTests {

  private static final int MOST_BYTES = 100 * 1024;

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void theFrontPageWeighsAtMostAHundredKilobytesAllIncluded() {
    var responses = visit("/");
    var bytes =
        responses.stream()
            .mapToLong(
                each -> {
                  var sizes = each.request().sizes();
                  return sizes.responseBodySize + sizes.responseHeadersSize;
                })
            .sum();
    assertThat(bytes).as(() -> describe(responses)).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void everyFileIsOursAndMayBeKeptForAYear() {
    var files =
        visit("/dev/ui").stream()
            .filter(each -> !each.request().resourceType().equals("document"))
            .toList();
    assertThat(files).isNotEmpty();
    assertThat(files)
        .allSatisfy(
            file -> {
              assertThat(file.url()).startsWith(browser.address());
              assertThat(file.headerValue("cache-control")).contains("max-age=31536000");
              assertThat(file.url()).matches(".*(-[0-9a-f]{32}\\.\\w+|/webjars/[^/]+/\\d.*)");
            });
  }

  private List<Response> visit(String path) {
    var responses = new ArrayList<Response>();
    var page = browser.desktop();
    page.onResponse(responses::add);
    page.navigate(path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return responses;
  }

  private static String describe(List<Response> responses) {
    var text = new StringBuilder();
    for (var each : responses) {
      text.append(each.request().sizes().responseBodySize).append(' ').append(each.url());
      text.append('\n');
    }
    return text.toString();
  }
}
