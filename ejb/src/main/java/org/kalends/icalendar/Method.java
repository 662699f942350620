package org.kalends.icalendar;

/** METHOD of an iTIP message (RFC 5546, 1.4). */
public enum Method {
    PUBLISH,
    REQUEST,
    REPLY,
    ADD,
    CANCEL,
    REFRESH,
    COUNTER,
    DECLINECOUNTER
}
