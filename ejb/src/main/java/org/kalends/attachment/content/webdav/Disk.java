package org.kalends.attachment.content.webdav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.attachment.content.webdav.DiskListing.Entry;
import org.kalends.figures.Figures;
import org.kalends.http.AccessTokens;
import org.kalends.http.ServiceHttp;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Requests to the disk, with a token that it takes. Who is told of a failure reads what he can do about it. */
@ApplicationScoped
class Disk {

    private static final Logger LOG = System.getLogger(Disk.class.getName());
    private static final String WANTED =
            "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:getlastmodified/></D:prop></D:propfind>";

    @Inject
    ServiceHttp http;

    @Inject
    AccessTokens tokens;

    @Inject
    DiskSettings settings;

    @Inject
    Figures figures;

    /** How it answers that is no failure of the disk itself. */
    int status(Supplier<HttpUriRequestBase> request) {
        try (var response = open(request)) {
            return response.getCode();
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** It has to answer well. */
    void ask(Supplier<HttpUriRequestBase> request) {
        int status = status(request);
        if (status >= HttpStatus.SC_MULTIPLE_CHOICES) throw odd(status);
    }

    /** What stands in a folder, without itself; nothing where there is none. */
    List<Entry> list(URI folder) {
        var response = open(() -> {
            var list = new HttpUriRequestBase("PROPFIND", folder);
            list.setHeader("Depth", "1");
            list.setEntity(new StringEntity(WANTED, ContentType.APPLICATION_XML));
            return list;
        });
        try (response) {
            if (response.getCode() == HttpStatus.SC_NOT_FOUND) return List.of();
            if (response.getCode() != HttpStatus.SC_MULTI_STATUS) throw odd(response.getCode());
            return DiskListing.read(response.getEntity().getContent(), folder);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** The answer, to be closed. A token that it does not take any more is replaced once. */
    ClassicHttpResponse open(Supplier<HttpUriRequestBase> request) {
        try {
            var token = token();
            var response = http.open(with(request.get(), token), settings.patience());
            if (response.getCode() == HttpStatus.SC_UNAUTHORIZED && !token.isEmpty()) {
                response.close();
                settings.login().ifPresent(tokens::forget);
                response = http.open(with(request.get(), token()), settings.patience());
            }
            return letIn(response);
        } catch (IOException e) {
            throw counted("away", away(e));
        }
    }

    private String token() throws IOException {
        return settings.login().isPresent() ? tokens.get(settings.login().get(), settings.patience()) : "";
    }

    private static HttpUriRequestBase with(HttpUriRequestBase request, String token) {
        if (!token.isEmpty()) request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return request;
    }

    private ClassicHttpResponse letIn(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == HttpStatus.SC_UNAUTHORIZED || status == HttpStatus.SC_FORBIDDEN) {
            response.close();
            throw counted(
                    "refused", new CalendarException(Problem.UNAVAILABLE, "The disk for files does not let us in"));
        }
        if (status == HttpStatus.SC_INSUFFICIENT_STORAGE) {
            response.close();
            throw counted("full", new CalendarException(Problem.QUOTA_EXCEEDED, "The disk for files is full"));
        }
        figures.count("kalends_disk", new Tag("result", "answered"));
        return response;
    }

    private CalendarException counted(String result, CalendarException failure) {
        figures.count("kalends_disk", new Tag("result", result));
        LOG.log(Level.WARNING, "{0}", failure.getMessage());
        return failure;
    }

    static CalendarException away(IOException cause) {
        LOG.log(Level.WARNING, "The disk for files cannot be reached", cause);
        return new CalendarException(Problem.UNAVAILABLE, "The disk for files does not answer; try again later");
    }

    /** It answers what nobody asked for. */
    static CalendarException odd(int status) {
        return new CalendarException(Problem.UNAVAILABLE, "The disk for files answers HTTP " + status);
    }
}
