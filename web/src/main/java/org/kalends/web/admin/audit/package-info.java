/** The audit log for administrators. */
@NullMarked
package org.kalends.web.admin.audit;

import org.jspecify.annotations.NullMarked;
