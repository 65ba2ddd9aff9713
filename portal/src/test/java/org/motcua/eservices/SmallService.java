package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motcua.forms.yaml.Problems;

/** The folder of a service that asks three things, to be bent for a test. */
final class SmallService {

  private static final String SERVICE =
      """
      version: 1
      inForceFrom: 2026-01-01
      procedure: "9.900001"
      name: {vi: Thông báo thử, en: Test notice}
      summary: {vi: Để thử., en: For tests.}
      audience: [citizen, enterprise]
      signIn: one-time-code
      receiver: {committeeOfCommune: place}
      papers: []
      fees: []
      timeLimits:
        - {text: {vi: 3 ngày, en: Three days}, workingDays: 3}
      route:
        - {role: reception, title: {vi: Tiếp nhận, en: Reception}, workingHours: 4}
        - {role: specialist, title: {vi: Chuyên viên, en: Specialist}, workingHours: 16}
        - {role: leader, title: {vi: Lãnh đạo, en: Leader}, workingHours: 4}
      delivery: [online]
      result:
        code: KQ.G02.000001
        name: {vi: Giấy xác nhận, en: Confirmation}
      declaration: {vi: Tôi cam đoan., en: I affirm.}
      """;

  private static final String FORM =
      """
      computed:
        - {id: where, type: text, value: "office == 'H49' ? '22' : '01'"}
      pages:
        - id: what
          title: {vi: Nội dung, en: Content}
          questions:
            - id: office
              type: one-of
              label: {vi: Nơi nhận, en: Office}
              choices:
                - {value: H49, label: {vi: Quảng Ninh, en: Quang Ninh}}
                - {value: 000.00.00.G02, label: {vi: Bộ Công Thương, en: Ministry of trade}}
            - {id: place, type: address, label: {vi: Địa điểm, en: Place}}
            - {id: name, type: text, label: {vi: Tên, en: Name}}
      """;

  private final Map<String, String> files = new LinkedHashMap<>();
  private String name = "test-notice";

  SmallService() {
    files.put("service.yaml", SERVICE);
    files.put("form.yaml", FORM);
    files.put("result.html", "<html><body>{{name}} {{issue.number}}</body></html>\n");
    files.put("guide.vi.md", "Hướng dẫn.\n");
    files.put("guide.en.md", "Guide.\n");
  }

  SmallService named(String slug) {
    name = slug;
    return this;
  }

  /** With another text in one place of {@code service.yaml}. */
  SmallService with(String right, String other) {
    return within("service.yaml", right, other);
  }

  SmallService within(String file, String right, String other) {
    var text = files.getOrDefault(file, "");
    assertThat(text).contains(right);
    var at = text.indexOf(right);
    files.put(file, text.substring(0, at) + other + text.substring(at + right.length()));
    return this;
  }

  SmallService without(String file) {
    files.remove(file);
    return this;
  }

  SmallService file(String file, String text) {
    files.put(file, text);
    return this;
  }

  OnlineService read() {
    var problems = new Problems();
    var service = ServiceReader.read(folder(), problems);
    assertThat(problems.list()).isEmpty();
    return service.orElseThrow();
  }

  /** What is wrong with it, each as {@code here/service.yaml:3: …}. */
  List<String> problems() {
    var problems = new Problems();
    assertThat(ServiceReader.read(folder(), problems)).isEmpty();
    return problems.list().stream().map(Object::toString).toList();
  }

  ServiceFolder folder() {
    return new ServiceFolder(name, "here", files);
  }

  Path writeInto(Path parent) {
    try {
      var folder = parent.resolve(name);
      for (var each : files.entrySet()) {
        var file = folder.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
