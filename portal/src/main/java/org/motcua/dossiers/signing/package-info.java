/** Others than the applicant sign an application before it is handed in. */
@NullMarked
package org.motcua.dossiers.signing;

import org.jspecify.annotations.NullMarked;
