/** Forms of one sentence by number: ru needs one, few, many; en needs one. `other` is for whatever else. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type Entry = string | Plural;

/** The same keys as another dictionary, in words of one's own. */
export type Dictionary<Of> = Record<keyof Of, Entry>;
