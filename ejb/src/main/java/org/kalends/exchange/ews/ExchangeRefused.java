package org.kalends.exchange.ews;

/** Exchange refuses something that all the rest stands on. */
public final class ExchangeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply.Refused refusal;

    public ExchangeRefused(Reply.Refused refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public Reply.Refused refusal() {
        return refusal;
    }
}
