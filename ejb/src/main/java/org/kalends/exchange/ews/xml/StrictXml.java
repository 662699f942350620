package org.kalends.exchange.ews.xml;

import javax.xml.stream.XMLInputFactory;

/** Readers of what comes from outside of our walls: no DTD, no entity. */
public final class StrictXml {

    private StrictXml() {}

    /** Of pieces as they come, so that a long text need not be held. */
    public static XMLInputFactory pieces() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Of whole texts. */
    static XMLInputFactory texts() {
        var factory = pieces();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
