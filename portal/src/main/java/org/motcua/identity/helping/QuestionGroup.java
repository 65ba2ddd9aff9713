package org.motcua.identity.helping;

import java.util.List;

/**
 * Questions about one matter.
 *
 * @param key {@code identity.help.group.<key>} is its heading
 */
public record QuestionGroup(String key, List<Question> questions) {}
