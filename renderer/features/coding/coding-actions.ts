/** What can be done with a passage and its codings. Every gesture (key, click, menu, picker) ends here. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { addCode } from '#shared/domain/codebook/codebook-edits.ts';
import {
  codePassage,
  placeCodings,
  recodeCodings,
  removeCodings,
  resizeCoding,
  setDirection,
  starCodings,
  writeMemo,
  type Extent,
} from '#shared/domain/coding/coding-edits.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { finishSource } from '#shared/domain/source/source-progress.ts';
import type { Unit } from '#renderer/features/coding/reader/grow-extent.ts';
import { codingsAt } from '#renderer/features/coding/reader/reader-coding.ts';
import { DeskWork, hint } from '#renderer/features/coding/desk-work.ts';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { openPicker, rememberCode, requestMemo, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { deskPreferencesNow } from '#renderer/view-state/desk-preferences.ts';
import { requestAddToFinding } from '#renderer/view-state/finding-request.ts';
import { selectCode, selectCoding, useNavigation } from '#renderer/view-state/navigation.ts';

const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
const IN_VIVO_LENGTH = 60;
const SPOKEN_LENGTH = 400;

export class CodingActions extends DeskWork {
  /** Codes the selected passage; without one, the passage of the selected coding once more. */
  code(codeId: CodeId): void {
    const code = this.session.project.get('code', codeId);
    const passage = this.passage();
    if (code && passage) this.codeAt(passage, code);
  }

  /** Codes with the code that carries this key. */
  codeByKey(key: string): void {
    const code = this.session.project.all('code').find((one) => one.key === key);
    if (code) this.code(code.id);
    else announce(wordsNow()('coding.noCodeOnKey', { key }));
  }

  /** Codes with the code used last. */
  repeatLast(): void {
    const last = useCodingDesk.getState().recentCodes.find((id) => this.session.project.get('code', id));
    if (last) this.code(last);
    else hint('coding.nothingToRepeat');
  }

  /** Makes a code and codes the passage with it, as one change. */
  codeWithNew(name: string, parent: CodeId | null): void {
    const passage = this.passage();
    const source = this.source();
    if (!passage || !source) return;
    const made = addCode(this.session.project, { name, parent }, randomBytes);
    const coded = codePassage(this.newCoding(source, passage, { id: made.id, name: name.trim() }), randomBytes);
    const draft = { label: coded.draft.label, ops: [...made.draft.ops, ...coded.draft.ops] };
    if (this.commit(draft)) this.afterCoding(coded.id, made.id, true);
  }

  /** Makes a code of the very words that are selected. */
  codeInVivo(): void {
    const passage = this.passage();
    if (!passage) return;
    const name = this.reader.quote(passage).replace(/\s+/gu, ' ').trim();
    const short = [...name].slice(0, IN_VIVO_LENGTH).join('');
    this.codeWithNew(short, useNavigation.getState().here.code);
  }

  /** Opens the picker for the passage, or for the selected coding's new code. */
  pick(purpose: 'code' | 'recode'): void {
    if (purpose === 'recode' && this.selectedCoding()) openPicker('recode');
    else if (this.passage()) openPicker('code');
  }

  /** Gives the selected coding another code. */
  recode(codeId: CodeId): void {
    const coding = this.selectedCoding();
    const code = this.session.project.get('code', codeId);
    if (!coding || !code || coding.code === codeId) return;
    const from = this.nameOf(coding.code);
    if (!this.commit(recodeCodings([coding], code))) return;
    rememberCode(codeId);
    announce(wordsNow()('coding.recoded', { from, to: code.name }));
  }

  /** Makes a code and gives it to the selected coding, as one change. */
  recodeToNew(name: string, parent: CodeId | null): void {
    const coding = this.selectedCoding();
    if (!coding) return;
    const made = addCode(this.session.project, { name, parent }, randomBytes);
    const recoded = recodeCodings([coding], { id: made.id, name: name.trim() });
    const draft = { label: recoded.label, ops: [...made.draft.ops, ...recoded.ops] };
    const from = this.nameOf(coding.code);
    if (!this.commit(draft)) return;
    rememberCode(made.id);
    useCodingDesk.setState({ revealedCode: made.id });
    announce(wordsNow()('coding.recoded', { from, to: name.trim() }));
  }

  /** Takes the selected coding away; the text stays. */
  removeSelected(): void {
    const coding = this.selectedCoding();
    if (!coding) {
      hint('coding.selectCodingFirst');
      return;
    }
    if (!this.commit(removeCodings([coding]))) return;
    selectCoding(null);
    showToast({
      message: wordsNow()('coding.removed', { code: this.nameOf(coding.code) }),
      action: { label: wordsNow()('common.undo'), onPress: () => this.session.undo() },
    });
  }

  /** Says what the selected coding, or else the one made last, says about its code. */
  setDirection(direction: Direction): void {
    const coding = this.selectedCoding() ?? this.lastCoding();
    const words = wordsNow();
    if (!coding) {
      hint('coding.selectCodingFirst');
      return;
    }
    if (coding.direction !== direction && !this.commit(setDirection([coding], direction))) return;
    selectCoding(coding.id);
    const values = { code: this.nameOf(coding.code), direction: words(`common.direction.${direction}`) };
    announce(words('coding.directionSet', values));
  }

  /** Marks the selected coding as worth finding again, or takes the mark away. */
  toggleStar(): void {
    const coding = this.selectedCoding() ?? this.lastCoding();
    if (!coding) {
      hint('coding.selectCodingFirst');
      return;
    }
    const starred = !coding.starred;
    if (!this.commit(starCodings([coding], starred))) return;
    selectCoding(coding.id);
    announce(wordsNow()(starred ? 'coding.starred' : 'coding.unstarred', { code: this.nameOf(coding.code) }));
  }

  /** Takes the keyboard to the memo of the selected coding. */
  openMemo(): void {
    const coding = this.selectedCoding() ?? this.lastCoding();
    if (!coding) {
      hint('coding.selectCodingFirst');
      return;
    }
    selectCoding(coding.id);
    requestMemo();
  }

  /** Asks which finding the selected coding is evidence for. */
  addToFinding(): void {
    const coding = this.selectedCoding() ?? this.lastCoding();
    if (coding) requestAddToFinding([coding.id]);
    else hint('coding.selectCodingFirst');
  }

  writeMemo(coding: Coding, memo: string): void {
    if (coding.memo !== memo) this.commit(writeMemo(coding, memo));
  }

  resize(id: CodingId, extent: Extent): void {
    const coding = this.session.project.get('coding', id);
    if (!coding || (coding.start === extent.start && coding.end === extent.end)) return;
    if (!this.commit(resizeCoding(coding, extent))) return;
    const values = { code: this.nameOf(coding.code), characters: this.length(extent) };
    announce(wordsNow()('coding.resized', values));
  }

  /** Stretches or cuts the selected coding to what is selected in the text. */
  resizeToSelection(): void {
    const coding = this.selectedCoding();
    const selection = this.reader.selection();
    if (coding && selection) this.resize(coding.id, selection);
    else hint(coding ? 'coding.selectTextFirst' : 'coding.selectCodingFirst');
  }

  /** Selects the next or previous coding in the text and the stretch that it covers. */
  step(direction: 1 | -1): void {
    const codings = this.shownCodings();
    const selected = codings.findIndex((coding) => coding.id === useNavigation.getState().here.coding);
    const caret = this.reader.caret();
    const next =
      selected >= 0
        ? codings[selected + direction]
        : direction === 1
          ? codings.find((coding) => coding.start >= caret)
          : codings.findLast((coding) => coding.start < caret);
    if (next) this.show(next);
    else hint('coding.noMoreCodings');
  }

  /** Walks the codings that overlap at the caret, innermost first. */
  stepOverlapping(): void {
    const selected = this.selectedCoding();
    const here = codingsAt(this.shownCodings(), selected ? selected.start : this.reader.caret());
    const at = here.findIndex((coding) => coding.id === selected?.id);
    const next = here[(at + 1) % Math.max(1, here.length)];
    if (next) this.show(next);
    else hint('coding.noCodingHere');
  }

  /** Selects a coding with its exact stretch and says what it is. */
  show(coding: Coding): void {
    selectCoding(coding.id);
    this.reader.select(coding);
    announce(this.describe(coding));
  }

  /** Selects the sentence at the caret, then the turn, answer or paragraph around it. */
  grow(): void {
    this.reader.grow();
    const selection = this.reader.selection();
    if (selection) announce(this.length(selection));
  }

  /** Selects the sentence, or the turn, answer or paragraph, at the caret. */
  selectUnit(unit: Unit): void {
    this.selectExtent(this.reader.unitAtCaret(unit));
  }

  /** Selects the sentence, or the turn, answer or paragraph, behind what is selected. */
  selectNextUnit(unit: Unit): void {
    this.selectExtent(this.reader.nextUnit(unit));
  }

  /** Codes what is selected or else the sentence at a place of the window: a code was dropped there. */
  codeAtPoint(codeId: CodeId, x: number, y: number): void {
    if (!this.reader.selection()) {
      const extent = this.reader.unitAtPoint('sentence', x, y);
      if (extent) {
        this.reader.select(extent);
        selectCoding(null);
      }
    }
    this.code(codeId);
  }

  /** Says that one has finished coding the open source, or takes that back. */
  toggleFinished(): void {
    const source = this.source();
    if (!source) return;
    const isFinished = this.session.person in (source.finished ?? {});
    if (!this.commit(finishSource(source, this.session.person, isFinished ? null : new Date().toISOString()))) return;
    const key = isFinished ? 'coding.progress.reopened' : 'coding.progress.finished';
    announce(wordsNow()(key, { source: source.name }));
  }

  /** Puts a coding that stands on an older revision on a stretch of the present one. */
  place(coding: Coding, source: Source, extent: Extent | null): void {
    if (!extent) {
      hint('coding.selectTextFirst');
      return;
    }
    if (!this.commit(placeCodings(source, [{ coding, extent }]))) return;
    selectCoding(coding.id);
    this.reader.select(extent, 'center');
    announce(wordsNow()('coding.astray.placed', { code: this.nameOf(coding.code) }));
  }

  /** Says which codings are at the caret, for who does not see them. */
  announceAt(ids: readonly CodingId[]): void {
    const codings = ids.flatMap((id) => this.session.project.get('coding', id) ?? []);
    const words = wordsNow();
    if (codings.length === 0) announce(words('coding.caretOnPlainText'));
    else announce(words('coding.caretOnCodings', { codings: codings.map((one) => this.describe(one)).join('; ') }));
  }

  /** Drops the selection of text first, then that of the coding. */
  clear(): void {
    if (this.reader.selection()) this.reader.clearSelection();
    selectCoding(null);
  }

  private selectExtent(extent: Extent | null): void {
    if (!extent) {
      hint('coding.noUnitHere');
      return;
    }
    this.reader.select(extent);
    this.leaveCoding(extent);
    announce(`${this.reader.quote(extent).slice(0, SPOKEN_LENGTH)} (${this.length(extent)})`);
  }

  /** A coding that what is selected now does not touch is no longer in hand: no key may act on what is out of sight. */
  leaveCoding({ start, end }: Extent): void {
    const coding = this.selectedCoding();
    if (coding && (end < coding.start || start > coding.end)) selectCoding(null);
  }

  private codeAt(passage: Extent, code: Code): void {
    const source = this.source();
    if (!source) return;
    const same = this.codings().find(
      (one) =>
        one.start === passage.start &&
        one.end === passage.end &&
        one.code === code.id &&
        one.coder === this.session.person,
    );
    if (same) {
      selectCoding(same.id);
      announce(wordsNow()('coding.alreadyCoded', { code: code.name }));
      return;
    }
    const { id, draft } = codePassage(this.newCoding(source, passage, code), randomBytes);
    if (this.commit(draft)) this.afterCoding(id, code.id);
  }

  private afterCoding(id: CodingId, code: CodeId, isNewCode = false): void {
    const coding = this.session.project.get('coding', id);
    rememberCode(code);
    useCodingDesk.setState({ lastCoding: id });
    selectCoding(id);
    // A new code is shown but not selected, so that the next new one stands beside it and not below it.
    if (isNewCode) useCodingDesk.setState({ revealedCode: code });
    else selectCode(code);
    if (coding) announce(wordsNow()('coding.coded', { what: this.describe(coding) }));
  }

  private passage(): Extent | null {
    const passage = this.reader.selection() ?? this.selectedCoding() ?? this.unitByChoice();
    if (!passage) hint('coding.selectTextFirst');
    return passage;
  }

  /** The sentence or passage at the caret, when the person chose that a key codes it. */
  private unitByChoice(): Extent | null {
    const { unit } = deskPreferencesNow();
    const extent = unit === 'none' ? null : this.reader.unitAtCaret(unit);
    if (extent) this.reader.select(extent);
    return extent;
  }

  private newCoding(source: Source, { start, end }: Extent, code: Pick<Code, 'id' | 'name'>) {
    return { source, start, end, code, coder: this.session.person, codedAt: new Date().toISOString() };
  }
}
