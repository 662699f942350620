/** Answers and bodies that are kept until they are whole. */
@NullMarked
package org.kalends.spool;

import org.jspecify.annotations.NullMarked;
