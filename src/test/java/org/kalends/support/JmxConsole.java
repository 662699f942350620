package org.kalends.support;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A console as operators use, over the JVM's own door for the same user of the same machine. */
public final class JmxConsole implements AutoCloseable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private final String app;

    private JmxConsole(JMXConnector connector, String app) throws IOException {
        this.connector = connector;
        this.app = app;
        this.beans = connector.getMBeanServerConnection();
    }

    public static JmxConsole of(KalendsServer server) throws IOException, AttachNotSupportedException {
        return of(Files.readString(Path.of(server.log().toString().replaceAll("log$", "pid"))), "web");
    }

    public static JmxConsole of(PayaraServer server) throws IOException, AttachNotSupportedException {
        return of(Long.toString(server.pid()), "kalends");
    }

    @SuppressWarnings("BanJNDI") // the address is that of a JVM of our own
    private static JmxConsole of(String pid, String app) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(pid);
        try {
            var address = new JMXServiceURL(machine.startLocalManagementAgent());
            return new JmxConsole(JMXConnectorFactory.connect(address, Map.of()), app);
        } finally {
            machine.detach();
        }
    }

    /** Of one of our beans, by its key properties. */
    public long number(String key, String attribute) throws JMException, IOException {
        return ((Number) beans.getAttribute(ours(key), attribute)).longValue();
    }

    /** Of the beans of all applications. */
    public long total(String key, String attribute) throws JMException, IOException {
        long total = 0;
        for (var name : beans.queryNames(new ObjectName("org.kalends:" + key + ",app=*"), null))
            total += (Long) beans.getAttribute(name, attribute);
        return total;
    }

    /** Asks one of our beans for something that has one argument more: whether or not. */
    public Object ask(String key, String operation, boolean last, String... arguments) throws JMException, IOException {
        var types = new String[arguments.length + 1];
        Arrays.fill(types, String.class.getName());
        types[arguments.length] = boolean.class.getName();
        var all = Arrays.copyOf(arguments, types.length, Object[].class);
        all[arguments.length] = last;
        return beans.invoke(ours(key), operation, all, types);
    }

    /** What one of our beans says by itself from now on. */
    public Queue<Notification> notifications(String key) throws JMException, IOException {
        var heard = new ConcurrentLinkedQueue<Notification>();
        beans.addNotificationListener(ours(key), (notification, handback) -> heard.add(notification), null, null);
        return heard;
    }

    /** Asks one of our beans; arguments are texts. */
    public Object ask(String key, String operation, String... arguments) throws JMException, IOException {
        return invoke(ours(key).getCanonicalName(), operation, arguments);
    }

    /** Asks any bean. */
    public Object invoke(String name, String operation, String... arguments) throws JMException, IOException {
        var types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        return beans.invoke(new ObjectName(name), operation, arguments, types);
    }

    /** Octets that are in use after all that is not has been thrown away. */
    public long liveHeap() throws JMException, IOException {
        invoke("java.lang:type=Memory", "gc");
        var usage = (CompositeData) beans.getAttribute(new ObjectName("java.lang:type=Memory"), "HeapMemoryUsage");
        return (Long) usage.get("used");
    }

    private ObjectName ours(String key) throws JMException {
        return new ObjectName("org.kalends:" + key + ",app=" + app);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
