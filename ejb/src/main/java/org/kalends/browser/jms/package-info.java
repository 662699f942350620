/** News that wait to be told in browsers. */
@NullMarked
package org.kalends.browser.jms;

import org.jspecify.annotations.NullMarked;
