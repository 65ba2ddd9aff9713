package org.motcua.platform.web.ui;

import org.jspecify.annotations.Nullable;

/**
 * A part of a longer job; without an address it cannot be started yet. A colour is for a status
 * that asks for something; plain ("done") needs none.
 */
public record Task(
    String title,
    @Nullable String href,
    @Nullable String hint,
    String status,
    @Nullable TagColour colour) {}
