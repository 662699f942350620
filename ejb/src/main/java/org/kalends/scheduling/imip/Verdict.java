package org.kalends.scheduling.imip;

/** What became of a mail that came in. */
public enum Verdict {
    /** It goes the way of any scheduling message. */
    APPLIED,
    /** There is nothing in it for anybody here. */
    IGNORED,
    /** Nobody vouches for its sender: it changes nothing until a person says so. */
    HELD,
    /** It pretends to be from inside. */
    REFUSED
}
