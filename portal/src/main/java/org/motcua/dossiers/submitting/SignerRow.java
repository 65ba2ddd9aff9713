package org.motcua.dossiers.submitting;

import org.motcua.platform.web.ui.TagColour;

/**
 * Somebody who has to sign besides the applicant, as the applicant reads it.
 *
 * @param who his name, or the end of his number
 * @param help what to do where something is in the way; else empty
 * @param words what he said when he declined; else empty
 * @param toBeAsked whether he can be asked now
 */
public record SignerRow(
    String title,
    String who,
    String state,
    TagColour colour,
    String help,
    String words,
    boolean toBeAsked) {}
