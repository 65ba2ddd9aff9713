/**
 * An electricity company: it takes requests for power from portals, gives each a document code of
 * its own, and tells anybody with the code how far it is. A visitor plays the company's staff.
 */
@NullMarked
package org.motcua.simulators.outside.electricity;

import org.jspecify.annotations.NullMarked;
