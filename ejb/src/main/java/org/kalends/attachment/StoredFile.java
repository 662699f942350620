package org.kalends.attachment;

import java.util.UUID;
import org.kalends.icalendar.Uid;

/**
 * What is known of a file.
 *
 * @param id its MANAGED-ID
 * @param home who brought it in
 * @param uid of the event that it belongs to
 * @param digest of its octets: SHA-256, hexadecimal
 * @param size octets
 */
public record StoredFile(UUID id, UUID home, Uid uid, String digest, String name, String type, long size) {}
