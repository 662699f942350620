/** Cards that wait to be shown. */
@NullMarked
package org.kalends.messenger.jms;

import org.jspecify.annotations.NullMarked;
