package org.kalends.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentReading;
import org.kalends.attachment.AttachmentReading.Download;
import org.kalends.attachment.ByteRange;
import org.kalends.attachment.StoredFile.Look;
import org.kalends.identity.Secret;

/** A file behind its link: one to be saved, or a picture or PDF to be looked at; never a page of this site. */
@Path("attachments/{token}")
@RequestScoped
public class DownloadResource {

    @Inject
    AttachmentReading reading;

    @Context
    Request request;

    /**
     * The file, or a part of it.
     *
     * @param preview {@code true} to be shown by the browser, where it is a picture or a PDF
     */
    @GET
    public Response get(
            @PathParam("token") String token,
            @HeaderParam("Range") @Nullable String range,
            @QueryParam("preview") @Nullable String preview) {
        var download = reading.open(new Secret(token));
        var look = "true".equals(preview)
                ? download.file().preview()
                : download.file().saved();
        var size = download.file().size();
        var asked = ByteRange.asked(range, size);
        if (asked.isEmpty()) return answer(Response.ok(), download, ByteRange.whole(size), look);
        var part = asked.get();
        if (!part.within(size)) {
            return Response.status(416).header("Content-Range", part.of(size)).build();
        }
        return answer(Response.status(206).header("Content-Range", part.of(size)), download, part, look);
    }

    private Response answer(Response.ResponseBuilder builder, Download download, ByteRange part, Look look) {
        if (!request.getMethod().equals("HEAD")) builder.entity((StreamingOutput) download.open(part)::copyTo);
        return builder.type(download.file().harmlessType())
                .header("Content-Length", part.length())
                .header("Content-Disposition", look.disposition())
                .header("Content-Security-Policy", look.policy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "bytes")
                .build();
    }
}
