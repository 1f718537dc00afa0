import type { Session } from '../client/session';
import { rooms } from '../client/state';
import type { Room } from '../client/state';

/** The room that the address names, or null. */
export function roomInAddress(): Room | null {
  return rooms.find((room) => location.hash === `#${room}`) ?? null;
}

/** Keeps the room in the address: reloading stays in it, and going back goes back. */
export function keepAddress(session: Session): void {
  history.replaceState(null, '', `#${session.get().room}`);
  session.subscribe(() => {
    const { room } = session.get();
    if (roomInAddress() !== room) location.hash = room;
  });
  addEventListener('hashchange', () => {
    const room = roomInAddress();
    if (room && room !== session.get().room) void session.openRoom(room);
  });
}
