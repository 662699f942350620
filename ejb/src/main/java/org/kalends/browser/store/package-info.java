/** The tables of browsers. */
@NullMarked
package org.kalends.browser.store;

import org.jspecify.annotations.NullMarked;
