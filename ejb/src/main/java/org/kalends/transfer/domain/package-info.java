/** What a file of calendar objects is made of. */
@NullMarked
package org.kalends.transfer.domain;

import org.jspecify.annotations.NullMarked;
