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

    /** Should a browser show them after all, they may do nothing. */
    private static final String POLICY = "default-src 'none'; sandbox";

    /** Browsers show no PDF in a sandbox. */
    private static final String POLICY_OF_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

    private static final String PDF = "application/pdf";
    private static final Pattern PICTURE = Pattern.compile("image/(?:png|jpeg|gif|webp)");
    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:application/pdf|text/plain|image/(?:png|jpeg|gif|webp)|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+"
                    + "|application/(?:zip|msword|rtf|vnd\\.[a-z0-9.+-]+))");

    /** What a browser may be told that it is: never a page, nor anything that runs. */
    public String harmlessType() {
        return HARMLESS.matcher(type).matches() ? type : UNKNOWN;
    }

    /**
     * How a browser is to treat it.
     *
     * @param disposition value of Content-Disposition (RFC 6266, 4)
     * @param policy value of Content-Security-Policy
     */
    public record Look(String disposition, String policy) {}

    /** To be saved. */
    public Look saved() {
        return new Look("attachment" + named(), POLICY);
    }

    /** To be looked at, if it is a picture or a PDF; else to be saved. */
    public Look preview() {
        if (PICTURE.matcher(type).matches()) return new Look("inline" + named(), POLICY);
        return type.equals(PDF) ? new Look("inline" + named(), POLICY_OF_PDF) : saved();
    }

    private String named() {
        return "; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
