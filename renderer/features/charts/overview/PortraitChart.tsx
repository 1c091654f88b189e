/** The portrait of a source: from its beginning to its end, where each criterion is coded. */
import { useMemo, useState } from 'react';
import type { SourceId } from '#shared/domain/source/source.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { HeatMap } from '#renderer/charts/HeatMap.tsx';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { useCodebook, useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { showCoding } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

const PARTS = 10;

/** The chart. */
export function PortraitChart() {
  const words = useWords();
  const { percent, number } = useFormats();
  const session = useSession();
  const codebook = useCodebook();
  const version = useVersion(['coding']);
  const sources = useRecords('source');
  const [chosen, setChosen] = useState<SourceId | null>(null);
  const source = sources.find(({ id }) => id === chosen) ?? sources[0];
  const picture = useSavePicture(`${words('charts.portrait.title')} ${source?.name ?? ''}`);
  const parts = useMemo(
    () => {
      const counts = new Map<string, number[]>();
      if (!source) return counts;
      for (const coding of session.project.codingsOfSource(source.id)) {
        const root = codebook.rootOf(coding.code);
        if (!root) continue;
        let own = counts.get(root.id);
        if (!own) counts.set(root.id, (own = Array.from({ length: PARTS }, () => 0)));
        const part = Math.min(PARTS - 1, Math.floor((coding.start / Math.max(1, source.characters)) * PARTS));
        own[part] = (own[part] ?? 0) + 1;
      }
      return counts;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [codebook, session, source, version],
  );
  if (!source) return null;
  const criteria = codebook.flat.map(({ code }) => code).filter((code) => isCriterion(code) && !code.hidden);
  const most = Math.max(1, ...[...parts.values()].flat());
  const partName = (part: number): string => percent((part + 1) / PARTS);
  const open = (criterion: string, part: number): void => {
    const from = (part / PARTS) * source.characters;
    const coding = session.project
      .codingsOfSource(source.id)
      .find((one) => one.start >= from && codebook.rootOf(one.code)?.id === criterion);
    if (coding) showCoding(coding);
  };
  return (
    <ChartFrame
      title={`${words('charts.portrait.title')}: ${source.name}`}
      caption={words('charts.portrait.caption')}
      {...picture}
      isWide
      actions={
        <Select<SourceId>
          label={words('charts.portrait.source')}
          isLabelHidden
          choices={sources.map(({ id, name }) => ({ id, label: name }))}
          value={source.id}
          onChange={setChosen}
        />
      }
      columns={[
        { id: 'criterion', label: words('findings.criterion') },
        ...Array.from({ length: PARTS }, (_, part) => ({ id: String(part), label: partName(part), isNumber: true })),
      ]}
      rows={criteria.map(({ id, name }) => ({
        id,
        cells: [
          <Button key="name" variant="quiet" isDisabled={!parts.has(id)} onPress={() => open(id, 0)}>
            {name}
          </Button>,
          ...Array.from({ length: PARTS }, (_, part) => number(parts.get(id)?.[part] ?? 0)),
        ],
      }))}
    >
      <HeatMap
        rows={criteria.map(({ id, name }) => ({ id, name }))}
        columns={Array.from({ length: PARTS }, (_, part) => ({ id: String(part), name: partName(part) }))}
        cells={criteria.flatMap(({ id, name }) =>
          Array.from({ length: PARTS }, (_, part) => {
            const count = parts.get(id)?.[part] ?? 0;
            return {
              row: id,
              column: String(part),
              heat: count / most,
              text: count === 0 ? '' : String(count),
              label: `${name}, ${partName(part)}: ${count}`,
            };
          }),
        )}
        onPick={(criterion, part) => open(criterion, Number(part))}
      />
    </ChartFrame>
  );
}
