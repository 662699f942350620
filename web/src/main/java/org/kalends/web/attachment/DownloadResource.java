package org.kalends.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentReading;
import org.kalends.attachment.AttachmentReading.Download;
import org.kalends.attachment.ByteRange;
import org.kalends.attachment.StoredFile;
import org.kalends.identity.Secret;

/** A file behind its link; always one to be saved, never a page of this site. */
@Path("attachments/{token}")
@RequestScoped
public class DownloadResource {

    @Inject
    AttachmentReading reading;

    @GET
    public Response get(@PathParam("token") String token, @HeaderParam("Range") @Nullable String range) {
        var download = reading.open(new Secret(token));
        var size = download.file().size();
        var asked = ByteRange.asked(range, size);
        if (asked.isEmpty()) return answer(Response.ok(), download, ByteRange.whole(size));
        var part = asked.get();
        if (!part.within(size)) {
            return Response.status(416).header("Content-Range", part.of(size)).build();
        }
        return answer(Response.status(206).header("Content-Range", part.of(size)), download, part);
    }

    private static Response answer(Response.ResponseBuilder builder, Download download, ByteRange part) {
        var file = download.file();
        return builder.entity((StreamingOutput) out -> download.copyTo(out, part))
                .type(file.harmlessType())
                .header("Content-Length", part.length())
                .header("Content-Disposition", file.disposition())
                .header("Content-Security-Policy", StoredFile.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "bytes")
                .build();
    }
}
