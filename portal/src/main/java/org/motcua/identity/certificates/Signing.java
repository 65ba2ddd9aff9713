package org.motcua.identity.certificates;

import org.jspecify.annotations.Nullable;

/**
 * What a page shows that has a text signed.
 *
 * @param asked goes back with the signature
 * @param download where the text can be had as a file
 * @param demoTool where the demonstration's people sign
 */
public record Signing(
    String asked,
    String text,
    String download,
    @Nullable String demoTool,
    @Nullable String error) {}
