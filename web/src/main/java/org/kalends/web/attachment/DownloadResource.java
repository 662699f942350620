package org.kalends.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentReading;
import org.kalends.attachment.AttachmentReading.Download;
import org.kalends.identity.Secret;

/** A file behind its link; always one to be saved, never a page of this site. */
@Path("attachments/{token}")
@RequestScoped
public class DownloadResource {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:application/pdf|text/plain|image/(?:png|jpeg|gif|webp)|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+"
                    + "|application/(?:zip|msword|rtf|vnd\\.[a-z0-9.+-]+))");

    @Inject
    AttachmentReading reading;

    @GET
    public Response get(@PathParam("token") String token, @HeaderParam("Range") @Nullable String range) {
        var download = reading.open(new Secret(token));
        var size = download.file().size();
        var asked = ByteRange.asked(range, size);
        if (asked.isEmpty()) return answer(Response.ok(), download, new ByteRange(0, size - 1));
        var part = asked.get();
        if (!part.within(size)) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        var partial =
                Response.status(206).header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
        return answer(partial, download, part);
    }

    private static Response answer(Response.ResponseBuilder builder, Download download, ByteRange part) {
        var file = download.file();
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return builder.entity((StreamingOutput) out -> copy(download, part, out))
                .type(HARMLESS.matcher(file.type()).matches() ? file.type() : UNKNOWN)
                .header("Content-Length", part.length())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "bytes")
                .build();
    }

    private static void copy(Download download, ByteRange part, OutputStream out) throws IOException {
        try (InputStream content = Files.newInputStream(download.content())) {
            content.skipNBytes(part.first());
            var buffer = new byte[8192];
            for (long left = part.length(); left > 0; ) {
                int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) throw new IOException("the file ends too early");
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
