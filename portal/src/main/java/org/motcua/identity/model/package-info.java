/** Accounts, the numbers by which people are known, codes and locks: rules and their tables. */
@NullMarked
package org.motcua.identity.model;

import org.jspecify.annotations.NullMarked;
