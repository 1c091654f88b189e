/** The picker over the desk: finds or makes any code for the passage, or a new one for the selected coding. */
import { useMemo } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { similarCodes } from '#shared/domain/codebook/similar-names.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { CodeChooser, type Creation } from '#renderer/features/coding/picker/CodeChooser.tsx';
import { canCreate } from '#renderer/features/coding/picker/rank-codes.ts';
import { useWords } from '#renderer/ui/words.ts';
import { openPicker, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';

/** The picker; closed it is nothing. */
export function CodePicker() {
  const picker = useCodingDesk((desk) => desk.picker);
  return (
    <ModalOverlay
      className="code-picker__overlay"
      isOpen={picker !== null}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) openPicker(null);
      }}
    >
      <Modal className="code-picker">{picker && <PickerDialog purpose={picker} />}</Modal>
    </ModalOverlay>
  );
}

function PickerDialog({ purpose }: { readonly purpose: 'code' | 'recode' }) {
  const { actions, reader } = useDesk();
  const words = useWords();
  const codebook = useCodebook();
  const recent = useCodingDesk((desk) => desk.recentCodes);
  const parent = useNavigation(({ here }) => here.code);
  const parentCode = parent === null ? undefined : codebook.byId.get(parent);
  const passage = purpose === 'recode' ? actions.selectedCoding() : (reader.selection() ?? actions.selectedCoding());
  const ticked = useCodesOn(passage ?? null);
  const label = words(purpose === 'recode' ? 'coding.recodeTo' : 'coding.codeWith');

  // Under the selected code, or beside it.
  const creations = (name: string): readonly Creation[] => {
    const places = new Set([parentCode?.id ?? null, parentCode?.parent ?? null]);
    return [...places]
      .filter((place) => canCreate(codebook, name, place))
      .map((place) => ({ parent: place, label: nameCreation(name, place) + warnOfSimilar(name) }));
  };
  const warnOfSimilar = (name: string): string => {
    const [similar] = similarCodes([...codebook.byId.values()], name);
    return similar ? ` ${words('coding.createSimilar', { code: similar.name })}` : '';
  };
  const nameCreation = (name: string, place: CodeId | null): string =>
    place === null
      ? words('coding.createAtTop', { name })
      : words('coding.createUnder', { name, parent: codebook.byId.get(place)?.name ?? '' });
  const finish = (isMore: boolean): void => {
    if (!isMore || purpose === 'recode') openPicker(null);
  };
  return (
    <Dialog className="code-picker__dialog" aria-label={label}>
      {passage && <div className="code-picker__quote">{reader.quote(passage).slice(0, 160)}</div>}
      <CodeChooser
        label={label}
        recent={recent}
        ticked={ticked}
        creations={creations}
        onChoose={(code, isMore) => {
          if (purpose === 'recode') actions.recode(code);
          else actions.code(code);
          finish(isMore);
        }}
        onCreate={(name, place, isMore) => {
          if (purpose === 'recode') actions.recodeToNew(name, place);
          else actions.codeWithNew(name, place);
          finish(isMore);
        }}
      />
      <div className="code-picker__help">
        <span>{words('coding.pickerEnter')}</span>
        {purpose === 'code' && <span>{words('coding.pickerMore')}</span>}
        <span>{words('coding.pickerEscape')}</span>
      </div>
    </Dialog>
  );
}

/** The codes that the passage carries already. */
function useCodesOn(passage: Extent | null): ReadonlySet<CodeId> {
  const session = useSession();
  const source = useNavigation(({ here }) => here.source);
  // Read anew after each coding that Shift+Enter adds.
  const codes = useRecords('code');
  const last = useCodingDesk((desk) => desk.lastCoding);
  return useMemo(() => {
    void [codes, last];
    if (!source || !passage) return new Set<CodeId>();
    const same = session.project
      .codingsOfSource(source)
      .filter((coding) => coding.start === passage.start && coding.end === passage.end);
    return new Set(same.map((coding) => coding.code));
  }, [codes, last, passage, session, source]);
}
