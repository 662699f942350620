/** Exchange as our tests know it: written after Microsoft's schema and pages, with no code of the client that it tests. */
package org.kalends.exchange.sim;
