/** Events as items are to say them, and what makes items say so. */
@NullMarked
package org.kalends.exchange.item.form;

import org.jspecify.annotations.NullMarked;
