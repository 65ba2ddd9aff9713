package org.motcua.benchmarks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** What a mother of Phường Hồng Hà answers on the pages of the declaration. */
final class BirthDeclaration {

  static final String SERVICE = "birth-registration";

  private static final ZoneId COUNTRY = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int DAYS_OLD = 6;

  static Map<String, String> of(Citizen mother) {
    var answers = new HashMap<String, String>();
    answers.putAll(
        Map.of(
            "declarant.relation", "mother",
            "child.familyName", "Trần",
            "child.middleName", "Gia",
            "child.givenName", "Bảo",
            "child.sex", "male",
            "child.bornAt", "07:45",
            "birthplace.kind", "facility",
            "birthplace.facility", "Bệnh viện Sản Nhi tỉnh Quảng Ninh",
            "child.ethnicity", "01",
            "child.nationality", "vietnam"));
    answers.putAll(
        Map.of(
            "mother.name", mother.name(),
            "mother.idNumber", mother.number(),
            "mother.ethnicity", "01",
            "mother.nationality", "vietnam",
            "mother.residence.street", "Số 15, tổ 3, khu 5",
            "father.basis", "marriage",
            "father.name", "Trần Văn Hùng",
            "father.idNumber", "022088005678",
            "father.ethnicity", "01",
            "father.nationality", "vietnam"));
    answers.putAll(
        Map.of(
            "father.residence.street", "Số 15, tổ 3, khu 5",
            "registration.copies", "2",
            "contact.phone", mother.phone()));
    date(answers, "child.born", LocalDate.now(COUNTRY).minusDays(DAYS_OLD));
    date(answers, "mother.born", Citizen.BORN);
    date(answers, "father.born", LocalDate.of(1988, 11, 5));
    hongHa(answers, "birthplace.unit");
    hongHa(answers, "child.hometown");
    hongHa(answers, "mother.residence");
    hongHa(answers, "father.residence");
    hongHa(answers, "registration.place");
    return answers;
  }

  /** The same as a program sends it. */
  static Map<String, Object> asSentByProgram(Citizen mother) {
    var answers = new HashMap<String, Object>();
    of(mother)
        .forEach(
            (name, value) -> {
              if (!name.matches(".*\\.(day|month|year|province|district|commune|street)")) {
                answers.put(name, value);
              }
            });
    answers.put("child.born", LocalDate.now(COUNTRY).minusDays(DAYS_OLD));
    answers.put("mother.born", Citizen.BORN);
    answers.put("father.born", LocalDate.of(1988, 11, 5));
    var hongHa = Map.of("province", "22", "district", "193", "commune", "06697");
    var home = new HashMap<>(hongHa);
    home.put("street", "Số 15, tổ 3, khu 5");
    answers.put("birthplace.unit", hongHa);
    answers.put("child.hometown", hongHa);
    answers.put("registration.place", hongHa);
    answers.put("mother.residence", home);
    answers.put("father.residence", home);
    return answers;
  }

  private static void date(Map<String, String> answers, String name, LocalDate date) {
    answers.put(name + ".day", Integer.toString(date.getDayOfMonth()));
    answers.put(name + ".month", Integer.toString(date.getMonthValue()));
    answers.put(name + ".year", Integer.toString(date.getYear()));
  }

  /** Quảng Ninh, Thành phố Hạ Long, Phường Hồng Hà: where the demo officers sit. */
  private static void hongHa(Map<String, String> answers, String name) {
    answers.put(name + ".province", "22");
    answers.put(name + ".district", "193");
    answers.put(name + ".commune", "06697");
  }

  private BirthDeclaration() {}
}
