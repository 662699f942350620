/** Microsoft Exchange, as long as a company has it beside us or comes from it. */
@NullMarked
package org.kalends.exchange;

import org.jspecify.annotations.NullMarked;
