package org.motcua.documents.storing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes a sender's file name fit to be shown, logged and saved under on any system. */
final class FileName {

  private static final int LONGEST = 120;
  private static final String NAMELESS = "tai-lieu";

  /** Windows takes these for its devices, whatever stands behind the dot. */
  private static final Pattern DEVICES =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  static String of(String sent) {
    var name = withoutFolders(Normalizer.normalize(sent, Normalizer.Form.NFC));
    var extension = extension(name);
    return extension.isEmpty() ? stem(name) : stem(name) + "." + extension;
  }

  /** Ends as the content really is, whatever was sent. */
  static String of(String sent, FileType type) {
    var name = withoutFolders(Normalizer.normalize(sent, Normalizer.Form.NFC));
    var sentExtension = extension(name);
    var extension = type.isWrittenWith(sentExtension) ? sentExtension : type.extension();
    return stem(name) + "." + extension;
  }

  /** Letters and digits behind the last dot; empty if there is none. */
  static String extension(String name) {
    var dot = name.lastIndexOf('.');
    var extension = dot < 1 ? "" : name.substring(dot + 1).strip();
    return extension.matches("[A-Za-z0-9]{1,8}") ? extension : "";
  }

  private static String withoutFolders(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Control and invisible direction characters can make a name look like another one. */
  private static String stem(String name) {
    var extension = extension(name);
    var stem = extension.isEmpty() ? name : name.substring(0, name.lastIndexOf('.'));
    var clean =
        stem.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
            .replaceAll("[<>:\"|?*]", "-")
            .replaceAll("[\\s\\p{Z}]+", " ")
            .replaceAll("^[. ]+|[. ]+$", "");
    if (clean.isEmpty()) return NAMELESS;
    if (DEVICES.matcher(clean).matches()) return NAMELESS + "-" + clean;
    return clean
        .codePoints()
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private FileName() {}
}
