/** Mandates and offers of them: rules and their tables. */
@NullMarked
package org.motcua.identity.mandates.model;

import org.jspecify.annotations.NullMarked;
