package org.kalends.exchange.ews;

/** Exchange cannot be asked now: nobody answers, it lets us not in, or what it says is no answer. */
public final class ExchangeAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExchangeAway(String reason) {
        super(reason);
    }

    public ExchangeAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
