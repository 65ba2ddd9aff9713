/** Anybody may watch how an agency's queue goes: numbers, and nobody in them. */
@NullMarked
package org.motcua.dossiers.watching;

import org.jspecify.annotations.NullMarked;
