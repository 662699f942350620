/** Requests under way, and the word that no more are wanted. */
@NullMarked
package org.kalends.traffic;

import org.jspecify.annotations.NullMarked;
