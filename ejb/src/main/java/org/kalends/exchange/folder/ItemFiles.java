package org.kalends.exchange.folder;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kalends.attachment.AttachmentKeeping;
import org.kalends.attachment.AttachmentKeeping.Taken;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.event.EventCopies;
import org.kalends.event.StoredEvent;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.store.FileStore;
import org.kalends.exchange.item.AttachedFile;
import org.kalends.exchange.item.AttachedFile.Form;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Uid;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Files that hang on items: first weighed, then brought here, which may take long, then named by the events. */
@ApplicationScoped
public class ItemFiles {

    @Inject
    EwsClient exchange;

    @Inject
    AttachmentKeeping keeping;

    @Inject
    AttachmentSettings settings;

    @Inject
    FileStore files;

    @Inject
    EventCopies copies;

    /** Without those that cannot be had here. */
    FolderPage weighed(FolderPage page) {
        return page.with(page.ready().stream().map(this::weighed).toList());
    }

    private Ready weighed(Ready item) {
        var light = item;
        int kept = 0;
        for (var file : item.files()) {
            var loss = loss(file.file(), kept);
            if (loss.isPresent()) light = light.without(file, loss.get());
            else kept++;
        }
        return light;
    }

    private Optional<String> loss(AttachedFile file, int before) {
        if (!keeping.offered()) return Optional.of("Its files stay in Exchange: this installation keeps none");
        if (file.size() > settings.largestFile())
            return Optional.of(stays(file, "a file may have " + (settings.largestFile() >> 20) + " MiB at most"));
        if (before < settings.mostPerEvent()) return Optional.empty();
        return Optional.of(stays(file, "an event may have " + settings.mostPerEvent() + " files at most"));
    }

    private static String stays(AttachedFile file, String why) {
        return file.name() + " stays in Exchange: " + why;
    }

    /** As after a rehearsal, which brings nothing. */
    public FolderPage left(FolderPage page) {
        return page.with(page.ready().stream().map(item -> item.with(List.of())).toList());
    }

    /**
     * With the octets of all that is not here yet.
     *
     * @throws ExchangeAway if one of them did not come whole
     */
    public FolderPage brought(PageReading.From from, FolderPage page) {
        var attachments = page.ready().stream()
                .flatMap(item -> item.files().stream())
                .map(file -> file.file().id())
                .toList();
        if (attachments.isEmpty()) return page;
        var known = files.known(from.owner().id(), attachments);
        return page.with(
                page.ready().stream().map(item -> brought(from, item, known)).toList());
    }

    private Ready brought(PageReading.From from, Ready item, Set<String> known) {
        var whole = item;
        for (var file : item.files()) {
            if (known.contains(file.file().id()) || ours(item.uid(), file).isPresent()) continue;
            try {
                var octets = octets(from, file.file());
                whole = whole.with(whole.files().stream()
                        .map(one -> one.equals(file) ? file.with(octets) : one)
                        .toList());
            } catch (CalendarException e) {
                whole = whole.without(file, stays(file.file(), refused(file.file(), e)));
            } catch (ExchangeRefused e) {
                if (e.refusal().passes()) throw e;
                whole = whole.without(file, stays(file.file(), e.refusal().reason()));
            }
        }
        return whole;
    }

    /**
     * Why it is not kept.
     *
     * @throws ExchangeAway if it could be later
     */
    private static String refused(AttachedFile file, CalendarException refusal) {
        var why = String.valueOf(refusal.getMessage());
        if (refusal.problem() == Problem.UNAVAILABLE)
            throw new ExchangeAway(file.name() + " cannot be kept: " + why, refusal);
        return why;
    }

    private Taken octets(PageReading.From from, AttachedFile file) {
        from.beforeEach().run();
        try {
            var taken =
                    exchange.attachment(file.id(), from.mailbox().value(), octets -> keeping.take(file.name(), octets));
            return file.form() == Form.ITEM ? suffixed(taken) : taken;
        } catch (EJBException e) {
            throw new ExchangeAway(file.name() + " did not come whole: " + e.getMessage(), e);
        }
    }

    /** Items have titles, not names of files. */
    private static Taken suffixed(Taken item) {
        var suffix = item.content().type().equals("text/calendar") ? ".ics" : ".eml";
        return new Taken(item.name() + suffix, item.content());
    }

    /**
     * With texts that name the files: those that hang on the items, and those that were brought into the events here.
     * In the transaction that stores them.
     */
    List<Ready> named(UUID home, List<Ready> items) {
        var here = copies.withFiles(home, items.stream().map(Ready::uid).toList());
        return items.stream().map(item -> named(home, item, of(item, here))).toList();
    }

    private static Optional<StoredEvent> of(Ready item, Collection<StoredEvent> here) {
        return here.stream()
                .filter(event -> event.series().uid().equals(item.uid()))
                .findFirst();
    }

    private Ready named(UUID home, Ready item, Optional<StoredEvent> here) {
        if (item.files().isEmpty() && here.isEmpty()) return item;
        var known = files.of(home, item.uid());
        var naming = new FileNaming(known.values(), here.map(StoredEvent::series));
        for (var file : item.files()) naming.name(file, link(home, item.uid(), file, known));
        var ids = item.files().stream().map(file -> file.file().id()).toList();
        files.keepOnly(home, item.uid(), ids);
        return item.with(item.text().with(item.text().events().each(naming::named)));
    }

    /** What we hung there before we died is known by its mark. */
    private Optional<FileLink> ours(Uid uid, PartFile file) {
        return file.file().ours().flatMap(id -> keeping.named(id, uid));
    }

    private FileLink link(UUID home, Uid uid, PartFile file, Map<String, UUID> known) {
        var before = Optional.ofNullable(known.get(file.file().id())).flatMap(id -> keeping.named(id, uid));
        if (before.isPresent()) return before.get();
        var ours = ours(uid, file);
        ours.ifPresent(link -> files.keep(home, uid, file.file().id(), UUID.fromString(link.managedId())));
        if (ours.isPresent()) return ours.get();
        if (file.octets() == null)
            throw new CalendarException(Problem.UNAVAILABLE, file.file().name() + " was put away just now");
        var link = keeping.name(home, uid, file.octets());
        files.keep(home, uid, file.file().id(), UUID.fromString(link.managedId()));
        return link;
    }
}
