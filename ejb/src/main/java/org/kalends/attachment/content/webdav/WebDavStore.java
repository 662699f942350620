package org.kalends.attachment.content.webdav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.kalends.attachment.ByteRange;
import org.kalends.attachment.content.ContentStore;
import org.kalends.attachment.content.Received;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * A folder on a disk. A file is written under a name of its own and moved to its place when it is whole, so that a break
 * in the middle leaves nothing that anybody finds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918">RFC 4918</a>
 */
@ApplicationScoped
@Typed(WebDavStore.class)
public class WebDavStore implements ContentStore {

    private static final String WRITING = "writing-";
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern REST = Pattern.compile("[0-9a-f]{62}");

    @Inject
    DiskSettings settings;

    @Inject
    Disk disk;

    @Override
    public boolean offered() {
        return settings.url().isPresent();
    }

    @Override
    public void keep(Received received) {
        var writing = at(WRITING + UUID.randomUUID());
        disk.ask(() -> {
            var put = new HttpPut(writing);
            put.setEntity(new FileEntity(received.file().toFile(), ContentType.APPLICATION_OCTET_STREAM));
            return put;
        });
        try {
            move(writing, received.content().digest());
        } catch (CalendarException e) {
            forget(writing);
            throw e;
        }
    }

    /** Where the folder is missing servers answer this or that, mod_dav 500; whether it was is told by making it. */
    private void move(URI writing, String digest) {
        int status = moved(writing, digest);
        if (status >= HttpStatus.SC_BAD_REQUEST) {
            int made = disk.status(() -> new HttpUriRequestBase("MKCOL", at(folder(digest))));
            if (made == HttpStatus.SC_CREATED) status = moved(writing, digest);
        }
        if (status >= HttpStatus.SC_MULTIPLE_CHOICES) throw Disk.odd(status);
    }

    private int moved(URI writing, String digest) {
        return disk.status(() -> {
            var move = new HttpUriRequestBase("MOVE", writing);
            move.setHeader("Destination", file(digest).toString());
            move.setHeader("Overwrite", "T");
            return move;
        });
    }

    /** As well as it goes: what is left is swept. */
    private void forget(URI writing) {
        try {
            disk.status(() -> new HttpDelete(writing));
        } catch (CalendarException away) {
            // told already by what failed before
        }
    }

    @Override
    public boolean holds(String digest) {
        int status = disk.status(() -> new HttpHead(file(digest)));
        if (status == HttpStatus.SC_OK) return true;
        if (status == HttpStatus.SC_NOT_FOUND) return false;
        throw Disk.odd(status);
    }

    @Override
    public InputStream open(String digest, ByteRange part) {
        var response = disk.open(() -> {
            var get = new HttpGet(file(digest));
            if (part.length() > 0) get.setHeader(HttpHeaders.RANGE, "bytes=" + part.first() + "-" + part.last());
            return get;
        });
        try {
            return octets(response, part);
        } catch (IOException e) {
            throw Disk.away(e);
        }
    }

    private static InputStream octets(ClassicHttpResponse response, ByteRange part) throws IOException {
        int status = response.getCode();
        var entity = response.getEntity();
        if (status > HttpStatus.SC_PARTIAL_CONTENT || entity == null) {
            response.close();
            if (status == HttpStatus.SC_NOT_FOUND)
                throw new CalendarException(Problem.NOT_FOUND, "There is no such file");
            throw Disk.odd(status);
        }
        var octets = new FilterInputStream(entity.getContent()) {
            @Override
            public void close() throws IOException {
                response.close(); // what was not read needs not come
            }
        };
        if (status == HttpStatus.SC_OK) octets.skipNBytes(part.first()); // it knows no ranges
        return octets;
    }

    @Override
    public void olderThan(Instant then, Consumer<String> sink) {
        if (!offered()) return;
        for (var entry : disk.list(at(""))) {
            if (FOLDER.matcher(entry.name()).matches()) {
                for (var file : disk.list(at(entry.name() + "/"))) {
                    boolean old = file.modified().isBefore(then);
                    if (old && REST.matcher(file.name()).matches()) sink.accept(entry.name() + file.name());
                }
            } else if (entry.name().startsWith(WRITING) && entry.modified().isBefore(then)) {
                forget(at(entry.name()));
            }
        }
    }

    @Override
    public void remove(String digest) {
        int status = disk.status(() -> new HttpDelete(file(digest)));
        if (status >= HttpStatus.SC_MULTIPLE_CHOICES && status != HttpStatus.SC_NOT_FOUND) throw Disk.odd(status);
    }

    private static String folder(String digest) {
        return digest.substring(0, 2) + "/";
    }

    private URI file(String digest) {
        return at(folder(digest) + digest.substring(2));
    }

    private URI at(String name) {
        return settings.url()
                .orElseThrow(() -> new IllegalStateException("no disk for files"))
                .resolve(name);
    }
}
