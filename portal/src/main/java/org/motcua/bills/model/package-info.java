/**
 * What is owed, how it is looked up, what a contribution costs; and where what was asked is kept.
 */
@NullMarked
package org.motcua.bills.model;

import org.jspecify.annotations.NullMarked;
