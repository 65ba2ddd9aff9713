package org.motcua.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which answers a page was made with. A mark of each goes along with the page, so that what was
 * changed meanwhile at another device, or by somebody else, is not overwritten unseen.
 */
record Seen(Map<String, String> marks) {

  /** {@code child.name:kX3f…} for each question. */
  static final String NAME = "_seen";

  private static final String NOTHING = "-";
  private static final int MARK_BYTES = 9;
  private static final JsonMapper json = JsonMapper.shared();

  static Seen of(MultiValueMap<String, String> submitted) {
    var marks = new HashMap<String, String>();
    for (var each : submitted.getOrDefault(NAME, List.of())) {
      var colon = each.lastIndexOf(':');
      if (colon > 0) marks.put(each.substring(0, colon), each.substring(colon + 1));
    }
    return new Seen(marks);
  }

  static String mark(@Nullable Object answer) {
    if (answer == null) return NOTHING;
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
      var few = Arrays.copyOf(hash, MARK_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(few);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Whether there is another answer by now; a page that tells nothing has seen it. */
  boolean changedSince(String question, @Nullable Object now) {
    return marks.containsKey(question) && !mark(now).equals(marks.get(question));
  }

  /** Whether it was sent back as it had been. */
  boolean untouched(String question, @Nullable Object typed) {
    return mark(typed).equals(marks.get(question));
  }
}
