/** How refusals are told: one root exception, stable problem types, field errors. */
@NullMarked
package org.kalends.problem;

import org.jspecify.annotations.NullMarked;
