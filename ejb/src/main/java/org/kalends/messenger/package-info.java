/** The company's messenger: cards about events, and answers by their buttons. */
@NullMarked
package org.kalends.messenger;

import org.jspecify.annotations.NullMarked;
