/** The command {@code kalends}. */
@NullMarked
package org.kalends.cli;

import org.jspecify.annotations.NullMarked;
