/** The MBeans of Kalends for consoles such as Hawtio, over HTTP (Jolokia). */
@NullMarked
package org.kalends.web.console;

import org.jspecify.annotations.NullMarked;
