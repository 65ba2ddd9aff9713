package org.motcua.catalogue.questioning.model;

/** How much waits at a desk. */
public record WorkCounts(long toAnswer, long toPublish, long overdue) {}
