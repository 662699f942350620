package org.kalends.notification.mail;

/** A mail in words, before it becomes MIME. */
public record RenderedMail(String subject, String text, String html) {}
