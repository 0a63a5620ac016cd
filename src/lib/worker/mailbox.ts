import { raceAborts } from './race.ts';
import { watchdog } from './watchdog.ts';

/** A window takes some ms; a thread that says nothing for four of these, in ms, while it is waited for says nothing more. */
const TICK = 1000;

/** What another thread says, in its order, for whoever waits for it. */
export class Mailbox<Letter> {
  readonly #letters: Letter[] = [];
  readonly #onSilence: () => void;
  #wake: () => void = () => undefined;

  /** `onSilence`: nothing came for 4 s of waiting. */
  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  put(letter: Letter): void {
    this.#letters.push(letter);
    this.#wake();
  }

  /** Rejects with the signal's reason, also where a letter is there. */
  async next(signal?: AbortSignal): Promise<Letter> {
    signal?.throwIfAborted();
    const letter = this.#letters.shift();
    return letter ?? this.#wait(signal);
  }

  async #wait(signal: AbortSignal | undefined): Promise<Letter> {
    const dog = watchdog(this.#onSilence, TICK);
    try {
      for (;;) {
        await raceAborts(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
        const letter = this.#letters.shift();
        if (letter !== undefined) return letter;
      }
    } finally {
      dog.stop();
    }
  }
}
