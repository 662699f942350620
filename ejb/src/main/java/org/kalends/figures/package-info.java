/** What operators see of the work: how often, how long, with what result. */
@NullMarked
package org.kalends.figures;

import org.jspecify.annotations.NullMarked;
