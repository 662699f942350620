package org.kalends.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is known of a file.
 *
 * @param id its MANAGED-ID
 * @param home who brought it in
 * @param digest of its octets: SHA-256, hexadecimal
 * @param type media type, by what stands in it
 * @param size octets
 */
public record StoredFile(UUID id, UUID home, String digest, String name, String type, long size) {

    /** Content-Security-Policy of the octets: should a browser show them after all, they may do nothing. */
    public static final String POLICY = "default-src 'none'; sandbox";

    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:application/pdf|text/plain|image/(?:png|jpeg|gif|webp)|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+"
                    + "|application/(?:zip|msword|rtf|vnd\\.[a-z0-9.+-]+))");

    /** What a browser may be told that it is: never a page, nor anything that runs. */
    public String harmlessType() {
        return HARMLESS.matcher(type).matches() ? type : UNKNOWN;
    }

    /** For Content-Disposition: always one to be saved (RFC 6266, 4.3). */
    public String disposition() {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
