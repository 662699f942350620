package org.kalends.exchange.ews;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Octets that go with an operation without being held in memory.
 *
 * @param mark text of the element in which they are to stand as Base64
 * @param size how many there are
 * @param octets to be closed by who asks; asked for again where a request is sent twice
 */
public record Enclosed(String mark, long size, Supplier<InputStream> octets) {}
