/** How much room a day of the grid has: what is drawn in it looks here, so that nobody has to measure each event. */
class Room {
  /** How many events stand side by side before there is none left for more than their titles. */
  columns = $state(Infinity);

  /** Narrower than this, in pixels, an event shows its title only. */
  static readonly TITLE = 68;

  /** Pixels of a month's row of dates and of each line under it. */
  readonly dates = 33;
  line = $state(20);

  measure(width: number, days: number): void {
    this.line = innerWidth < 640 ? 18 : 20;
    this.columns = Math.floor(width / days / Room.TITLE);
  }
}

export const room = new Room();
