package org.kalends.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.kalends.identity.Directory;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.Queue;

/** Tells an organizer of ours that a mail to one of his guests was refused for good. */
@Dependent
public class FailureNotes {

    private final Outbox outbox;
    private final Directory directory;
    private final Clock clock;

    @Inject
    public FailureNotes(Outbox outbox, Directory directory, Clock clock) {
        this.outbox = outbox;
        this.directory = directory;
        this.clock = clock;
    }

    /** In the transaction that remembers the refusal. Nobody is told that a mail to himself was refused. */
    void tell(NewsTask refused, Decided decided) {
        var organizer = decided.series().lead().organizer();
        boolean aside = refused.kind() == NewsKind.FAILURE || refused.kind() == NewsKind.ROOM_ASKED;
        if (organizer == null || aside) return;
        var address = organizer.address();
        if (address.equals(refused.recipient())) return;
        if (directory.byAddress(address).isEmpty()) return;
        var note = new NewsTask(
                refused.home(), refused.news(), refused.news(), address, NewsKind.FAILURE, refused.recipient());
        outbox.add(List.of(note.message(Queue.MAIL, clock.instant())));
    }
}
