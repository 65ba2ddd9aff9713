/**
 * The port through which all ways to pay are reached, and what is done with what they say. Each way
 * is a package beside this one: another is another folder.
 */
@NullMarked
package org.motcua.payments.gateway;

import org.jspecify.annotations.NullMarked;
