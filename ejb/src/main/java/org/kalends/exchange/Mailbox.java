package org.kalends.exchange;

import java.util.List;

/**
 * A mailbox of Exchange, as far as calendars go.
 *
 * @param address by which it was asked for
 * @param calendars the default one first
 */
public record Mailbox(String address, List<Folder> calendars) {

    /**
     * A calendar.
     *
     * @param id by which Exchange knows it, opaque
     * @param items how many lie in it, a series counted once
     */
    public record Folder(String id, String name, long items) {}
}
