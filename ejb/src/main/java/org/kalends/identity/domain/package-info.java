/** The rules of identity, without a container. */
@NullMarked
package org.kalends.identity.domain;

import org.jspecify.annotations.NullMarked;
