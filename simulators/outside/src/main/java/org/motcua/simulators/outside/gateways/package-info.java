/** What payment gateways have in common: orders, what comes of them, notices, pages, day files. */
@NullMarked
package org.motcua.simulators.outside.gateways;

import org.jspecify.annotations.NullMarked;
