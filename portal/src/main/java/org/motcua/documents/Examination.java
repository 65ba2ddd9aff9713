package org.motcua.documents;

/** What comes of looking at an upload. */
public sealed interface Examination permits Examined, StoringOutcome.Refused {}
