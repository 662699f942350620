/** The data source, its migrations and the ids of rows. */
@NullMarked
package org.kalends.database;

import org.jspecify.annotations.NullMarked;
