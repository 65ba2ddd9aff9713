package org.motcua.documents;

/** What becomes of the wish to send a file in parts. */
public sealed interface BeginningOutcome {

  record Begun(UnfinishedUpload upload) implements BeginningOutcome {}

  record TooLarge(long bytes) implements BeginningOutcome {}

  /** This person has as much on the way as anybody may. */
  record TooMany() implements BeginningOutcome {}
}
