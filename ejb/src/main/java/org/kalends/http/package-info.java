/** Requests to the services that an installation names: its messenger, its disk, its check of addresses. */
@NullMarked
package org.kalends.http;

import org.jspecify.annotations.NullMarked;
