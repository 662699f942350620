/** Files on disk by their digest, and what is known of them in PostgreSQL. */
@NullMarked
package org.kalends.attachment.store;

import org.jspecify.annotations.NullMarked;
