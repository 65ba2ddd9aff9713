package org.motcua.identity.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The ten digits on the social-insurance book and the health-insurance card. */
public record SocialInsuranceNumber(String digits) {

  private static final Pattern FORM = Pattern.compile("\\d{10}");

  public static Optional<SocialInsuranceNumber> parse(String typed) {
    var digits = Digits.of(typed);
    return FORM.matcher(digits).matches()
        ? Optional.of(new SocialInsuranceNumber(digits))
        : Optional.empty();
  }
}
