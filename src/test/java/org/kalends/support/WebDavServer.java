package org.kalends.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Apache with mod_dav, as Debian brings it, over a folder of its own. */
public final class WebDavServer implements AutoCloseable {

    private static final String MODULES = "/usr/lib/apache2/modules/";
    private static final Duration STARTS = Duration.ofSeconds(20);

    private final Path files;
    private final int port;
    private final Process process;

    private WebDavServer(Path files, int port, Process process) {
        this.files = files;
        this.port = port;
        this.process = process;
    }

    public static WebDavServer start() {
        try {
            var root = Files.createTempDirectory("webdav");
            var files = Files.createDirectory(root.resolve("files"));
            for (var folder : new Path[] {root, files})
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            int port = Ports.free();
            var config = Files.writeString(root.resolve("apache.conf"), config(root, port));
            var process = new ProcessBuilder("/usr/sbin/apache2", "-f", config.toString(), "-DFOREGROUND")
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve("out.log").toFile())
                    .start();
            var server = new WebDavServer(files, port, process);
            Awaitility.await().atMost(STARTS).until(server::listens);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(Path root, int port) {
        return """
                ServerRoot "%1$s"
                ServerName localhost
                DefaultRuntimeDir "%1$s"
                PidFile "%1$s/pid"
                ErrorLog "%1$s/error.log"
                Listen 127.0.0.1:%2$d
                LoadModule mpm_event_module %3$smod_mpm_event.so
                LoadModule authz_core_module %3$smod_authz_core.so
                LoadModule dav_module %3$smod_dav.so
                LoadModule dav_fs_module %3$smod_dav_fs.so
                User www-data
                Group www-data
                DavLockDB "%1$s/locks"
                DocumentRoot "%1$s/files"
                <Directory "%1$s/files">
                  Dav On
                  Require all granted
                </Directory>
                """
                .formatted(root, port, MODULES);
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            if (!process.isAlive()) throw new IllegalStateException("apache2 ended: " + files.getParent());
            return false;
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Where its files lie. */
    public Path files() {
        return files;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
