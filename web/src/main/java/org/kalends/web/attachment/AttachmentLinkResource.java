package org.kalends.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.kalends.attachment.AttachmentReading;
import org.kalends.identity.Caller;
import org.kalends.web.event.Parameters;

/** A link by which a file of an event is read for some minutes, without log-in. */
@Path("events/{id}/attachments/{aid}/link")
@RequestScoped
@Produces("application/json")
public class AttachmentLinkResource {

    @Inject
    AttachmentReading reading;

    @Inject
    Caller caller;

    /** @param url path on this server */
    public record LinkJson(String url, Instant expiresAt) {}

    @POST
    public LinkJson link(@PathParam("id") String id, @PathParam("aid") String attachment) {
        var link = reading.link(caller.principal(), Parameters.id(id), Parameters.id(attachment));
        return new LinkJson("/api/v1/attachments/" + link.token().value(), link.expires());
    }
}
