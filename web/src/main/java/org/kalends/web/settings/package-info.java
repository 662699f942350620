/** Personal settings over REST. */
@NullMarked
package org.kalends.web.settings;

import org.jspecify.annotations.NullMarked;
