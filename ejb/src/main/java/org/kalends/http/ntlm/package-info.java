/** NTLMv2, by which Windows services let a connection in that shows a name and a password. */
@NullMarked
package org.kalends.http.ntlm;

import org.jspecify.annotations.NullMarked;
