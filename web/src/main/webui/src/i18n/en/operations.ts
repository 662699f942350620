import type { Dictionary } from '../dictionary';
import type { operations as ru } from '../ru/operations';

export const operations: Dictionary<typeof ru> = {
  silence: 'Silent channels',
  silenceText:
    'While a channel is silent, news, reminders and agendas are not sent by it, nor later. For a restore and while mailboxes are moved.',
  silenceReason: 'Reason',
  silence_mail: 'Mail is silent',
  silence_messenger: 'The messenger is silent',
  silence_browser: 'Browsers are silent',
  silentSince: 'since {time}',
  deadLetters: 'Dead letters',
  deadLettersText: 'They could not be dealt with many times over.',
  deadLettersNone: 'Nothing is laid aside.',
  letterReplay: 'Send again',
  letterPurge: 'Throw away',
  letterReplayed: 'Sent again',
  letterPurged: 'Thrown away',
  refreshList: 'Refresh the list',
};
