/**
 * Exchange Web Services: SOAP 1.1 over HTTP, as thin as it can be.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/ews-reference-for-exchange">Microsoft's reference</a>
 */
@NullMarked
package org.kalends.exchange.ews;

import org.jspecify.annotations.NullMarked;
