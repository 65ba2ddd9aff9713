/**
 * The province's own accounts, kept since before the single sign-on: who comes from the national
 * portal is looked for by TechID, then by number; his pages; and what has happened at this door.
 */
@NullMarked
package org.motcua.simulators.agency.people;

import org.jspecify.annotations.NullMarked;
