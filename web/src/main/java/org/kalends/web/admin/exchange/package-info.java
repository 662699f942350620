/** Exchange for administrators. */
@NullMarked
package org.kalends.web.admin.exchange;

import org.jspecify.annotations.NullMarked;
