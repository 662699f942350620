/** A disk that is reached by WebDAV, with OAuth 2. */
@NullMarked
package org.kalends.attachment.content.webdav;

import org.jspecify.annotations.NullMarked;
