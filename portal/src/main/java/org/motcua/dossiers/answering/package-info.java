/** The applicant answers a request for additions. */
@NullMarked
package org.motcua.dossiers.answering;

import org.jspecify.annotations.NullMarked;
