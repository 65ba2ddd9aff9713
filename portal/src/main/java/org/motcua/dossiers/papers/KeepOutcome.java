package org.motcua.dossiers.papers;

import org.motcua.documents.StoringOutcome;
import org.motcua.dossiers.model.KeptPaper;

/** What becomes of a paper that somebody wants to keep. */
public sealed interface KeepOutcome {

  record Kept(KeptPaper paper) implements KeepOutcome {}

  /** The very same file is in the store. */
  record AlreadyThere(KeptPaper paper) implements KeepOutcome {}

  /** The file itself is not acceptable. */
  record Refused(StoringOutcome.Refused why) implements KeepOutcome {}

  record TooMany(int most) implements KeepOutcome {}

  record NoRoom(long megabytes) implements KeepOutcome {}

  /** What was to be kept is not there, or not for this user. */
  record NothingToKeep() implements KeepOutcome {}
}
