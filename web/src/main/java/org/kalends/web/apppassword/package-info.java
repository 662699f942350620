/** App passwords over REST. */
@NullMarked
package org.kalends.web.apppassword;

import org.jspecify.annotations.NullMarked;
