package org.motcua.dossiers.tracking;

/** What a dossier was applied for with, and where that is followed. */
public record TogetherView(String name, String address) {}
