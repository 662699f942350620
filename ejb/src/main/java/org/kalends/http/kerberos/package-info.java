/** Kerberos over HTTP, by the JDK. */
@NullMarked
package org.kalends.http.kerberos;

import org.jspecify.annotations.NullMarked;
