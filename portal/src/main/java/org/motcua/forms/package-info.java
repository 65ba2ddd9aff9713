/**
 * What a form asks, page by page; its conditions and computed values; the checking of answers; how
 * questions and answers are shown.
 *
 * <p>A form is data, read from a file ({@code form.yaml}) and whole once read: every expression in
 * it is compiled, every name in it known. Knows no service and no dossier.
 */
@NullMarked
@ApplicationModule(
    displayName = "forms",
    allowedDependencies = {
      "organisation",
      "platform :: web",
      "platform :: ui",
      "platform :: clock"
    })
package org.motcua.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
