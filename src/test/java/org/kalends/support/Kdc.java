package org.kalends.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;

/** A key distribution center of a realm, with the file of keys of who is in it. */
public final class Kdc implements AutoCloseable {

    /** Who asks. */
    public static final String CLIENT = "kalends@SIM.TEST";

    /** The password of {@link #CLIENT}. */
    public static final String PASSWORD = "let:me in";

    /** Who is asked. */
    public static final String SERVICE = "HTTP/127.0.0.1@SIM.TEST";

    private final SimpleKdcServer server;
    private final Path folder;

    private Kdc(SimpleKdcServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** @param folder for its files */
    public static Kdc started(Path folder) throws Exception {
        var server = new SimpleKdcServer();
        server.setKdcRealm("SIM.TEST");
        server.setKdcHost("127.0.0.1");
        server.setAllowUdp(false);
        server.setKdcTcpPort(Ports.free());
        server.setWorkDir(Files.createDirectories(folder).toFile());
        server.init();
        server.start();
        server.createPrincipal(CLIENT, PASSWORD);
        server.createPrincipal(SERVICE, "secret of the service");
        var kdc = new Kdc(server, folder);
        server.exportPrincipal(CLIENT, kdc.keys(CLIENT).toFile());
        server.exportPrincipal(SERVICE, kdc.keys(SERVICE).toFile());
        return kdc;
    }

    /** The file of keys of one of them. */
    public Path keys(String principal) {
        return folder.resolve(principal.replaceAll("\\W", "-") + ".keytab");
    }

    /** Where a JVM reads of it. */
    public Path configuration() {
        return folder.resolve("krb5.conf");
    }

    @Override
    public void close() throws KrbException {
        server.stop();
    }
}
