import type { Dictionary } from '../dictionary';
import type { sharing as ru } from '../ru/sharing';

/** Calendars shared with others, and by others. */
export const sharing: Dictionary<typeof ru> = {
  share: 'Share…',
  shareTitle: 'Sharing of {name}',
  shareWith: 'Share with',
  shareWhom: 'Name, address or group',
  shareList: 'Who has access',
  shareNone: 'So far only you see this calendar.',
  shareLevelOf: 'Access level of {name}',
  shareRemove: 'Stop sharing with {name}',
  shareGiven: 'Shared with {name}',
  shareTaken: 'No longer shared with {name}',
  level_freebusy: 'Free/busy only',
  level_read: 'See events',
  level_write: 'Change events',
  level_manage: 'Manage',
  seePrivate: 'Sees private events',
  sharedCalendars: 'Shared',
  offers: 'Offered calendars',
  offered: '{who} offers the calendar “{name}”',
  offerTake: 'Accept',
  offerDecline: 'Decline',
  share_awaited: 'no answer yet',
  share_declined: 'declined',
  calendarLeave: 'Leave this calendar',
  calendarLeft: 'Calendar {name} is shown no longer',
  onBehalf: 'Planned by {who} on behalf of the organizer',
};
