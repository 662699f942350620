package org.kalends.cli;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Takes every mail, lets none out, and keeps each as a file {@code {millis}-{uuid}.eml}. */
final class MailCatcher implements Part {

    private static final int ANY_PORT = 0;

    private final GreenMailUser everybody = new Forgetful();
    private final Path directory;
    private final GreenMail greenMail =
            new GreenMail(new ServerSetup(ANY_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailCatcher(Path directory) {
        this.directory = directory;
    }

    HostPort start() {
        greenMail.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            keep(message.getMessage());
            return everybody;
        });
        greenMail.start();
        return new HostPort("127.0.0.1", greenMail.getSmtp().getPort());
    }

    private void keep(MimeMessage message) throws MessagingException {
        try {
            var raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            var name = System.currentTimeMillis() + "-" + UUID.randomUUID();
            var writing = directory.resolve(name + ".part");
            try (var file = FileChannel.open(writing, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(raw.toByteArray()));
                file.force(true);
            }
            Files.move(writing, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(directory)) {
                folder.force(true); // or the name may be lost with the power
            }
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept", e);
        }
    }

    @Override
    public void stop() {
        greenMail.stop();
    }
}
