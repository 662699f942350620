package org.kalends.notification.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Message-IDs made of what is told, not of chance: the same mail sent twice is recognised by whoever gets it. */
public final class MessageIds {

    private static final int LENGTH = 32;

    private final String domain;

    public MessageIds(String domain) {
        this.domain = domain;
    }

    /**
     * The place of a mail among the others about its event.
     *
     * @param key what makes the mail that mail
     * @param thread ids of the first and the last mail before; empty for the first
     */
    public Letter.Conversation conversation(String key, List<String> thread) {
        var last = thread.isEmpty() ? null : thread.get(thread.size() - 1);
        return new Letter.Conversation(of(key), last, thread);
    }

    private String of(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest).substring(0, LENGTH) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
