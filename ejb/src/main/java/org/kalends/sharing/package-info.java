/** Who may do what with calendars of others: levels, grants to people and groups, and what each makes of them. */
@NullMarked
package org.kalends.sharing;

import org.jspecify.annotations.NullMarked;
