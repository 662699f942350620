/** VK Teams by its Bot API. */
@NullMarked
package org.kalends.messenger.vkteams;

import org.jspecify.annotations.NullMarked;
