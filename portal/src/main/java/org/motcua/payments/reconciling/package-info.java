/**
 * Every day our books are held against what each gateway says of it: line by line, and by sums.
 *
 * <p>A file is read in constant memory and compared within the database. What does not agree is a
 * list of work; when nothing is left open, two accountants close the day, after which the database
 * itself refuses to change it. What comes later counts with the next day that is open.
 */
@NullMarked
package org.motcua.payments.reconciling;

import org.jspecify.annotations.NullMarked;
