package org.kalends.caldav.xml;

/** What an element is made of. */
public sealed interface XmlNode permits XmlElement, XmlText {}
