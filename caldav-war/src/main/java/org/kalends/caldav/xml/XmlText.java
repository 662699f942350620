package org.kalends.caldav.xml;

/** Characters between elements. */
public record XmlText(String text) implements XmlNode {}
