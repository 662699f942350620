package org.kalends.attachment.content;

/**
 * Octets that are kept.
 *
 * @param digest SHA-256, hexadecimal
 * @param type media type, by what stands in them and, where that says nothing, by the file's name
 */
public record Content(String digest, long size, String type) {}
