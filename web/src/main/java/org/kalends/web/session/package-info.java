/** Log-in and who asks. */
@NullMarked
package org.kalends.web.session;

import org.jspecify.annotations.NullMarked;
