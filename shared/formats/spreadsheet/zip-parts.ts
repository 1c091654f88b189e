/** A zip written part by part: text goes in piece by piece, compressed pieces come out at the end as one file. */
import { Zip, ZipDeflate } from 'fflate';
import { joinBytes } from '#shared/formats/deliverable/join-bytes.ts';

const PIECE = 1 << 18;
/** Level 6 takes twice as long for a tenth less. */
const LEVEL = 3;

/** Zips named text parts. Nothing of this machine or moment goes in: every part carries the same date. */
export class ZipParts {
  private readonly chunks: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();
  private readonly zip: Zip;

  constructor() {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.chunks.push(chunk);
    });
  }

  /** Begins a part; parts begun first stand first, whenever they are ended. */
  begin(name: string): ZipPart {
    const entry = new ZipDeflate(name, { level: LEVEL });
    entry.mtime = new Date(1980, 0, 1);
    this.zip.add(entry);
    return new ZipPart((text, isLast) => entry.push(this.encoder.encode(text), isLast));
  }

  /** A part that is known as a whole. */
  add(name: string, text: string): void {
    this.begin(name).end(text);
  }

  /** The file, once every part is ended. */
  finish(): Uint8Array<ArrayBuffer> {
    this.zip.end();
    return joinBytes(this.chunks);
  }
}

/** One part being written. */
export class ZipPart {
  private readonly push: (text: string, isLast: boolean) => void;
  private waiting = '';

  constructor(push: (text: string, isLast: boolean) => void) {
    this.push = push;
  }

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length < PIECE) return;
    this.push(this.waiting, false);
    this.waiting = '';
  }

  end(text = ''): void {
    this.push(this.waiting + text, true);
    this.waiting = '';
  }
}
