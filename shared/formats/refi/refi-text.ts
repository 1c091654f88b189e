/** What is read of a project before it is laid over ours: texts with their codings, and the tree for all the rest. */
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { SpeakerCount } from '#shared/formats/speakers/count-speakers.ts';
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type RefiCoding = {
  readonly guid: string;
  /** GUID of the selection, '' for a coding of the whole document. */
  readonly selection: string;
  /** UTF-16 units of our text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly user: string;
  /** ISO time in UTC, '' when unknown. */
  readonly at: string;
  readonly memo: string;
  /** Notes that hang on the coding or on its selection. */
  readonly notes: readonly string[];
};

/** A text that becomes a source. */
export type RefiText = {
  /** The GUID of its source there; for areas of a pdf one of our making. */
  readonly guid: string;
  /** The element that it came from; areas stand apart from the text of their pdf. */
  readonly role: 'text' | 'pdf' | 'transcript' | 'stand-in';
  readonly element: RefiElement;
  readonly name: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly content: SourceContent;
  readonly speakers: readonly SpeakerCount[];
  /** SHA-256 of the file inside the archive, '' when there is none. */
  readonly fileHash: string;
  readonly codings: readonly RefiCoding[];
  /** Selections without codings, and those that fit nowhere: kept as they are. */
  readonly uncoded: readonly UncodedSelection[];
  /** Of a stand-in: which line stands for which selection. */
  readonly lines: readonly StandInLine[];
  /** Sources that are one voice with this one carry the same. */
  readonly group: string;
};

export type UncodedSelection = {
  readonly element: RefiElement;
  /** Where it stands in our text; null when it fits nowhere. */
  readonly place: { readonly start: number; readonly end: number } | null;
};

export type StandInLine = { readonly start: number; readonly end: number; readonly element: RefiElement };

export type RefiProject = {
  readonly root: RefiElement;
  readonly name: string;
  readonly origin: string;
  readonly texts: readonly RefiText[];
  /** Texts of notes by GUID. */
  readonly noteTexts: ReadonlyMap<string, string>;
  /** Sources by the stem of their files: some programs refer to the file instead of the source. */
  readonly sourceByStem: ReadonlyMap<string, string>;
  readonly losses: readonly ExchangeLoss[];
};
