package org.motcua.forms;

/** A value that follows from the answers and is used by conditions, checks, fees and results. */
public record ComputedValue(String id, ValueKind kind, Expression value) {}
