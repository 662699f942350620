package org.kalends.messenger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.kalends.identity.PersonalSettings.Channel;

/** By which channels people can be told things here. */
@ApplicationScoped
public class Channels {

    @Inject
    MessengerSettings messenger;

    /** All of them, but for the messenger where there is none. */
    public List<Channel> offered() {
        return Arrays.stream(Channel.values())
                .filter(channel ->
                        channel != Channel.MESSENGER || messenger.url().isPresent())
                .toList();
    }
}
