package org.kalends.web.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.problem.BoundedBody;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.transfer.ImportSettings;

/**
 * No body is larger than it may be and none is packed. What a refusal left unread is read before the refusal is
 * written: over HTTP/2 those octets would fill the window that all requests of the connection share, and none of them
 * would be answered any more.
 */
@Provider
@PreMatching
@Priority(100)
public class BodyRules implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String BODY = BodyRules.class.getName();
    private static final int FIRST_REFUSAL = 400;
    private static final Pattern IMPORT = Pattern.compile("/?calendars/[^/]+/import/?");
    private static final Pattern ATTACHMENT = Pattern.compile("/?events/[^/]+/attachments/?");
    private static final long AROUND_A_FILE = 4_096;

    @Inject
    @ConfigProperty(name = "kalends.http.largest-body", defaultValue = "2097152")
    long usual;

    @Inject
    ImportSettings imports;

    @Inject
    AttachmentSettings attachments;

    @Override
    public void filter(ContainerRequestContext request) {
        long most = mostOf(request);
        if (request.getEntityStream() != null) {
            var body = new BoundedBody(request.getEntityStream(), most);
            request.setEntityStream(body);
            request.setProperty(BODY, body);
        }
        var coding = request.getHeaderString("Content-Encoding");
        if (coding != null && !coding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            throw new CalendarException(
                    Problem.UNSUPPORTED_MEDIA_TYPE, "Bodies are taken unpacked, without Content-Encoding");
        }
        if (request.getLength() > most) throw BoundedBody.tooLarge(most);
    }

    /** Files are larger than what people write. */
    private long mostOf(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (IMPORT.matcher(path).matches()) return Math.max(usual, imports.largestFile() + AROUND_A_FILE);
        if (ATTACHMENT.matcher(path).matches()) return Math.max(usual, attachments.largestFile() + AROUND_A_FILE);
        return usual;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_REFUSAL || !(request.getProperty(BODY) instanceof BoundedBody body)) return;
        body.drain(request.getLength());
    }
}
