package org.motcua.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.motcua.forms.FormReader.FormReading.Broken;
import org.motcua.forms.FormReader.FormReading.Whole;
import org.motcua.platform.web.AllMessages;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.Choice;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Forms over a small country: Hạ Long with three wards, an island, a province without districts.
 */
public final class TestForms {

  public static final FillingContext TODAY = on("2026-11-21");

  public static final Map<String, String> HONG_HA =
      Map.of("province", "22", "district", "193", "commune", "06697");

  public static Forms forms() {
    return new Forms(new SmallCountry(), AllMessages.messages());
  }

  public static FillingContext on(String day) {
    return new FillingContext(LocalDate.parse(day), Language.VIETNAMESE);
  }

  static FormDefinition form(String yaml) {
    return switch (FormReader.read("form.yaml", yaml)) {
      case Whole whole -> whole.form();
      case Broken broken -> throw new AssertionError(broken.problems());
    };
  }

  /** What is wrong with it, each as {@code form.yaml:3: …}. */
  static List<String> problems(String yaml) {
    return switch (FormReader.read("form.yaml", yaml)) {
      case Whole whole -> List.of();
      case Broken broken -> broken.problems().stream().map(Object::toString).toList();
    };
  }

  static MultiValueMap<String, String> submitted(String... namesAndValues) {
    var form = new LinkedMultiValueMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return form;
  }

  /** What a browser would send for a whole page with these answers. */
  public static MultiValueMap<String, String> typed(FormPage page, Answers answers) {
    return FilledIn.typed(page, answers);
  }

  static final class SmallCountry implements Places {

    private static final Map<String, List<Choice>> BELOW =
        Map.of(
            "22", List.of(new Choice("193", "Thành phố Hạ Long")),
            "193",
                List.of(
                    new Choice("06658", "Phường Cao Xanh"),
                    new Choice("06673", "Phường Bãi Cháy"),
                    new Choice("06697", "Phường Hồng Hà")),
            "31", List.of(new Choice("318", "Huyện Bạch Long Vĩ")),
            "48", List.of(new Choice("20194", "Phường Hải Châu")));

    private static final Map<String, String> PATHS =
        Map.of(
            "06658", "Phường Cao Xanh, Thành phố Hạ Long, Tỉnh Quảng Ninh",
            "06673", "Phường Bãi Cháy, Thành phố Hạ Long, Tỉnh Quảng Ninh",
            "06697", "Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh",
            "318", "Huyện Bạch Long Vĩ, Thành phố Hải Phòng",
            "20194", "Phường Hải Châu, Thành phố Đà Nẵng");

    @Override
    public List<Choice> provinces() {
      return List.of(
          new Choice("22", "Tỉnh Quảng Ninh"),
          new Choice("31", "Thành phố Hải Phòng"),
          new Choice("48", "Thành phố Đà Nẵng"));
    }

    @Override
    public List<Choice> below(String unit) {
      return BELOW.getOrDefault(unit, List.of());
    }

    @Override
    public String name(String unit) {
      return Stream.concat(provinces().stream(), BELOW.values().stream().flatMap(List::stream))
          .filter(each -> each.value().equals(unit))
          .map(Choice::label)
          .findFirst()
          .orElse("");
    }

    @Override
    public String pathName(String unit) {
      return PATHS.getOrDefault(unit, "");
    }
  }

  private TestForms() {}
}
