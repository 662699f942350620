/** A messenger for the demo and for tests: the Bot API of VK Teams over HTTP, and a way to press its buttons. */
@NullMarked
package org.kalends.cli.bot;

import org.jspecify.annotations.NullMarked;
