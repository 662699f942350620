/** What operators see and do: depths, ages, dead letters. */
@NullMarked
package org.kalends.outbox.jmx;

import org.jspecify.annotations.NullMarked;
