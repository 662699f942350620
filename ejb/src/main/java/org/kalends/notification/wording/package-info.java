/** News in words: what every channel says, in the reader's language and by his clock. */
@NullMarked
package org.kalends.notification.wording;

import org.jspecify.annotations.NullMarked;
