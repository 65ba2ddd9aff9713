/** The register of certificates. */
@NullMarked
package org.motcua.documents.model;

import org.jspecify.annotations.NullMarked;
