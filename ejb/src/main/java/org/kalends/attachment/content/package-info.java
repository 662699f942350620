/** Where the octets of files lie: in a directory, or on a disk that is reached by WebDAV. */
@NullMarked
package org.kalends.attachment.content;

import org.jspecify.annotations.NullMarked;
