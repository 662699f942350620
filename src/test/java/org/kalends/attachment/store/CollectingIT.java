package org.kalends.attachment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.attachment.StoredFile;
import org.kalends.attachment.content.ContentFiles;
import org.kalends.attachment.content.Received;
import org.kalends.icalendar.Uid;
import org.kalends.support.TestDatabase;

/** What no event names is put away after a day, and not before; octets go with the last file that needs them. */
class CollectingIT {

    private static final Duration DAY = Duration.ofDays(1);

    private final AttachmentStore store = new AttachmentStore();
    private ContentFiles files = new ContentFiles(settings(Path.of("nowhere")), Clock.systemUTC());
    private final UUID home = UUID.randomUUID();
    private Jdbi jdbi = Jdbi.create("jdbc:none");

    @TempDir
    Path directory;

    @BeforeEach
    void connect() throws SQLException {
        jdbi = Jdbi.create(TestDatabase.migrated().getConnection()).installPlugin(new PostgresPlugin());
        store.jdbi = jdbi;
        files = new ContentFiles(settings(directory), Clock.systemUTC());
    }

    private static AttachmentSettings settings(Path directory) {
        return new AttachmentSettings(
                Optional.of(directory), DAY, 1_000, 20, List.of(), URI.create("http://127.0.0.1"));
    }

    private Optional<Received> received(byte[] octets) {
        return Received.read(directory, new ByteArrayInputStream(octets), "x.txt", 1_000);
    }

    private String kept(String words) {
        try (var received = received(words.getBytes(StandardCharsets.UTF_8)).orElseThrow()) {
            files.keep(received);
            return received.content().digest();
        }
    }

    /** A file of an event, brought in days ago. */
    private UUID file(String digest, String uid, int days) {
        var file = new StoredFile(UUID.randomUUID(), home, digest, "x.txt", "text/plain", 5);
        store.add(file);
        store.allow(file.id(), new Uid(uid));
        jdbi.useHandle(handle -> handle.execute(
                "update attachment set created = now() - ? * interval '1 day' where id = ?", days, file.id()));
        return file.id();
    }

    /** An object that names the file in a line which is folded amid the id. */
    private void object(String uid, UUID file) {
        var id = file.toString();
        var text = "ATTACH;MANAGED-ID=" + id.substring(0, 20) + "\r\n " + id.substring(20) + ":x\r\n";
        jdbi.useHandle(handle -> handle.execute(
                """
                insert into calendar_object (home_id, obj_id, cal_id, name, uid, ical, etag, sched_role, sequence, span, summary,
                  search, brief, change_seq, created, modified)
                values (?, ?, ?, ?, ?, convert_to(?, 'UTF8'), '\\x00', 0, 0, tstzrange(null, null), '', '', '[]', 1, now(), now())""",
                home,
                UUID.randomUUID(),
                UUID.randomUUID(),
                uid,
                uid,
                text));
    }

    private boolean known(UUID file) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from attachment where id = ?)")
                .bind(0, file)
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void whatIsNamedAndWhatIsYoungStays() {
        var digest = kept("words");
        var named = file(digest, "named", 3);
        var unnamed = file(digest, "other", 3);
        var young = file(digest, "young", 0);
        object("named", named);
        object("other", named);
        var lots = 0;
        for (var last = store.forgetUnnamed(null, DAY, 1); last.isPresent(); lots++) {
            last = store.forgetUnnamed(last.get(), DAY, 1);
        }
        assertThat(lots).isGreaterThanOrEqualTo(2);
        assertThat(known(named)).isTrue();
        assertThat(known(young)).isTrue();
        assertThat(known(unnamed)).isFalse();
    }

    @Test
    void octetsGoWhenNoFileNeedsThemAndAHalfThatACrashLeftGoesToo() throws Exception {
        var needed = kept("needed");
        var free = kept("free");
        file(needed, "x", 3);
        var half = Files.createTempFile(directory, "writing", ".part");
        var later = Instant.now().plusSeconds(60);
        var swept = new ArrayList<String>();
        files.olderThan(Instant.now().minus(DAY), swept::add);
        assertThat(swept).isEmpty();
        files.olderThan(later, digest -> store.whenUnneeded(digest, () -> files.remove(digest)));
        assertThat(files.holds(needed)).isTrue();
        assertThat(files.holds(free)).isFalse();
        assertThat(half).doesNotExist();
    }

    @Test
    void whatIsKeptAgainIsYoungAgainAndWhatIsTooLargeLeavesNothing() throws Exception {
        var digest = kept("twice");
        var path = directory.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
        Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
        kept("twice");
        assertThat(Files.getLastModifiedTime(path).toInstant())
                .isAfter(Instant.now().minus(DAY));
        assertThat(received(new byte[1_001])).isEmpty();
        try (var all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(path);
        }
    }
}
