/** What all actions of the desk rest on: the open source and its codings, the coding in hand, one way to commit. */
import type { Draft } from '#shared/domain/change/change.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import type { ReaderHandle } from '#renderer/features/coding/reader/reader-handle.ts';
import { codingFilter, isAstray } from '#renderer/features/coding/reader/use-reader-codings.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { wordsNow } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

export class DeskWork {
  protected readonly session: ProjectSession;
  protected readonly reader: ReaderHandle;

  constructor(session: ProjectSession, reader: ReaderHandle) {
    this.session = session;
    this.reader = reader;
  }

  selectedCoding(): Coding | undefined {
    const id = useNavigation.getState().here.coding;
    return id === null ? undefined : this.session.project.get('coding', id);
  }

  protected describe(coding: Coding): string {
    const words = wordsNow();
    const isOwn = coding.coder === this.session.person;
    return words(isOwn ? 'coding.describe' : 'coding.describeOther', {
      code: this.nameOf(coding.code),
      direction: words(`common.direction.${coding.direction}`),
      characters: this.length(coding),
      coder: this.session.project.get('person', coding.coder)?.name ?? '',
    });
  }

  protected length({ start, end }: Extent): string {
    return wordsNow()('coding.characters', { count: end - start });
  }

  protected source(): Source | undefined {
    const id = useNavigation.getState().here.source;
    return id === null ? undefined : this.session.project.get('source', id);
  }

  protected codings(): readonly Coding[] {
    const source = this.source();
    return source ? this.session.project.codingsOfSource(source.id) : [];
  }

  /** Those that the person sees in the text. */
  protected shownCodings(): readonly Coding[] {
    const source = this.source();
    const isWanted = codingFilter(buildCodebook(this.session.project.all('code')), useCodingDesk.getState());
    return this.codings().filter((coding) => source && !isAstray(coding, source) && isWanted(coding));
  }

  /** The coding made last, while its text is open and no other words are selected. */
  protected lastCoding(): Coding | undefined {
    const id = useCodingDesk.getState().lastCoding;
    const coding = id === null ? undefined : this.session.project.get('coding', id);
    const isHere = coding?.source === useNavigation.getState().here.source;
    return isHere && !this.reader.selection() ? coding : undefined;
  }

  protected nameOf(code: CodeId): string {
    return this.session.project.get('code', code)?.name ?? '';
  }

  protected commit(draft: Draft): boolean {
    if (this.session.commit(draft)) return true;
    if (this.session.lockedBy) showToast({ message: wordsNow()('coding.readOnly'), tone: 'danger' });
    return false;
  }
}

/** Says on the screen and aloud why nothing happened. */
export function hint(key: string): void {
  showToast({ message: wordsNow()(key) });
}
