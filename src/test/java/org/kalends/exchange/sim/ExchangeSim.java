package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Element;

/** An Exchange over real HTTP. It takes and says only what Microsoft's schema allows; the rest is told by {@link #violations}. */
public final class ExchangeSim implements AutoCloseable {

    private static final String LOGIN = "migrator";
    private static final String PASSWORD = "let:me in";
    private static final String TOKEN = "exchange-token";

    /** What it does instead of answering. */
    public enum Mood {
        WELL,
        BUSY,
        UNAVAILABLE,
        HANGING,
        CUT,
        GARBAGE,
        DTD,
        HUGE
    }

    private final HttpServer server;
    private final Map<String, SimMailbox> mailboxes = new ConcurrentHashMap<>();
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final SimFaults faults = new SimFaults();
    private final Map<String, Integer> atOnce = new ConcurrentHashMap<>();
    private final Map<String, Integer> most = new ConcurrentHashMap<>();
    private final SimPush push = new SimPush();
    private final SimStreams streams = new SimStreams();
    private final SimAffinity affinity = new SimAffinity();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private volatile SimNtlm ntlm;
    private volatile SimKerberos kerberos;

    private ExchangeSim(HttpServer server) {
        this.server = server;
    }

    public static ExchangeSim started() {
        return started(0);
    }

    /** @param port 0 for any */
    public static ExchangeSim started(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var sim = new ExchangeSim(server);
            server.createContext("/EWS/Exchange.asmx", sim::take);
            server.createContext("/token", ExchangeSim::token);
            server.createContext("/", new SimPages(sim));
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return sim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/EWS/Exchange.asmx";
    }

    /** By which a server asks this one. */
    public Map<String, String> environment() {
        return Map.of(
                "KALENDS_EXCHANGE_URL",
                url(),
                "KALENDS_EXCHANGE_LOGIN",
                LOGIN,
                "KALENDS_EXCHANGE_PASSWORD",
                PASSWORD,
                "KALENDS_EXCHANGE_CALLBACK",
                SimPush.CALLBACK);
    }

    /** The same where it cannot call. */
    public Map<String, String> streamingEnvironment() {
        var environment = new HashMap<>(environment());
        environment.remove("KALENDS_EXCHANGE_CALLBACK");
        return environment;
    }

    /** The same where nobody is let in but by NTLM from now on. */
    public Map<String, String> ntlmEnvironment() {
        ntlm = new SimNtlm(new byte[16]);
        var environment = new HashMap<>(environment());
        environment.put("KALENDS_EXCHANGE_LOGIN", "SIM\\" + LOGIN);
        environment.put("KALENDS_EXCHANGE_AUTHENTICATION", "ntlm");
        return environment;
    }

    /**
     * The same where nobody is let in but with a ticket from now on.
     *
     * @param principal who asks
     * @param keytab with his keys
     */
    public Map<String, String> kerberosEnvironment(SimKerberos gate, String principal, Path keytab) {
        kerberos = gate;
        var environment = new HashMap<>(environment());
        environment.remove("KALENDS_EXCHANGE_PASSWORD");
        environment.put("KALENDS_EXCHANGE_LOGIN", principal);
        environment.put("KALENDS_EXCHANGE_AUTHENTICATION", "kerberos");
        environment.put("KALENDS_EXCHANGE_KEYTAB", keytab.toString());
        return environment;
    }

    /** By which a server asks this one with tokens (OAuth), as lines of a file of settings. */
    public String tokenSettings() {
        return "kalends.exchange.url=" + url() + "\nkalends.exchange.token-url="
                + url().replace("EWS/Exchange.asmx", "token")
                + "\nkalends.exchange.client-id=" + LOGIN + "\nkalends.exchange.client-secret=secret\n"
                + "kalends.exchange.scope=exchange\n";
    }

    /** Somebody with a calendar. */
    public SimMailbox mailbox(String address) {
        return mailboxes.computeIfAbsent(address, SimMailbox::new);
    }

