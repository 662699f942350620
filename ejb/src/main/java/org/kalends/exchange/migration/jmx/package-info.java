/** Jobs in a console of the JVM. */
@NullMarked
package org.kalends.exchange.migration.jmx;

import org.jspecify.annotations.NullMarked;
