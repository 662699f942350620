/** Browsers that tell their owners of things. */
@NullMarked
package org.kalends.web.browser;

import org.jspecify.annotations.NullMarked;
