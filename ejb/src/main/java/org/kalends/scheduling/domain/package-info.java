/** The rules of scheduling: from states before and after to messages, without I/O. */
@NullMarked
package org.kalends.scheduling.domain;

import org.jspecify.annotations.NullMarked;
