package org.kalends.outbox.jmx;

import java.util.List;

/** Messages that the broker laid aside, and the way back for them. */
public interface DeadLettersMXBean {

    long getDepth();

    /** Seconds since the first of them was sent. */
    long getOldestAgeSeconds();

    /** The oldest hundred. */
    List<Letter> list();

    /** Sends one to where it was sent first; false when there is none of that id. */
    boolean replay(String id);

    /** Takes one away for good; false when there is none of that id. */
    boolean purge(String id);

    /** Replays what lies there now, at most a thousand. */
    int replayAll();

    /** A dead letter as a console shows it. */
    record Letter(String id, String address, String key, String sentAt, String body, String reason) {

        public String getId() {
            return id;
        }

        public String getAddress() {
            return address;
        }

        public String getKey() {
            return key;
        }

        public String getSentAt() {
            return sentAt;
        }

        public String getBody() {
            return body;
        }

        public String getReason() {
            return reason;
        }
    }
}
