/** The REST API's application. */
@NullMarked
package org.kalends.web;

import org.jspecify.annotations.NullMarked;
