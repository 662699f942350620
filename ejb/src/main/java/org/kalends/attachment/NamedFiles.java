package org.kalends.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentRefused.Reason;
import org.kalends.attachment.store.AttachmentStore;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.HandedOver;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Uid;

/**
 * Who names a file in an event gives it to all who read the event, so he must be able to read it himself: it is of this
 * event already, or of another one in his home, as when a part is split off.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8607#section-3.12.3">RFC 8607, 3.12 (valid-managed-id-parameter)</a>
 */
@ApplicationScoped
public class NamedFiles {

    @Inject
    AttachmentStore store;

    void observe(@Observes EventChange change) {
        if (change.cause() != Cause.PERSON || change.after() == null) return;
        var added = new TreeSet<>(ids(change.after()));
        added.removeAll(ids(change.before()));
        if (added.isEmpty()) return;
        var uid = change.after().uid();
        var homes = new HashSet<>(List.of(change.home(), change.actor().id()));
        for (var id : added) {
            if (!allowed(id, uid, homes)) {
                throw new AttachmentRefused(
                        Reason.VALID_MANAGED_ID_PARAMETER, "MANAGED-ID names no file of yours: " + id);
            }
        }
    }

    void observe(@Observes HandedOver handover) {
        var files = ids(handover.after()).stream().flatMap(NamedFiles::known).toList();
        if (files.isEmpty()) return;
        store.handOver(
                files,
                handover.from().id(),
                handover.to().id(),
                handover.after().uid());
    }

    private boolean allowed(String managedId, Uid uid, Set<UUID> homes) {
        return known(managedId).anyMatch(id -> store.allowAsReader(id, uid, homes));
    }

    /** Other servers name their files otherwise. */
    /** The file that may be meant; none where no file of ours could be called so. */
    public static Stream<UUID> known(String managedId) {
        try {
            return Stream.of(UUID.fromString(managedId));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static Set<String> ids(@Nullable EventSeries series) {
        if (series == null) return Set.of();
        return series.stream()
                .flatMap(component -> component.details().files().stream())
                .map(FileLink::managedId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
