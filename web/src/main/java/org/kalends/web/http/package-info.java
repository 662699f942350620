/** JSON, problems, request ids, security headers. */
@NullMarked
package org.kalends.web.http;

import org.jspecify.annotations.NullMarked;
