package org.kalends.subscription.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of a text, to be told when it is asked for again; null where it said nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8">RFC 9110, 8.8</a>
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {}
