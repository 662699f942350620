package org.kalends.exchange.ews;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kalends.exchange.ews.xml.StrictXml;
import org.kalends.exchange.ews.xml.TextStream;

/**
 * What Exchange says to GetAttachment: octets that need not fit into memory, or why there are none.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/getattachment-operation">GetAttachment</a>
 */
final class AttachmentAnswer {

    private static final XMLInputFactory XML = StrictXml.pieces();

    private final XMLStreamReader xml;
    private String code = "";
    private String reason = "";
    private Optional<Duration> pause = Optional.empty();

    private AttachmentAnswer(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @param taking run with the octets of a file, or of an item as MIME
     * @throws ExchangeRefused if there are none
     */
    static <T> T read(InputStream message, Function<InputStream, T> taking) throws IOException {
        try {
            return new AttachmentAnswer(XML.createXMLStreamReader(message)).read(taking);
        } catch (XMLStreamException e) {
            throw new IOException("no message of Exchange: " + e.getMessage(), e);
        }
    }

    private <T> T read(Function<InputStream, T> taking) throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) throw new IOException("a message with a DTD");
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "Content", "MimeContent" -> {
                    return taking.apply(Base64.getMimeDecoder().wrap(new TextStream(xml)));
                }
                case "ResponseCode" -> code = xml.getElementText();
                case "MessageText" -> reason = xml.getElementText();
                case "Value" -> pause();
                default -> {} // what stands around it
            }
        }
        if (code.equals("NoError")) throw new ExchangeRefused(new Reply.Refused(code, "It has no octets", pause));
        throw new ExchangeRefused(new Reply.Refused(code, reason, pause));
    }

    private void pause() throws XMLStreamException {
        if (!Envelope.BACK_OFF.equals(xml.getAttributeValue(null, "Name"))) return;
        pause = Envelope.milliseconds(xml.getElementText());
    }
}
