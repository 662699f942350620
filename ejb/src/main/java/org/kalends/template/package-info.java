/** Templates of mails, cards and pages. */
@NullMarked
package org.kalends.template;

import org.jspecify.annotations.NullMarked;
