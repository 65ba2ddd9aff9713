/** Officers come to their posts. */
@NullMarked
package org.motcua.organisation.appointing;

import org.jspecify.annotations.NullMarked;