    /** Nobody may act in the name of this one. */
    public void forbid(String address) {
        forbidden.add(address);
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    /** How many requests came. */
    public int asked() {
        return asked.get();
    }

    /** What came or would have gone against the schema. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            asked.incrementAndGet();
            if (!lets(exchange)) return;
            affinity.look(exchange).ifPresent(violations::add);
            if (mood != Mood.WELL) faults.misbehave(exchange, mood);
            else if (new String(body, StandardCharsets.UTF_8).contains("<m:GetStreamingEvents>")) hold(exchange, body);
            else SimFaults.answer(exchange, 200, answer(body));
        }
    }

    private void hold(HttpExchange exchange, byte[] body) throws IOException {
        streams.hold(exchange, EwsSchema.read(new ByteArrayInputStream(body)));
    }

    private boolean lets(HttpExchange exchange) throws IOException {
        if (ntlm != null) return ntlm.lets(exchange);
        if (kerberos != null) return kerberos.lets(exchange);
        boolean known = Set.of(basic(LOGIN, PASSWORD), "Bearer " + TOKEN)
                .contains(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known) exchange.sendResponseHeaders(401, -1);
        return known;
    }

    private static String basic(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known =
                    basic(LOGIN, "secret").equals(exchange.getRequestHeaders().getFirst("Authorization"))
                            && form.equals("grant_type=client_credentials&scope=exchange");
            SimFaults.answer(
                    exchange,
                    known ? 200 : 401,
                    known ? "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}" : "{}");
        }
    }

    private String answer(byte[] body) throws IOException {
        try {
            var answer = envelope(operation(EwsSchema.read(new ByteArrayInputStream(body))));
            EwsSchema.read(answer);
            return answer;
        } catch (IOException e) {
            violations.add(e.getMessage());
            throw e;
        }
    }

    /** How many requests for one mailbox were under way at once, at most. */
    public int mostAtOnce(String mailbox) {
        return most.getOrDefault(mailbox, 0);
    }

    private String operation(Element envelope) throws IOException {
        var address = envelope.getElementsByTagNameNS(EwsSchema.TYPES, "PrimarySmtpAddress");
        var mailbox = address.getLength() == 0 ? "" : address.item(0).getTextContent();
        int now = atOnce.merge(mailbox, 1, Integer::sum);
        most.merge(mailbox, now, Math::max);
        try {
            return operation(envelope, mailbox);
        } finally {
            atOnce.merge(mailbox, -1, Integer::sum);
        }
    }

    private String operation(Element envelope, String mailbox) throws IOException {
        if (forbidden.contains(mailbox)) return refusal("ErrorImpersonateUserDenied");
        if (!mailboxes.containsKey(mailbox)) return refusal("ErrorNonExistentMailbox");
        var body = (Element)
                envelope.getElementsByTagNameNS(EwsSchema.SOAP, "Body").item(0);
        var operation =
                (Element) body.getElementsByTagNameNS(EwsSchema.MESSAGES, "*").item(0);
        return switch (operation.getLocalName()) {
            case "GetFolder" -> FolderAnswers.get(operation, mailboxes.get(mailbox));
            case "FindFolder" -> FolderAnswers.find(operation, mailboxes.get(mailbox));
            case "SyncFolderItems" -> ItemAnswers.sync(operation, mailboxes.get(mailbox));
            case "Subscribe" -> subscribe(operation, mailboxes.get(mailbox));
            case "Unsubscribe" -> streams.unsubscribe(operation);
            case "CreateItem" -> written(writer(mailbox).create(operation));
            case "UpdateItem" -> written(writer(mailbox).update(operation));
            case "MoveItem" -> written(writer(mailbox).move(operation));
            case "DeleteItem" -> written(writer(mailbox).delete(operation));
            case "CreateAttachment" -> written(new FileAnswers(mailboxes.get(mailbox)).create(operation));
            case "DeleteAttachment" -> written(new FileAnswers(mailboxes.get(mailbox)).delete(operation));
            case "FindItem" -> writer(mailbox).find(operation);
            case "GetAttachment" -> ItemAnswers.attachment(operation, mailboxes.get(mailbox));
            case "GetItem" -> ItemAnswers.get(operation, mailboxes.get(mailbox));
            default -> throw new IOException("no operation " + operation.getLocalName());
        };
    }

    private String subscribe(Element operation, SimMailbox mailbox) {
        boolean streaming = operation
                        .getElementsByTagNameNS(EwsSchema.MESSAGES, "StreamingSubscriptionRequest")
                        .getLength()
                > 0;
        return streaming ? streams.subscribe(mailbox) : push.subscribe(operation, mailbox);
    }

    private WriteAnswers writer(String mailbox) {
        return new WriteAnswers(mailboxes.get(mailbox), mails::incrementAndGet);
    }

    private String written(String answer) {
        writes.incrementAndGet();
        return answer;
    }

    /** Requests that changed something, or would have. */
    public int writes() {
        return writes.get();
    }

    /** Mails that would have gone out; there has to be none. */
    public int mails() {
        return mails.get();
    }

    /** Where the server is that it is to call. */
    public void reaches(String address) {
        push.reaches(address);
    }

    /** Whether it calls when that mailbox changes. */
    public boolean calls(String mailbox) {
        return push.promised(mailbox);
    }

    /** Where it calls. */
    public URI callback(String mailbox) {
        return push.of(mailbox).url();
    }

    /** A call as it makes it for that mailbox. */
    public String notice(String mailbox) {
        return SimPush.notice(push.of(mailbox).id());
    }

    /** Connections by which it tells of changes. */
    public int streams() {
        return streams.open();
    }

    /** Whether it tells of that mailbox by one of them. */
    public boolean tells(String mailbox) {
        return streams.tells(mailbox);
    }

    /** It does not know any more that it is to tell. */
    public void forgetToTell(String mailbox) {
        streams.forget(mailbox);
    }

    /** All of them break. */
    public void cutStreams() {
        streams.cut();
    }

    /** Requests for a mailbox that came with the cookie that leads to its server. */
    public int found(String mailbox) {
        return affinity.found(mailbox);
    }

    /** It has not reached who asked to be called for some time. */
    public void forgetToCall(String mailbox) {
        push.forget(mailbox);
    }

    private static String refusal(String code) {
        return "<m:GetFolderResponse><m:ResponseMessages><m:GetFolderResponseMessage ResponseClass=\"Error\"><m:MessageText>"
                + "It is refused.</m:MessageText><m:ResponseCode>" + code + "</m:ResponseCode>"
                + "<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>"
                + "<m:Folders/></m:GetFolderResponseMessage></m:ResponseMessages></m:GetFolderResponse>";
    }

    static String envelope(String body) {
        return "<s:Envelope xmlns:s=\"" + EwsSchema.SOAP + "\" xmlns:m=\"" + EwsSchema.MESSAGES + "\" xmlns:t=\""
                + EwsSchema.TYPES + "\"><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    @Override
    public void close() {
        faults.close();
        push.close();
        streams.close();
        server.stop(0);
    }
}
