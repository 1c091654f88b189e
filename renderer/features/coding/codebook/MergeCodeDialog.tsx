/** The box that asks what dropping a code on another means: stand under it, or become one with it. */
import { useMemo, useState } from 'react';
import type { Code } from '#shared/domain/codebook/code.ts';
import { planMerge, refuseMerge, type OverlapChoice } from '#shared/domain/codebook/merge-codes.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { mergeCodeInto, moveCodeTo } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type MergeCodeDialogProps = {
  readonly from: Code;
  readonly into: Code;
  readonly onClose: () => void;
};

/** The box for two codes. */
export function MergeCodeDialog({ from, into, onClose }: MergeCodeDialogProps) {
  const words = useWords();
  const session = useSession();
  const { project } = session;
  const refusal = refuseMerge(project, from, into);
  const plan = useMemo(() => planMerge(project, from, into), [from, into, project]);
  const [choice, setChoice] = useState<OverlapChoice>('keep-both');
  const isNested = from.parent === into.id;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('coding.merge.title', { from: from.name, code: into.name })}
      actionsStart={<Button onPress={onClose}>{words('common.cancel')}</Button>}
      actions={
        <>
          <Button
            isDisabled={isNested || refusal === 'below-itself'}
            onPress={() => {
              moveCodeTo(session, from, into.id);
              onClose();
            }}
          >
            {words('coding.merge.nest')}
          </Button>
          <Button
            variant="primary"
            isDisabled={refusal !== null}
            onPress={() => {
              mergeCodeInto(session, from, into, choice);
              onClose();
            }}
          >
            {words('coding.merge.merge')}
          </Button>
        </>
      }
    >
      {refusal ? (
        <p>{words(`coding.merge.refused.${refusal}`, { code: from.name })}</p>
      ) : (
        <div className="code-merge">
          <p>
            {words('coding.merge.plan', {
              from: from.name,
              code: into.name,
              codings: words('common.codings', { count: plan.codings }),
              children: words('coding.merge.children', { count: plan.children }),
            })}
          </p>
          {plan.overlaps.length > 0 && (
            <RadioGroup
              label={words('coding.merge.overlaps', { count: plan.overlaps.length })}
              options={(['keep-both', 'join'] as const).map((value) => ({
                value,
                label: words(`coding.merge.choice.${value}`),
              }))}
              value={choice}
              onChange={setChoice}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}
