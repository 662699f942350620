package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;

/** POST: to the outbox a question about free time, to a calendar an object without a name, to an object a file. */
@ApplicationScoped
public class Post implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    FreeBusyRequest freeBusy;

    @Inject
    AddMember addMember;

    @Inject
    ManagedAttachments attachments;

    @Override
    public String name() {
        return "POST";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OUTBOX, Kind.CALENDAR, Kind.OBJECT);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        switch (resource.kind()) {
            case OUTBOX -> freeBusy.answer(exchange, resource);
            case CALENDAR -> addMember.answer(exchange, resource);
            case OBJECT -> attachments.answer(exchange, resource);
            default -> throw Refusal.of(405, "Nothing can be posted here");
        }
    }
}
