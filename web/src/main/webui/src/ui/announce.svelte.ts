/** What a screen reader says, and nobody sees. */
class Announcer {
  text = $state('');

  say(text: string): void {
    this.text = this.text === text ? `${text}\u00a0` : text; // the same words once more are said once more
  }
}

export const announcer = new Announcer();
