package org.motcua.documents;

/** What becomes of a part of an upload. */
public sealed interface AppendingOutcome {

  /** Here, all of it or as much as came before the connection broke. */
  record Appended(UnfinishedUpload upload) implements AppendingOutcome {}

  /** It does not begin where the last one ended. */
  record WrongOffset(long received) implements AppendingOutcome {}

  /** More than the whole was said to be, or in far too many pieces. */
  record TooMuch() implements AppendingOutcome {}

  /** It changed on its way, so nothing of it is kept. */
  record Changed() implements AppendingOutcome {}

  record NoSuchUpload() implements AppendingOutcome {}

  /** The storage is full. */
  record NoSpace() implements AppendingOutcome {}
}
