package org.motcua.forms.yaml;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that remembers its line. */
sealed interface YamlNode {

  int line();

  record Scalar(int line, String text) implements YamlNode {}

  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

  record Entry(int keyLine, YamlNode value) {}
}
