import type { Dictionary } from '../dictionary';
import type { people as ru } from '../ru/people';

export const people: Dictionary<typeof ru> = {
  people: 'People',
  addPerson: 'Name or address',
  room: 'Room',
  noRoom: 'No room',
  busyRoom: 'busy',
  free: 'free',
  busy: 'busy {when}',
  unknown: 'availability unknown',
  checking: 'checking availability',
  organizer: 'Organizer',
  optional: 'optional',
  accepted: 'Yes',
  tentative: 'Maybe',
  declined: 'No',
  'status_needs-action': 'no answer',
  status_accepted: 'accepted',
  status_tentative: 'maybe',
  status_declined: 'declined',
  comment: 'Comment to your answer',
  answered: 'Answer sent',
  findTime: 'Find a time',
  suggestions: 'Free times',
  noSuggestions: 'No common free time was found',
};
