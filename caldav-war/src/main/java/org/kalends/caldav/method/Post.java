package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;

/**
 * POST: to the outbox a question about free time, to a calendar an object without a name or whom it is shared with, to
 * an object a file, to a home the answer to an invitation.
 */
@ApplicationScoped
public class Post implements DavMethod {

    private static final Set<String> XML = Set.of("application/xml", "text/xml", "application/davsharing+xml");

    @Inject
    ResourceFinder resources;

    @Inject
    FreeBusyRequest freeBusy;

    @Inject
    AddMember addMember;

    @Inject
    ManagedAttachments attachments;

    @Inject
    ShareRequest shares;

    @Inject
    InviteReply replies;

    @Override
    public String name() {
        return "POST";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OUTBOX, Kind.CALENDAR, Kind.OBJECT, Kind.HOME);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        switch (resource.kind()) {
            case OUTBOX -> freeBusy.answer(exchange, resource);
            case CALENDAR -> {
                if (XML.contains(MediaTypes.bare(exchange.header("Content-Type")))) shares.answer(exchange, resource);
                else addMember.answer(exchange, resource);
            }
            case HOME -> replies.answer(exchange, resource);
            case OBJECT -> attachments.answer(exchange, resource);
            default -> throw Refusal.of(405, "Nothing can be posted here");
        }
    }
}
