/** Answering invitations over REST. */
@NullMarked
package org.kalends.web.answer;

import org.jspecify.annotations.NullMarked;
