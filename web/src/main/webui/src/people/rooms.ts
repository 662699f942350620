import type { Room } from '../api/types';
import { t } from '../i18n/index.svelte';

/** A taken room, as the problem `room-busy` lists it; instants. */
export interface Conflict {
  room: string;
  address: string;
  start: string;
  end: string;
  busyUntil: string;
}

export interface RoomWish {
  seats: number;
  site: string;
  equipment: string[];
  busyToo: boolean;
}

/** What suits: free before taken, then the smallest that is large enough. */
export function fitting(rooms: Room[], { seats, site, equipment, busyToo }: RoomWish): Room[] {
  return rooms
    .filter((one) => busyToo || one.free)
    .filter((one) => (one.capacity ?? 0) >= seats && (!site || one.site === site))
    .filter((one) => equipment.every((thing) => one.equipment?.includes(thing)))
    .sort(
      (a, b) =>
        Number(b.free) - Number(a.free) || (a.capacity ?? 0) - (b.capacity ?? 0) || a.name.localeCompare(b.name),
    );
}

export function sitesOf(rooms: Room[]): string[] {
  return [...new Set(rooms.map((one) => one.site ?? '').filter(Boolean))].sort();
}

export function equipmentOf(rooms: Room[]): string[] {
  return [...new Set(rooms.flatMap((one) => one.equipment ?? []))].sort();
}

/** What the demo and most organisations call things; other words are shown as they are. */
export function equipmentWord(one: string): string {
  return one === 'screen' || one === 'video' || one === 'phone' || one === 'whiteboard' ? t(`equipment_${one}`) : one;
}
