/** The directory for administrators. */
@NullMarked
package org.kalends.web.admin.directory;

import org.jspecify.annotations.NullMarked;
