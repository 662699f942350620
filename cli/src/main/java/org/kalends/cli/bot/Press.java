package org.kalends.cli.bot;

/** A button that was pressed: an event of the Bot API, {@code callbackQuery}. */
record Press(long eventId, String queryId, String user, String card, String callbackData) {}
