package org.motcua.organisation.reforming;

import org.motcua.platform.web.ui.Tone;

/** What came of the last act, in words. */
public record Told(Tone tone, String text) {}
