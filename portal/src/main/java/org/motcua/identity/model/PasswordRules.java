package org.motcua.identity.model;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What may be a password: length counts, tricks with signs do not. What heads the lists of stolen
 * passwords is refused, and so is what a program guesses in a million tries (zxcvbn's reckoning,
 * with our language's favourites besides).
 */
public final class PasswordRules {

  public static final int SHORTEST = 8;
  public static final int LONGEST = 128;

  /** Reckoning longer ones takes long and tells no more. */
  private static final int RECKONED = 64;

  /** Out of five, from 0; at 1 a million tries are enough. */
  private static final int GUESSABLE = 1;

  private static final Zxcvbn guesses = new Zxcvbn();

  /** Those that head every list of stolen passwords, and their Vietnamese kin. */
  private static final Set<String> COMMON =
      Set.of(
          ("12345678 123456789 1234567890 87654321 987654321 0987654321 11111111 88888888 66666666"
               + " 99999999 00000000 12341234 11223344 12345679 123123123 147258369 password"
               + " password1 password123 passw0rd p@ssw0rd p@ssword qwertyui qwertyuiop qwerty123"
               + " 1q2w3e4r 1qaz2wsx zaq12wsx asdfghjk abcd1234 abc12345 abc123456 a1234567"
               + " a12345678 a123456789 aa123456 aa12345678 iloveyou sunshine princess football"
               + " baseball superman trustno1 welcome1 letmein1 admin123 administrator matkhau1"
               + " matkhau123 matkhau12345 anhyeuem emyeuanh iloveyou1 conyeume yeuem123 anhnhoem"
               + " saigon123 hanoi123 vietnam1 vietnam123 vietnam2020 hochiminh chelsea1 manchester"
               + " manutd123 liverpool ronaldo7 motcua123 motcua2020 dichvucong")
              .split(" "));

  /** Parts of passwords that only our people choose. */
  private static final List<String> FAVOURITES =
      List.of(
          ("matkhau motcua dichvucong anhyeuem emyeuanh conyeu yeuem anhnho emnho vietnam hanoi"
                  + " saigon hochiminh danang haiphong cantho quangninh halong nguyen tran pham"
                  + " hoang phan huong linh trang thuy minh tuan hung dung thao ngoc mailinh"
                  + " phucloc taiphat hanhphuc giadinh conyeume bome chame")
              .split(" "));

  /** What is wrong with it. */
  public enum Fault {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    HOLDS_NUMBER
  }

  /**
   * @param number by which the account is known: the first thing a stranger would try
   */
  public static Optional<Fault> check(String password, String number) {
    var length = password.codePointCount(0, password.length());
    if (length < SHORTEST) return Optional.of(Fault.TOO_SHORT);
    if (length > LONGEST) return Optional.of(Fault.TOO_LONG);
    if (COMMON.contains(password.toLowerCase(Locale.ROOT)) || isOneSign(password)) {
      return Optional.of(Fault.COMMON);
    }
    if (!number.isBlank() && password.contains(number)) return Optional.of(Fault.HOLDS_NUMBER);
    return score(password) <= GUESSABLE ? Optional.of(Fault.COMMON) : Optional.empty();
  }

  /** How long a thief would need who has the hash and good machines. */
  public enum Strength {
    /** Not accepted. */
    WEAK,
    FAIR,
    GOOD,
    STRONG
  }

  public static Strength strength(String password) {
    if (check(password, "").isPresent()) return Strength.WEAK;
    return switch (score(password)) {
      case 2 -> Strength.FAIR;
      case 3 -> Strength.GOOD;
      default -> Strength.STRONG;
    };
  }

  private static int score(String password) {
    var beginning = password.substring(0, Math.min(RECKONED, password.length()));
    return guesses.measure(beginning, FAVOURITES).getScore();
  }

  private static boolean isOneSign(String password) {
    return password.codePoints().distinct().count() == 1;
  }

  private PasswordRules() {}
}
