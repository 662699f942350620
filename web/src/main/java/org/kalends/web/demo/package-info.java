/** The demo organisation and its caught mail; nothing of it exists outside of demo mode. */
@NullMarked
package org.kalends.web.demo;

import org.jspecify.annotations.NullMarked;
