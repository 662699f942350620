package org.kalends.notification.jmx;

/** What became of what this node told people by one channel since it started: news, reminders, agendas. */
public interface ChannelMXBean {

    /** What relay, messenger or push service took. */
    long getSent();

    /** What it will not have. */
    long getFailed();

    /** What it did not take just now, once for each attempt. */
    long getDelayed();

    /** Mails that were taken and came back. */
    long getBounced();

    /** What was dropped because the channel is silent. */
    long getMuted();
}
