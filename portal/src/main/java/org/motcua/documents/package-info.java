/**
 * Files and official papers: keeps what people upload and what offices issue, prints PDFs, signs
 * certificates and tells anyone whether one is genuine.
 *
 * <p>Never decides who may read a file: the module that owns it serves it.
 */
@NullMarked
@ApplicationModule(
    displayName = "documents",
    allowedDependencies = {
      "organisation",
      "platform :: web",
      "platform :: ui",
      "platform :: limits",
      "platform :: audit",
      "platform :: clock",
      "platform :: ids",
      "platform :: secrets"
    })
package org.motcua.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
