/** The XML that is told and understood: elements with few kinds of content, without DTD. */
@NullMarked
package org.kalends.exchange.ews.xml;

import org.jspecify.annotations.NullMarked;
