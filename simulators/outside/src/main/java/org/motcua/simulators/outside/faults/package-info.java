/** What is out of order, by choice: so that one can watch how the portal copes. */
@NullMarked
package org.motcua.simulators.outside.faults;

import org.jspecify.annotations.NullMarked;
