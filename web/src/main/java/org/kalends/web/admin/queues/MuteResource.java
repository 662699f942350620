package org.kalends.web.admin.queues;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.notification.mute.Mute;
import org.kalends.problem.CalendarException;

/** {@code /admin/mute}: channels that tell nobody anything while a backup is restored or mailboxes are moved. Role admin. */
@Path("admin/mute")
@RequestScoped
@Produces("application/json")
public class MuteResource {

    private static final int LONGEST_REASON = 500;

    @Inject
    Caller caller;

    @Inject
    Mute mute;

    /** A channel that is silent. */
    public record SilentJson(String channel, Instant since, String reason) {}

    /** Those that are. */
    public record MuteJson(List<SilentJson> items) {}

    /** Those that are to be, and no others. */
    public record MuteInput(@Nullable List<@Nullable String> channels, @Nullable String reason) {

        Set<Channel> read() {
            if (channels == null) throw CalendarException.invalid("channels", "must be a list, empty for none");
            var read = EnumSet.noneOf(Channel.class);
            for (var name : channels) read.add(channel(name));
            return read;
        }

        private static Channel channel(@Nullable String name) {
            return Arrays.stream(Channel.values())
                    .filter(channel -> channel.token().equals(name))
                    .findFirst()
                    .orElseThrow(() -> CalendarException.invalid("channels", "must be of mail, messenger, browser"));
        }

        String why() {
            var text = reason == null ? "" : reason.strip();
            if (text.length() > LONGEST_REASON || text.indexOf('\0') >= 0)
                throw CalendarException.invalid("reason", "must be text of at most " + LONGEST_REASON + " characters");
            return text;
        }
    }

    @GET
    public MuteJson read() {
        caller.administrator();
        return new MuteJson(mute.all().stream()
                .map(one -> new SilentJson(one.channel().token(), one.since(), one.reason()))
                .toList());
    }

    @PUT
    @Consumes("application/json")
    public MuteJson replace(@Nullable MuteInput input) {
        caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        mute.set(input.read(), input.why());
        return read();
    }
}
