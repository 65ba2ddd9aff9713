/**
 * The editors' desk: agencies propose what becomes of a procedure, the control office of their
 * ministry or province approves, the Government Office publishes.
 */
@NullMarked
package org.motcua.catalogue.proposing;

import org.jspecify.annotations.NullMarked;
