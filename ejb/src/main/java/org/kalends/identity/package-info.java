/** Who there is: principals, their addresses, groups, sessions. */
@NullMarked
package org.kalends.identity;

import org.jspecify.annotations.NullMarked;
