package org.motcua.documents;

import java.util.List;

/** What becomes of an upload. */
public sealed interface StoringOutcome {

  record Stored(StoredDocument document) implements StoringOutcome {}

  /**
   * Not kept.
   *
   * @param arguments of the sentence, such as the limit in megabytes
   */
  record Refused(Reason reason, List<Object> arguments) implements StoringOutcome, Examination {

    /** The sentence that says what is wrong and what to do, in {@code messages/}. */
    public String messageKey() {
      return reason.messageKey();
    }

    /** As {@code Page.t} takes them. */
    public Object[] messageArguments() {
      return arguments.toArray();
    }
  }

  enum Reason {
    EMPTY,
    TOO_LARGE,
    TYPE_NOT_ACCEPTED,
    /** A telephone's picture format that most computers cannot open. */
    HEIC,
    /** The name says one thing, the content another. */
    NOT_WHAT_IT_SAYS,
    DAMAGED,
    ENCRYPTED,
    /** A file that would run a program or fetch something by itself. */
    ACTIVE_CONTENT,
    /** So many pixels, or so much packed into little, that opening it would harm. */
    TOO_BIG_TO_OPEN,
    TOO_MANY_PAGES,
    /** The virus scanner knows it. */
    INFECTED,
    /** Not the sender's fault: the virus scanner does not answer. */
    NOT_SCANNED,
    /** Not the sender's fault: the storage is full. */
    NO_SPACE;

    /** The same file may be taken in a while. */
    public boolean passes() {
      return this == NOT_SCANNED || this == NO_SPACE;
    }

    public String messageKey() {
      return "documents.refused." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
