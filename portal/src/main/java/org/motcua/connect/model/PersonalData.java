package org.motcua.connect.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What an agency may learn of a person besides that it is the same as before; given one by one. */
public enum PersonalData {
  NAME,
  /** CCCD or CMND; of an enterprise, its tax code. */
  NUMBER,
  BIRTH,
  GENDER,
  PHONE,
  EMAIL,
  ADDRESS;

  /** Of their names in the database. */
  static Set<PersonalData> of(String[] names) {
    var data = EnumSet.noneOf(PersonalData.class);
    Arrays.stream(names).map(PersonalData::valueOf).forEach(data::add);
    return data;
  }
}
