/**
 * Applying for several services at once: begun as a package, asked once for what they have in
 * common, handed in together, and handed on by the portal where one waits for another's result.
 */
@NullMarked
package org.motcua.dossiers.together;

import org.jspecify.annotations.NullMarked;
