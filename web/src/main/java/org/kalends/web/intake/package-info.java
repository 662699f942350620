/** Where mail servers hand mails over. */
@NullMarked
package org.kalends.web.intake;

import org.jspecify.annotations.NullMarked;
