/** Where Exchange calls. */
@NullMarked
package org.kalends.web.exchange;

import org.jspecify.annotations.NullMarked;
