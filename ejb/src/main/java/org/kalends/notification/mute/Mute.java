package org.kalends.notification.mute;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.metrics.Tag;
import org.jdbi.v3.core.Jdbi;
import org.kalends.figures.Figures;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Caller;
import org.kalends.identity.Deed;
import org.kalends.identity.PersonalSettings.Channel;

/**
 * Keeps channels silent on all nodes, while a backup is restored or mailboxes are moved: news, reminders and agendas that
 * would be told meanwhile are dropped and counted, not put off.
 */
@Stateless
public class Mute {

    @Inject
    Jdbi jdbi;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Figures figures;

    /** A channel that tells nobody anything. */
    public record Silent(Channel channel, Instant since, String reason) {}

    /** Those that are silent. */
    public List<Silent> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from mute order by channel")
                .map((row, context) -> new Silent(
                        Channel.valueOf(row.getString("channel")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("reason")))
                .list());
    }

    /** These and no others are silent from now on. */
    public void set(Set<Channel> channels, String reason) {
        var names = channels.stream().map(Channel::name).toArray(String[]::new);
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from mute where channel <> all(:names)")
                    .bind("names", names)
                    .execute();
            handle.createUpdate("insert into mute (channel, reason) select unnest(:names), :reason"
                            + " on conflict (channel) do update set reason = excluded.reason")
                    .bind("names", names)
                    .bind("reason", reason)
                    .execute();
        });
        var deed = new Deed(
                AuditAction.MUTE_CHANGED, caller.principal().id(), null, String.join(",", names), Deed.Hashes.NONE);
        audit.note(deed);
    }

    /** Whether what is to be told now is dropped; counted if so. */
    public boolean drops(Channel channel) {
        boolean silent = jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from mute where channel = :channel)")
                        .bind("channel", channel.name())
                        .mapTo(Boolean.class)
                        .one());
        if (silent) figures.count("kalends_muted", new Tag("channel", channel.token()));
        return silent;
    }
}
